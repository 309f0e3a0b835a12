package docimo.grading;

import docimo.grading.CompiledQuestion.Phrasing;
import docimo.similarity.Alignment;
import docimo.similarity.Antonyms;
import docimo.similarity.WordVectors;
import docimo.text.Token;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what a phrasing means, in whatever words, in two neighbouring sentences of an answer. */
final class MeaningFinder {

  /**
   * What coverage by the words counts beside the likeness of the sentences: the shares, rounded,
   * that a non-negative fit of both to the public sets with human marks gives.
   */
  private static final double BY_WORDS = 0.7;

  /** From this likeness on a word is shown as evidence. */
  private static final double EVIDENT = 0.5;

  /** And from this on where nothing else is there to show for a point that is made in part. */
  private static final double FAINT = 0.25;

  private final Reading answer;
  private final Antonyms antonyms;
  private final int[] bounds;

  /** Each phrasing is looked for more than once: as a whole, sentence by sentence. */
  private final IdentityHashMap<Phrasing, Alignment> alignments = new IdentityHashMap<>();

  MeaningFinder(Reading answer, Antonyms antonyms) {
    this.answer = answer;
    this.antonyms = antonyms;
    this.bounds = answer.sentenceBounds();
  }

  /** Adds to the words found of a phrasing what was found of its meaning. */
  Finding find(Phrasing phrasing, Finding words) {
    Alignment alignment = alignment(phrasing);
    WordVectors vectors = answer.vectors();
    if (alignment == null || vectors == null || phrasing.vectors() == null) {
      return words;
    }
    int from = 0;
    int to = 0;
    double best = 0;
    for (int i = 0; i + 1 < bounds.length; i++) {
      int end = bounds[Math.min(i + 2, bounds.length - 1)];
      double covered = coverage(alignment, bounds[i], end);
      if (covered > best) {
        best = covered;
        from = bounds[i];
        to = end;
      }
    }
    // a sentence and its denial have vectors that are much alike: the words must agree, too
    double alike = phrasing.vectors().likenessToSentence(vectors) * alignment.agreement(from, to);
    double meaning = BY_WORDS * best + (1 - BY_WORDS) * alike;
    // words that are all there say the point even where their vectors have drifted apart
    double coverage = Math.max(meaning, (meaning + words.coverage()) / 2);
    if (words.coverage() == 1) {
      coverage = 1;
    }
    return new Finding(coverage, words.evidence())
        .with(coverage, evidence(alignment, from, to, words));
  }

  private static List<Token> evidence(Alignment alignment, int from, int to, Finding words) {
    List<Token> evident = alignment.evidence(from, to, EVIDENT);
    return evident.isEmpty() && words.evidence().isEmpty()
        ? alignment.evidence(from, to, FAINT)
        : evident;
  }

  /** The alignment of a phrasing with a whole answer; null without an encoder. */
  private @Nullable Alignment alignment(Phrasing phrasing) {
    WordVectors said = answer.vectors();
    WordVectors meant = phrasing.vectors();
    return meant == null || said == null
        ? null
        : alignments.computeIfAbsent(
            phrasing, p -> Alignment.of(p.keywords(), meant, said, antonyms));
  }

  /**
   * How much of a phrasing the content words of an answer from one index to another have to do
   * with, under whatever polarity; in [0, 1], 0 without an encoder.
   */
  double topic(Phrasing phrasing, int from, int to) {
    Alignment alignment = alignment(phrasing);
    return alignment == null ? 0 : alignment.topic(from, to);
  }

  /**
   * How much of a whole reference an answer says: the mean of the coverage by the best word for
   * each keyword and of the coverage that spends each word once; 0 without an encoder.
   */
  double coverage(Phrasing reference) {
    Alignment alignment = alignment(reference);
    if (alignment == null) {
      return 0;
    }
    return coverage(alignment, 0, alignment.words().size());
  }

  private static double coverage(Alignment alignment, int from, int to) {
    return (alignment.coverage(from, to) + alignment.oneToOne(from, to)) / 2;
  }

  /** How alike a reference and an answer are as wholes; 0 without an encoder. */
  double likeness(Phrasing reference) {
    return reference.vectors() == null || answer.vectors() == null
        ? 0
        : reference.vectors().likeness(answer.vectors());
  }
}

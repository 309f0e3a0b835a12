package docimo.grading;

import docimo.embedding.StatementJudge;
import docimo.grading.CompiledQuestion.Phrasing;
import docimo.grading.CompiledQuestion.Point;
import docimo.similarity.Clash;
import docimo.text.Sentence;
import docimo.text.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the sentences of an answer that have to do with a key point and tells whether they say
 * the opposite of it.
 */
final class ContradictionFinder {

  /** A sentence has to do with a point when it covers this much of one of its phrasings. */
  private static final double ABOUT = 0.35;

  /** Sentences are read that cover nearly as much as the one that covers most. */
  private static final double NEARLY = 0.1;

  private static final int MOST_SENTENCES = 2;

  private final Reading answer;
  private final MeaningFinder meanings;
  private final Clash.@Nullable Finder clashes;
  private final @Nullable StatementJudge judge;
  private final ContradictionWeights.Profile profile;
  private final int[] bounds;

  ContradictionFinder(Reading answer, MeaningFinder meanings, Grader.Parts parts) {
    this.answer = answer;
    this.meanings = meanings;
    this.clashes =
        answer.vectors() == null ? null : new Clash.Finder(answer.vectors(), parts.antonyms());
    this.judge = parts.judge();
    this.profile = parts.contradictions().profile(judge != null);
    this.bounds = answer.sentenceBounds();
  }

  /**
   * A sentence beside the phrasing that it covers most of.
   *
   * @param sentence which sentence of the answer
   * @param coverage how much of the phrasing it covers, in [0, 1]
   */
  record Pair(Phrasing phrasing, int sentence, double coverage) {}

  /** What a sentence and a phrasing were found to be to each other. */
  record Evidence(Pair pair, Clash clash, StatementJudge.@Nullable Relation relation) {}

  /**
   * The sentences of the answer that have to do with a point, each beside the phrasing that it
   * covers most of, and beside the sentence of a reference.
   */
  List<Pair> about(Point point) {
    List<Pair> pairs = new ArrayList<>(nearest(point.phrasings()));
    pairs.addAll(nearest(point.sentences()));
    return pairs;
  }

  private List<Pair> nearest(List<Phrasing> phrasings) {
    List<Pair> pairs = new ArrayList<>();
    for (int s = 0; s + 1 < bounds.length; s++) {
      Pair best = null;
      for (Phrasing phrasing : phrasings) {
        double coverage = meanings.topic(phrasing, bounds[s], bounds[s + 1]);
        if (best == null || coverage > best.coverage()) {
          best = new Pair(phrasing, s, coverage);
        }
      }
      if (best != null && best.coverage() >= ABOUT) {
        pairs.add(best);
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::coverage).reversed());
    return pairs.stream()
        .filter(pair -> pair.coverage() >= pairs.get(0).coverage() - NEARLY)
        .limit(MOST_SENTENCES)
        .toList();
  }

  /** The contradiction of a point that the answer speaks of; null when there is none. */
  @Nullable Contradiction find(Point point) {
    Contradiction likeliest = null;
    for (Pair pair : about(point)) {
      Contradiction here = read(pair);
      if (likeliest == null || here.likelihood() > likeliest.likelihood()) {
        likeliest = here;
      }
    }
    return likeliest == null || likeliest.likelihood() < profile.threshold() ? null : likeliest;
  }

  private Contradiction read(Pair pair) {
    Evidence evidence = compare(pair);
    Map<ContradictionSign, Double> signs =
        ContradictionWeights.signs(evidence.clash(), evidence.relation());
    double logit = profile.bias();
    for (Map.Entry<ContradictionSign, Double> sign : signs.entrySet()) {
      logit += profile.added(sign.getKey(), sign.getValue());
    }
    if (evidence.relation() != null) {
      logit += profile.entailment() * evidence.relation().entailment();
    }
    List<ContradictionSign> strongest =
        signs.entrySet().stream()
            .filter(sign -> profile.added(sign.getKey(), sign.getValue()) > 0)
            .sorted(
                Comparator.comparingDouble(
                        (Map.Entry<ContradictionSign, Double> sign) ->
                            profile.added(sign.getKey(), sign.getValue()))
                    .reversed())
            .map(Map.Entry::getKey)
            .toList();
    List<Token> words = evidence.clash().evidence();
    return new Contradiction(
        1 / (1 + Math.exp(-logit)),
        strongest,
        words.isEmpty() ? answer.text().sentences().get(pair.sentence()).tokens() : words);
  }

  Evidence compare(Pair pair) {
    Sentence sentence = answer.text().sentences().get(pair.sentence());
    Phrasing phrasing = pair.phrasing();
    Clash clash =
        clashes == null || phrasing.vectors() == null
            ? Clash.NONE
            : clashes.find(phrasing.text().sentences(), phrasing.vectors(), sentence);
    return new Evidence(
        pair, clash, judge == null ? null : judge.judge(sentence.written(), written(phrasing)));
  }

  static String written(Phrasing phrasing) {
    return phrasing.text().sentences().stream()
        .map(Sentence::written)
        .collect(Collectors.joining(" "));
  }
}

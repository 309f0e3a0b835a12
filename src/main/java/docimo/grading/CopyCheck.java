package docimo.grading;

import docimo.grading.Grade.Flag;
import docimo.similarity.CopiedSpans;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Recognises answers that are a reference nearly word for word, or are made of its words. Either
 * may be right; but a copy shows no knowledge, and one in which a few words were changed can say
 * the contrary and be marked high. So a person looks.
 */
final class CopyCheck {

  /** Shorter answers can hardly be said otherwise. */
  private static final int FEWEST_WORDS = 12;

  /** Nearly half of an answer in runs of six words is nobody's own words. */
  private static final double MOSTLY_COPIED = 0.45;

  /** Of a shorter reference everybody who knows the answer has most words. */
  private static final int FEWEST_REFERENCE_WORDS = 30;

  /** Full answers in people's own words have up to .48 of the words of a long reference. */
  private static final double MOST_OF_THE_WORDS = 0.5;

  private CopyCheck() {}

  static Optional<Flag> of(CheckedAgainst key, Reading reading) {
    return copied(key, reading).or(() -> madeOfItsWords(key, reading));
  }

  private static Optional<Flag> madeOfItsWords(CheckedAgainst key, Reading reading) {
    Set<String> said = CheckedAgainst.contentTerms(reading.tokens());
    return key.contentTerms().stream()
        .filter(reference -> reference.size() >= FEWEST_REFERENCE_WORDS)
        .map(
            reference ->
                (double) reference.stream().filter(said::contains).count() / reference.size())
        .max(Comparator.naturalOrder())
        .filter(share -> share >= MOST_OF_THE_WORDS)
        .map(share -> AnswerChecks.flag(FlagCode.REFERENCE_WORDS, Severity.HIGH, share, List.of()));
  }

  private static Optional<Flag> copied(CheckedAgainst key, Reading reading) {
    return key.references().stream()
        .map(reference -> CopiedSpans.of(reading.tokens(), reference))
        .max(Comparator.comparingInt(CopiedSpans::words))
        .filter(copied -> copied.words() >= FEWEST_WORDS && copied.share() >= MOSTLY_COPIED)
        .map(
            copied ->
                AnswerChecks.flag(
                    FlagCode.NEAR_VERBATIM,
                    Severity.HIGH,
                    copied.share(),
                    copied.spans().stream()
                        .limit(AnswerChecks.MOST_EVIDENCE)
                        .map(
                            span ->
                                Quotes.of(
                                    reading.text(),
                                    span.get(0).start(),
                                    span.get(span.size() - 1).end()))
                        .toList()));
  }
}

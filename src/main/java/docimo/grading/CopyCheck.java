package docimo.grading;

import docimo.grading.Grade.Flag;
import docimo.similarity.CopiedSpans;
import java.util.Comparator;
import java.util.Optional;

/** Recognises answers that are a reference nearly word for word. */
final class CopyCheck {

  /** Shorter answers can hardly be said otherwise. */
  private static final int FEWEST_WORDS = 12;

  /** More than half of an answer in runs of six words is nobody's own words. */
  private static final double MOSTLY_COPIED = 0.6;

  private CopyCheck() {}

  static Optional<Flag> of(CheckedAgainst key, Reading reading) {
    return key.references().stream()
        .map(reference -> CopiedSpans.of(reading.tokens(), reference))
        .max(Comparator.comparingInt(CopiedSpans::words))
        .filter(copied -> copied.words() >= FEWEST_WORDS && copied.share() >= MOSTLY_COPIED)
        .map(
            copied ->
                AnswerChecks.flag(
                    FlagCode.NEAR_VERBATIM,
                    Severity.WARNING,
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

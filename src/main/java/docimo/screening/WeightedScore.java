package docimo.screening;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The score of a candidate: the weighted mean of the marks that count. Immutable.
 *
 * @param value over the questions that have a mark, in [0, 1], four decimals; null when none has
 * @param low where it is expected from if the marks err independently of each other, in [0, 1];
 *     null when the interval of a mark is not known
 * @param high where it is expected to; null when not known
 * @param share which part of all weight has a mark, in [0, 1]
 * @param status whether it can be compared with that of others
 */
public record WeightedScore(
    @Nullable Double value,
    @Nullable Double low,
    @Nullable Double high,
    double share,
    Status status) {

  /** Whether a score can be compared. */
  public enum Status {
    /** Each question has a mark that counts. */
    COMPLETE,
    /** Each question has a mark, and a person should look at one of them. */
    NEEDS_REVIEW,
    /** A question has no answer, or its answer no mark. That is never a zero. */
    INCOMPLETE
  }

  private static final double DIGITS = 10_000;

  /**
   * @param questions all questions of the screening
   * @param marks the marks that count, by question; those without value count as none
   */
  static WeightedScore of(List<WeightedQuestion> questions, Map<String, EffectiveMark> marks) {
    double all = 0;
    double weight = 0;
    double sum = 0;
    double below = 0;
    double above = 0;
    boolean bounded = true;
    boolean review = false;
    boolean missing = false;
    for (WeightedQuestion question : questions) {
      EffectiveMark mark = marks.get(question.questionId());
      double w = question.weight();
      all += w;
      Double value = mark == null ? null : mark.value();
      if (mark == null || value == null) {
        missing = true;
        continue;
      }
      review |= mark.needsReview();
      weight += w;
      sum += w * value;
      Double low = mark.low();
      Double high = mark.high();
      if (low == null || high == null) {
        bounded = false;
      } else {
        below += square(w * Math.max(0, value - low));
        above += square(w * Math.max(0, high - value));
      }
    }
    Status status = missing ? Status.INCOMPLETE : review ? Status.NEEDS_REVIEW : Status.COMPLETE;
    if (weight == 0) {
      return new WeightedScore(null, null, null, 0, status);
    }
    double mean = sum / weight;
    return new WeightedScore(
        round(mean),
        bounded ? (Double) round(Math.max(0, mean - Math.sqrt(below) / weight)) : null,
        bounded ? (Double) round(Math.min(1, mean + Math.sqrt(above) / weight)) : null,
        round(weight / all),
        status);
  }

  private static double square(double number) {
    return number * number;
  }

  private static double round(double number) {
    return Math.round(number * DIGITS) / DIGITS;
  }
}

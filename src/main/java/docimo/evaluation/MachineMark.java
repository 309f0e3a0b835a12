package docimo.evaluation;

import docimo.grading.Grade;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a machine gave an answer.
 *
 * @param score the mark, in [0, 1]; null when it gave none
 * @param interval where it expects the human mark, as shares of the maximum; null when it does not
 *     say
 * @param doubt how doubtful the mark is, in [0, 1]; null when it does not say
 * @param forReview whether a person should look at the mark before it counts
 */
public record MachineMark(
    @Nullable Double score,
    @Nullable Interval interval,
    @Nullable Double doubt,
    boolean forReview) {

  /** No mark at all. */
  public static final MachineMark NONE = new MachineMark(null, null);

  /** A mark of which nothing is known about who should look at it. */
  public MachineMark(@Nullable Double score, @Nullable Interval interval) {
    this(score, interval, null, false);
  }

  /**
   * @throws IllegalArgumentException when the mark is not in [0, 1]
   */
  public MachineMark {
    if (score != null && !(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("a mark of " + score + " is not in [0, 1]");
    }
  }

  /** The mark of a grade, as a share of its maximum. */
  public static MachineMark of(Grade grade) {
    Grade.Score score = grade.score();
    if (score == null) {
      return NONE;
    }
    double maximum = score.maximum();
    List<Double> ends = score.interval();
    return new MachineMark(
        score.given() / maximum,
        ends == null ? null : new Interval(ends.get(0) / maximum, ends.get(1) / maximum),
        grade.review().doubt(),
        grade.review().required());
  }
}

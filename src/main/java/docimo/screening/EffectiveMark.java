package docimo.screening;

import docimo.grading.Grade;
import org.jspecify.annotations.Nullable;

/**
 * The mark of an answer that counts: that of a person if one gave one, else that of the machine.
 * Immutable.
 *
 * @param value in [0, 1]; null when there is none, which is not the same as 0
 * @param low where the mark of a fair examiner is expected from, in [0, 1]; the value itself where
 *     a person gave it; null when not known
 * @param high where it is expected to; null when not known
 * @param source who gave it
 * @param needsReview whether a person should look at it before it counts
 */
public record EffectiveMark(
    @Nullable Double value,
    @Nullable Double low,
    @Nullable Double high,
    Source source,
    boolean needsReview) {

  /** Who gave a mark. */
  public enum Source {
    /** A person. */
    HUMAN,
    /** The machine. */
    MACHINE,
    /** Nobody. */
    NONE
  }

  /**
   * @param grade the newest grade; null when there is none
   * @param human the last mark that a person gave; null when there is none
   * @param waits whether somebody has been asked to look
   */
  public static EffectiveMark of(
      @Nullable RecordedGrade grade, @Nullable HumanMark human, boolean waits) {
    if (human != null) {
      return new EffectiveMark(human.mark(), human.mark(), human.mark(), Source.HUMAN, waits);
    }
    if (grade == null || grade.score() == null) {
      return new EffectiveMark(null, null, null, Source.NONE, waits);
    }
    return new EffectiveMark(
        grade.score(),
        grade.low(),
        grade.high(),
        Source.MACHINE,
        waits || grade.status() == Grade.Status.NEEDS_REVIEW);
  }
}

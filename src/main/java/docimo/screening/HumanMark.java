package docimo.screening;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mark that a person gave. Immutable; the last one of an answer counts, the machine's grade stays
 * beside it.
 *
 * @param id names it
 * @param sequence of its event in the audit log
 * @param submissionId what was marked
 * @param gradeId the machine's grade at that time; null when there was none
 * @param kind on what occasion
 * @param actor who
 * @param mark in [0, 1]
 * @param blindMark what they gave before seeing the machine's mark, in [0, 1]; null when they saw
 *     it first
 * @param reason in their words; null when it was removed
 * @param at when
 */
public record HumanMark(
    String id,
    long sequence,
    String submissionId,
    @Nullable String gradeId,
    Kind kind,
    String actor,
    double mark,
    @Nullable Double blindMark,
    @Nullable String reason,
    Instant at) {

  /** On what occasion. */
  public enum Kind {
    /** The answer was in the queue. */
    REVIEW,
    /** It was not; somebody knew better. */
    OVERRIDE,
    /** Somebody had asked for another look. */
    APPEAL
  }

  /** The same, with the sequence of its event. */
  HumanMark at(long event) {
    return new HumanMark(
        id, event, submissionId, gradeId, kind, actor, mark, blindMark, reason, at);
  }
}

package docimo.grading;

import org.jspecify.annotations.Nullable;

/**
 * What a candidate answered.
 *
 * @param text the answer as sent, possibly empty
 * @param candidateRef an opaque reference that comes back in the grade and is never looked at; null
 *     when there is none
 * @param purpose what the mark is for
 */
public record Answer(String text, @Nullable String candidateRef, Purpose purpose) {

  /** What a mark is for. */
  public enum Purpose {
    /** The candidate learns from it: feedback names the missing points. */
    PRACTICE,
    /** A recruiter decides with it: feedback to the candidate does not give the key away. */
    SCREENING
  }

  /** A practice answer without a candidate. */
  public static Answer of(String text) {
    return new Answer(text, null, Purpose.PRACTICE);
  }
}

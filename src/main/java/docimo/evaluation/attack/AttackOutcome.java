package docimo.evaluation.attack;

import docimo.grading.Grade;
import docimo.grading.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What became of one answer that was tried.
 *
 * @param questionId the question
 * @param kind what kind of answer it is
 * @param answer its text
 * @param status whether a mark was given
 * @param reason why none was; null when one was or something went wrong
 * @param score the mark as a share of the maximum, in [0, 1]; null when none was given
 */
public record AttackOutcome(
    String questionId,
    AttackKind kind,
    String answer,
    Grade.Status status,
    @Nullable Reason reason,
    @Nullable Double score) {

  /** Whether the answer gets at least a mark without a person having a look first. */
  public boolean passes(double passMark) {
    return status == Grade.Status.GRADED && score != null && score >= passMark;
  }

  /** Whether it passes, or where the answer is honest, whether it gets at least a mark. */
  boolean isMarked(double passMark) {
    return kind.isHonest() ? earned() >= passMark : passes(passMark);
  }

  /** The mark; 0 where there is none, since nothing was earned. */
  public double earned() {
    return score == null ? 0 : score;
  }
}

package docimo.evaluation;

/**
 * A marker's verdict on an answer, as SemEval-2013 Task 7 has it. Two-way labels are {@link
 * #CORRECT} and {@link #INCORRECT}; three-way labels are all three.
 */
public enum Label {
  /** The answer is right and complete. */
  CORRECT,
  /** The answer says the opposite of the reference. */
  CONTRADICTORY,
  /** The answer is wrong, incomplete or beside the point. */
  INCORRECT
}

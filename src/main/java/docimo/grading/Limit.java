package docimo.grading;

/**
 * The most that an answer can be given for what was found in it, whatever its signals say.
 *
 * @param most the highest score, in [0, 1]; 1 limits nothing
 * @param reason why, a code as flags have; empty when nothing is limited
 */
record Limit(double most, String reason) {

  /** Limits nothing. */
  static final Limit NONE = new Limit(1, "");

  /** The reason of a limit by key points that the answer contradicts. */
  static final String CONTRADICTED = "contradicted_key_points";

  /** The tighter of both; this one where they are equal. */
  Limit and(Limit other) {
    return other.most < most ? other : this;
  }
}

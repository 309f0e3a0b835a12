package docimo.embedding;

/**
 * Reads two statements together and tells whether the one says what the other says, the opposite,
 * or something else. The same two statements give the same relation, whatever else is read at the
 * time. Safe for use by several threads.
 */
public interface StatementJudge {

  /** Name and version of the judge, as each grade names it. */
  String name();

  /**
   * How one statement relates to another.
   *
   * @param contradiction how likely it says the opposite
   * @param neutral how likely it says something else
   * @param entailment how likely it says the same, in whatever words, or more; the three are in [0,
   *     1] and add up to 1 but for rounding
   */
  record Relation(double contradiction, double neutral, double entailment) {}

  /**
   * Reads two statements.
   *
   * @param said what somebody says, a sentence or a few; what is beyond 128 word pieces is not read
   * @param meant what should be said, a sentence or a part of one; at most 64 word pieces are read
   * @throws EncoderException when the model fails
   */
  Relation judge(String said, String meant);
}

package docimo.screening;

/**
 * A question of a screening.
 *
 * @param questionId in the store; answers are marked against its newest revision
 * @param weight its worth relative to the other questions, above 0 and at most 1000
 */
public record WeightedQuestion(String questionId, double weight) {

  private static final double MOST = 1000;

  /**
   * @throws InvalidValueException when the id is blank or the weight out of its range
   */
  public WeightedQuestion {
    Texts.requireId("question_id", questionId);
    if (!(weight > 0 && weight <= MOST)) {
      throw new InvalidValueException("weight", "is a number above 0 and at most 1000");
    }
  }
}

package docimo.grading;

/**
 * Why an answer was given no mark. The codes (lower case on the wire) are an open list: later
 * versions may add some.
 */
public enum Reason {
  ANSWER_EMPTY("The answer is empty."),
  ANSWER_WITHOUT_WORDS("The answer holds no words, only punctuation, symbols or emoji."),
  ANSWER_TOO_SHORT("The answer is too short to judge: a word or two that the key does not know."),
  ANSWER_TOO_LONG("The answer is longer than the limit and was not read; shorten it."),
  ANSWER_NOT_ENGLISH("The answer does not seem to be in English."),
  RESTATES_QUESTION("The answer only repeats the question."),
  SPEAKS_TO_GRADER("The answer only gives instructions to the grader and answers nothing."),
  REFERENCE_MISSING("The question has no reference answer to compare with; add one.");

  private final String message;

  Reason(String message) {
    this.message = message;
  }

  /** One sentence for people. */
  public String message() {
    return message;
  }
}

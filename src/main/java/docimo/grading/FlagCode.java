package docimo.grading;

/**
 * What an answer can be flagged for. The codes (lower case on the wire) are an open list: later
 * versions may add some.
 */
public enum FlagCode {
  DISGUISED_LETTERS("Words hold letters that only look like Latin ones, or styled letters."),
  INVISIBLE_CHARACTERS("Words are split by characters that nobody sees, or a text is hidden."),
  BIDIRECTIONAL_CONTROLS("Characters change the direction in which the answer is shown."),
  HIDDEN_TEXT("Part of the answer is styled so that nobody sees it."),
  GRADER_INSTRUCTIONS("Sentences speak to the grader instead of answering; they were not marked."),
  RETRACTED("A sentence takes back what the rest of the answer says."),
  KEYWORD_LIST("The answer lists keywords and explains nothing."),
  SHUFFLED("The words of the answer are in no order that makes sentences."),
  REPETITIOUS("The answer says the same again and again."),
  OFF_TOPIC_PADDING("Much of the answer has nothing to do with the question."),
  OTHER_REFERENCE("Much of the answer is the reference answer to another question."),
  NEAR_VERBATIM("The answer is nearly word for word a reference answer."),
  REFERENCE_WORDS(
      "The answer has more of a long reference answer's very words than people write by themselves.");

  private final String message;

  FlagCode(String message) {
    this.message = message;
  }

  /** One sentence for people. */
  public String message() {
    return message;
  }

  /** Whether it says that the answer is no prose: words without sentences that could be wrong. */
  public boolean isNotProse() {
    return this == KEYWORD_LIST || this == SHUFFLED;
  }
}

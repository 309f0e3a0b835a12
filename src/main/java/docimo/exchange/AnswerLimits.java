package docimo.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * How much is read of an answer, and of the question that comes with it. Immutable.
 *
 * @param characters how long the answer may be, in UTF-16 code units, at least 1
 * @param markedAnswers how many marked answers the question may bring along: they are marked first
 * @param markedCharacters how many characters these may have together
 */
public record AnswerLimits(int characters, int markedAnswers, int markedCharacters) {

  /** For files of our own: the limits of questions and of the grader hold all the same. */
  public static final AnswerLimits NONE =
      new AnswerLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

  /**
   * The same answer.
   *
   * @param pointer names its field
   * @throws InvalidFieldException when it is too long
   */
  public String requireShort(String pointer, String answer) {
    if (answer.length() > characters) {
      throw new InvalidFieldException(
          pointer,
          "has "
              + answer.length()
              + " characters; this service reads "
              + characters
              + " at most (limits.answer-characters), so send less");
    }
    return answer;
  }

  /**
   * Looks at the marked answers of a question that comes with an answer; one that is kept has them
   * ready.
   *
   * @param question the fields of the question
   * @throws InvalidFieldException when there are too many
   */
  public void requireFewMarkedAnswers(JsonFields question) {
    List<JsonNode> marked = question.items("marked_answers");
    long length = marked.stream().mapToLong(m -> m.path("answer").asText().length()).sum();
    if (marked.size() > markedAnswers) {
      throw tooMuch(question, markedAnswers + " entries at most, not " + marked.size());
    }
    if (length > markedCharacters) {
      throw tooMuch(question, markedCharacters + " characters at most, not " + length);
    }
  }

  private static InvalidFieldException tooMuch(JsonFields question, String allowed) {
    return new InvalidFieldException(
        question.pointer("marked_answers"),
        "must have " + allowed + " (limits.inline-marked-…); a kept question may have more");
  }
}

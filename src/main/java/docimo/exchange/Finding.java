package docimo.exchange;

import org.jspecify.annotations.Nullable;

/**
 * Something about a question bank that its author should know.
 *
 * @param severity how bad it is
 * @param code what kind of thing it is, such as {@code no-answer}; stable, for programs
 * @param questionId the question it is about; null when it concerns the bank as a whole
 * @param source name of the file; empty when the questions came from no file
 * @param line 1-based line in the source; 0 when it is not known
 * @param message what was found, one sentence
 * @param remedy what the author can do, one sentence
 */
public record Finding(
    Severity severity,
    String code,
    @Nullable String questionId,
    String source,
    int line,
    String message,
    String remedy) {

  /** How bad a finding is. */
  public enum Severity {
    /** The question cannot be marked as it is. */
    ERROR,
    /** Marks will suffer, or the author most likely meant something else. */
    WARNING,
    /** Good to know. */
    INFO
  }

  /**
   * @throws IllegalArgumentException when the code is blank or the line is negative
   */
  public Finding {
    if (code.isBlank() || line < 0) {
      throw new IllegalArgumentException("a finding needs a code and a line of at least 0");
    }
  }

  /** The finding as one line for people: place, severity, message, remedy. */
  @Override
  public String toString() {
    String place = source + (line > 0 ? ":" + line : "");
    return (place.isEmpty() ? "" : place + ": ")
        + severity.name().toLowerCase(java.util.Locale.ROOT)
        + (questionId == null ? "" : " [" + questionId + "]")
        + ": "
        + message
        + " "
        + remedy;
  }
}

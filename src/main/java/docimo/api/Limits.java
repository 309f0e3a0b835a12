package docimo.api;

/**
 * How large a request may be. Immutable.
 *
 * @param bodyBytes the largest body of JSON, at least 1; uploads are read while they come and have
 *     no such limit
 * @param answerCharacters the longest answer that is read, in UTF-16 code units, at least 1
 * @param headerBytes how large the line and the headers of a request may be together, at least 1
 */
public record Limits(int bodyBytes, int answerCharacters, int headerBytes) {

  /** Bodies up to 1 MiB, in which an answer may be as long as they allow; headers up to 8 KiB. */
  public static final Limits DEFAULT = new Limits(1 << 20, 1 << 20, 1 << 13);

  /**
   * @throws IllegalArgumentException when a limit is below 1
   */
  public Limits {
    if (bodyBytes < 1 || answerCharacters < 1 || headerBytes < 1) {
      throw new IllegalArgumentException("a limit is at least 1");
    }
  }
}

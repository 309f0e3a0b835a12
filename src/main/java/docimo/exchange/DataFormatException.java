package docimo.exchange;

/**
 * A file of marked answers or of results cannot be read. The message names the file, the line and,
 * where there is one, the field; it never holds the text of an answer.
 */
public final class DataFormatException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String source;
  private final long line;

  DataFormatException(String source, long line, String problem) {
    super(source + ", line " + line + ": " + problem);
    this.source = source;
    this.line = line;
  }

  /** Name of the file. */
  public String source() {
    return source;
  }

  /** The line, counted from 1. */
  public long line() {
    return line;
  }
}

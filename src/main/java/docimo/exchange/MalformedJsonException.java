package docimo.exchange;

/** A text is not JSON. The message says where it stops being so and never quotes it. */
public final class MalformedJsonException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final long column;

  /**
   * @param line where reading stopped, counted from 1
   * @param column where in that line, counted from 1
   */
  public MalformedJsonException(long line, long column) {
    super("not valid JSON at line " + line + ", column " + column);
    this.column = column;
  }

  /** Where in its line reading stopped, counted from 1. */
  public long column() {
    return column;
  }
}

package docimo.exchange;

/**
 * Rows that were sent cannot be read on. The message says what to do and quotes nothing of them.
 */
public final class BrokenBodyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why not. The names (lower case on the wire) stay. */
  public enum Reason {
    /** What stands around the rows is not JSON. */
    MALFORMED_JSON,
    /** It ended before all of it had come. */
    INCOMPLETE_BODY,
    /** There are more rows than are taken at once. */
    TOO_MANY_ROWS,
    /** It has more bytes than are taken at once. */
    BODY_TOO_LARGE,
    /** The service takes no more rows, because it stops. */
    SERVICE_STOPPING
  }

  private final Reason reason;

  /**
   * @param message a sentence with the remedy
   */
  BrokenBodyException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** Why not. */
  public Reason reason() {
    return reason;
  }
}

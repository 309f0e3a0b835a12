package docimo.exchange;

/** A JSON document is well formed, but a value in it is not what it must be. */
public final class InvalidFieldException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String pointer;

  /**
   * @param pointer JSON pointer (RFC 6901) to the value; empty for the document as a whole
   * @param problem what is wrong and what to do, without the value itself
   */
  public InvalidFieldException(String pointer, String problem) {
    super(problem);
    this.pointer = pointer;
  }

  /** JSON pointer to the value. */
  public String pointer() {
    return pointer;
  }

  /** The problem; never null. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}

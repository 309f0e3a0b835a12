package docimo.access;

/** A value of a key or tenant that cannot be. The message says what can. */
public final class InvalidAccessException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String field;
  private final String problem;

  /**
   * @param field the name on the wire
   * @param problem reads on after the name; never repeats the value
   */
  InvalidAccessException(String field, String problem) {
    super("'" + field + "' " + problem);
    this.field = field;
    this.problem = problem;
  }

  /** The name on the wire. */
  public String field() {
    return field;
  }

  /** What is wrong; reads on after the name. */
  public String problem() {
    return problem;
  }
}

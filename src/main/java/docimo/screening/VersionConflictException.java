package docimo.screening;

/** Somebody else changed a thing first: read it again, and decide again. */
public final class VersionConflictException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String kind;
  private final String id;
  private final long expected;
  private final long actual;

  /**
   * @param kind what it is, such as "screening"
   * @param id names it
   * @param expected the version that the caller had read
   * @param actual the version that there is; 0 when there is none
   */
  public VersionConflictException(String kind, String id, long expected, long actual) {
    super(
        kind
            + " '"
            + id
            + "' is at version "
            + actual
            + ", not "
            + expected
            + ": read it again and decide again");
    this.kind = kind;
    this.id = id;
    this.expected = expected;
    this.actual = actual;
  }

  /** What it is. */
  public String kind() {
    return kind;
  }

  /** Names it. */
  public String id() {
    return id;
  }

  /** The version that the caller had read. */
  public long expected() {
    return expected;
  }

  /** The version that there is. */
  public long actual() {
    return actual;
  }
}

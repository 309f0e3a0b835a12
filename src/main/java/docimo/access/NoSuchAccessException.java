package docimo.access;

/** A key or tenant was asked for that is not there. */
public final class NoSuchAccessException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String kind;

  /**
   * @param kind "key" or "tenant"
   * @param name what it was asked for by
   */
  public NoSuchAccessException(String kind, String name) {
    super("no " + kind + " '" + name + "'");
    this.kind = kind;
  }

  /** What it is: "key" or "tenant". */
  public String kind() {
    return kind;
  }
}

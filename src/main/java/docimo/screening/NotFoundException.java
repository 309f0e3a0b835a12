package docimo.screening;

/** Something was asked for that is not there. */
public final class NotFoundException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String kind;
  private final String id;

  /**
   * @param kind what it is, such as "screening"
   * @param id what it was asked for by
   */
  public NotFoundException(String kind, String id) {
    super("no " + kind + " '" + id + "'");
    this.kind = kind;
    this.id = id;
  }

  /** What it is. */
  public String kind() {
    return kind;
  }

  /** What it was asked for by. */
  public String id() {
    return id;
  }
}

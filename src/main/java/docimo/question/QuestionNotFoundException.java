package docimo.question;

/** A question was asked for by an id that the bank does not have. */
public final class QuestionNotFoundException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String id;

  public QuestionNotFoundException(String id) {
    super("no question with the id '" + id + "'");
    this.id = id;
  }

  /** The id that was asked for. */
  public String id() {
    return id;
  }
}

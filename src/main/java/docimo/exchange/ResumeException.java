package docimo.exchange;

/** Results of a batch cannot be gone on with: they are not those of the input. */
public final class ResumeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ResumeException(String message) {
    super(message);
  }
}

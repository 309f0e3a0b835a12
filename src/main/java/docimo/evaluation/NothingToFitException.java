package docimo.evaluation;

/** There are no answers that a model could be fitted on; the message says what is missing. */
public final class NothingToFitException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NothingToFitException(String message) {
    super(message);
  }
}

package docimo.cli;

/** A command cannot do what it was asked; the message says why and what to do. */
final class CommandFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CommandFailedException(String message) {
    super(message);
  }
}

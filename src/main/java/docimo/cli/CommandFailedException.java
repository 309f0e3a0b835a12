package docimo.cli;

import java.nio.file.Path;

/** A command cannot do what it was asked; the message says why and what to do. */
final class CommandFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CommandFailedException(String message) {
    super(message);
  }

  static CommandFailedException cannotWrite(Path file) {
    return new CommandFailedException(
        "cannot write " + file + "; check that the folder exists and that you may write there");
  }
}

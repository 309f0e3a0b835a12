package docimo.api;

import java.io.IOException;

/** A body was not received because others take all the memory there is for bodies. */
final class BodyMemoryException extends IOException {

  private static final long serialVersionUID = 1L;

  BodyMemoryException() {
    super("there is no memory for another body");
  }
}

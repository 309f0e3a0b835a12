package docimo.api;

import java.io.IOException;

/** A body came more slowly than clients may send. */
final class SlowBodyException extends IOException {

  private static final long serialVersionUID = 1L;

  SlowBodyException() {
    super("the body came too slowly");
  }
}

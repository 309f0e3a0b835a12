package docimo.store;

import docimo.grading.ReviewPolicy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Policies of review as texts. Pure functions. */
final class Policies {

  private Policies() {}

  static ReviewPolicy read(String text) {
    try {
      return ReviewPolicy.read(
          "review policy", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package docimo.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import docimo.exchange.Json;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457).
 *
 * @param type names the kind of problem; stable
 * @param title the kind of problem in a few words
 * @param status HTTP status
 * @param detail what went wrong this time and what to do
 * @param pointer JSON pointer to the field at fault; absent when no one field is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(String type, String title, int status, String detail, @Nullable String pointer) {

  static final String MEDIA_TYPE = "application/problem+json";

  private static final String TYPES = "urn:docimo:problem:";

  static Problem of(int status, String type, String title, String detail) {
    return new Problem(TYPES + type, title, status, detail, null);
  }

  /** The service takes no requests yet, or no more. */
  static Problem notReady() {
    return of(503, "not-ready", "Not ready", "The service is starting or stopping; try again");
  }

  /** The service has as much to do as it takes on. */
  static Problem overloaded(String detail) {
    return of(503, "overloaded", "Too much at once", detail);
  }

  Problem at(String fieldPointer) {
    return new Problem(type, title, status, detail, fieldPointer);
  }

  /**
   * The document in UTF-8. Angle brackets and ampersands, which it can only have from the request,
   * are written as escapes: nothing that takes it for a page may find markup in it.
   */
  byte[] bytes() {
    return Json.write(this)
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .getBytes(StandardCharsets.UTF_8);
  }
}

package docimo.api;

import com.fasterxml.jackson.annotation.JsonInclude;
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

  Problem at(String fieldPointer) {
    return new Problem(type, title, status, detail, fieldPointer);
  }
}

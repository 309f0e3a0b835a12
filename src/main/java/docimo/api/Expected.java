package docimo.api;

import docimo.exchange.InvalidFieldException;
import docimo.exchange.JsonFields;
import io.javalin.http.Context;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version that a caller had read before asking for a change. */
final class Expected {

  private static final Pattern TAG = Pattern.compile("\"([0-9]{1,15})\"");
  private static final String FIELD = "version";

  private Expected() {}

  /**
   * The version in the header {@code If-Match}, or in the field {@code version}.
   *
   * @throws RequestException when the header has no version
   * @throws InvalidFieldException when there is neither, the field is no version, or they differ
   */
  static long version(Context ctx, JsonFields fields) {
    Long tag = tag(ctx);
    if (tag != null && !fields.has(FIELD)) {
      return tag;
    }
    long version =
        Values.natural(
            fields, FIELD, "send the version that you read, here or as the header If-Match");
    if (tag != null && tag != version) {
      throw new InvalidFieldException(
          fields.pointer(FIELD), "is another version than that of If-Match; send one of them");
    }
    return version;
  }

  private static @Nullable Long tag(Context ctx) {
    String header = ctx.header("If-Match");
    if (header == null) {
      return null;
    }
    Matcher tag = TAG.matcher(header.strip());
    if (!tag.matches()) {
      throw new RequestException(
          Problem.of(
              400,
              "invalid-version",
              "This is no version",
              "If-Match takes one ETag as GET gives it, such as \"3\""));
    }
    return Long.valueOf(tag.group(1));
  }
}

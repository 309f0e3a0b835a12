package docimo.api;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.regex.Pattern;

/** The media types that an upload may have. */
final class UploadType {

  private static final Pattern UTF_8 =
      Pattern.compile(".*;\\s*charset\\s*=\\s*\"?utf-8\"?.*", Pattern.CASE_INSENSITIVE);

  private UploadType() {}

  /**
   * A file name that tells the format of the body.
   *
   * @throws RequestException when it has another media type, or no UTF-8
   */
  static String fileName(Context ctx) {
    String header = ctx.header("Content-Type");
    String type = header == null ? "" : header.toLowerCase(Locale.ROOT);
    if (type.contains("charset") && !UTF_8.matcher(type).matches()) {
      throw unsupported("An upload is sent in UTF-8; the request has another charset");
    }
    return switch (type.replaceFirst(";.*", "").strip()) {
      case "text/csv" -> "upload.csv";
      case "text/tab-separated-values" -> "upload.tsv";
      case "application/x-ndjson", "application/jsonl" -> "upload.jsonl";
      default ->
          throw unsupported("An upload has the Content-Type text/csv or application/x-ndjson");
    };
  }

  private static RequestException unsupported(String detail) {
    return new RequestException(
        Problem.of(415, "unsupported-media-type", "Another media type is needed", detail));
  }
}

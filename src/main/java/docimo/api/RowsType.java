package docimo.api;

import docimo.exchange.SentRows;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.regex.Pattern;

/** The media types in which rows come and go: JSON lines, or an array. */
final class RowsType {

  static final String LINES = "application/x-ndjson";
  static final String ARRAY = "application/json";

  private static final Pattern OTHER_CHARSET =
      Pattern.compile(
          ".*;\\s*charset\\s*=\\s*(?!\"?utf-8\"?\\s*(;|$)).*", Pattern.CASE_INSENSITIVE);

  private RowsType() {}

  /**
   * How the rows of a body are written.
   *
   * @throws RequestException when it has another media type, or no UTF-8
   */
  static SentRows.Format sent(Context ctx) {
    String header = ctx.header("Content-Type");
    String type = header == null ? "" : header.toLowerCase(Locale.ROOT);
    if (OTHER_CHARSET.matcher(type).matches()) {
      throw unsupported("Rows are sent in UTF-8; the request has another charset");
    }
    return switch (type.replaceFirst(";.*", "").strip()) {
      case LINES, "application/jsonl" -> SentRows.Format.LINES;
      case ARRAY -> SentRows.Format.ARRAY;
      default ->
          throw unsupported("Rows have the Content-Type " + LINES + ", or " + ARRAY + " as a list");
    };
  }

  /**
   * How the results are wanted.
   *
   * @param otherwise what it means that the request does not say
   */
  static String wanted(Context ctx, String otherwise) {
    String accept = ctx.header("Accept");
    if (accept == null) {
      return otherwise;
    }
    String lower = accept.toLowerCase(Locale.ROOT);
    boolean lines = lower.contains(LINES) || lower.contains("application/jsonl");
    boolean array = lower.contains(ARRAY);
    if (lines == array) {
      return otherwise;
    }
    return lines ? LINES : ARRAY;
  }

  private static RequestException unsupported(String detail) {
    return new RequestException(
        Problem.of(415, "unsupported-media-type", "Another media type is needed", detail));
  }
}

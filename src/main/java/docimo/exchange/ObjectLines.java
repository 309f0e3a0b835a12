package docimo.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON object a line and refuses the first line that is none; blank lines are passed over.
 * Holds one line at a time. Used by one thread.
 */
final class ObjectLines implements Closeable {

  private static final int LONGEST_LINE = 16 * 1024 * 1024;

  private final String source;
  private final BoundedLines lines;
  private long number;

  /**
   * @param source names the file in messages
   * @param in buffered; closed with this
   */
  ObjectLines(String source, InputStream in) {
    this.source = source;
    this.lines = new BoundedLines(in, LONGEST_LINE);
  }

  /**
   * The next object; null after the last one.
   *
   * @param reader makes something of its fields
   * @throws DataFormatException when the line is no object, or the reader refuses a field
   * @throws IOException when the file cannot be read on
   */
  <T> @Nullable T next(Function<JsonFields, T> reader) throws IOException {
    for (BoundedLines.Line line = lines.next(); line != null; line = lines.next()) {
      number = line.number();
      String text = line.text();
      if (text == null) {
        throw refusal(String.valueOf(line.problem()));
      }
      if (!text.isBlank()) {
        return read(text, reader);
      }
    }
    return null;
  }

  private <T> T read(String text, Function<JsonFields, T> reader) {
    try {
      return reader.apply(JsonFields.of(Json.read(text), ""));
    } catch (MalformedJsonException e) {
      throw refusal("the row is not valid JSON at column " + e.column());
    } catch (InvalidFieldException e) {
      String field = e.pointer().isEmpty() ? "the row" : "'" + e.pointer().substring(1) + "'";
      throw refusal(field + " " + e.getMessage());
    }
  }

  private DataFormatException refusal(String problem) {
    return new DataFormatException(source, number, problem);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}

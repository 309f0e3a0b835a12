package docimo.exchange;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines of UTF-8 one at a time, however long the stream: a line that is too long or no UTF-8
 * is passed over and said so, and the next one is read. Used by one thread.
 */
final class BoundedLines implements Closeable {

  /**
   * A line.
   *
   * @param number the line, counted from 1
   * @param text the line without its end; null when it could not be read
   * @param problem why it could not be read; null when it could
   */
  record Line(long number, @Nullable String text, @Nullable String problem) {}

  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final InputStream in;
  private final int longest;
  private long bytesRead;
  private long number;

  /**
   * @param in read through a buffer of its own, if it has none then slowly
   * @param longest the most bytes that a line may have
   */
  BoundedLines(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /** The next line; null after the last one. */
  @Nullable Line next() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    int c = in.read();
    if (c < 0) {
      return null;
    }
    number++;
    boolean isFirst = number == 1;
    boolean tooLong = false;
    for (; c >= 0 && c != '\n'; c = in.read()) {
      bytesRead++;
      tooLong |= bytes.size() >= longest;
      if (!tooLong) {
        bytes.write(c);
      }
    }
    bytesRead += c == '\n' ? 1 : 0;
    return tooLong
        ? new Line(number, null, "the row is longer than " + longest + " bytes; shorten it")
        : decode(bytes, isFirst);
  }

  private Line decode(ByteArrayOutputStream bytes, boolean isFirst) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes.toByteArray()))
              .toString();
      if (isFirst && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
        text = text.substring(1);
      }
      return new Line(
          number, text.endsWith("\r") ? text.substring(0, text.length() - 1) : text, null);
    } catch (CharacterCodingException e) {
      return new Line(number, null, "the row is not UTF-8 text; save the file as UTF-8");
    }
  }

  long bytesRead() {
    return bytesRead;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

package docimo.exchange;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Rows of which each is a line of its own; blank lines are no rows. */
final class JsonLineRows implements JsonRows {

  /** A longer row is not read. */
  static final int LONGEST_LINE = 16 * 1024 * 1024;

  private final InputStream in;
  private final BoundedLines lines;
  private long number;

  /**
   * @param in has a buffer; closed with the rows
   */
  JsonLineRows(InputStream in) {
    this.in = in;
    this.lines = new BoundedLines(in, LONGEST_LINE);
  }

  @Override
  public @Nullable JsonRow next() throws IOException {
    for (BoundedLines.Line line = lines.next(); line != null; line = lines.next()) {
      String text = line.text();
      if (text == null || !text.isBlank()) {
        return new JsonRow(new RowPlace(++number, line.number()), text, line.problem());
      }
    }
    return null;
  }

  @Override
  public boolean isReady() throws IOException {
    return in.available() > 0;
  }

  @Override
  public long bytesRead() {
    return lines.bytesRead();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}

package docimo.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that are read, and ends with an error when there are too many. One thread. */
final class CountedStream extends FilterInputStream {

  /** There were more bytes than allowed. */
  static final class TooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean row;

    private TooLargeException(boolean row) {
      super(row ? "a row is too long" : "all of it is too long");
      this.row = row;
    }

    /** Whether it is one row that is too long. */
    boolean isRow() {
      return row;
    }
  }

  private final long most;
  private long count;
  private long endOfRow = Long.MAX_VALUE;

  /**
   * @param most how many bytes may be read
   */
  CountedStream(InputStream in, long most) {
    super(in);
    this.most = most;
  }

  /** How many bytes were read. */
  long count() {
    return count;
  }

  /** Says how many bytes may be read until the row that begins now has ended. */
  void beginRow(long bytes) {
    endOfRow = count + bytes;
  }

  @Override
  public int read() throws IOException {
    int read = in.read();
    counted(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = in.read(bytes, offset, length);
    counted(Math.max(0, read));
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void counted(int more) throws TooLargeException {
    count += more;
    if (count > most || count > endOfRow) {
      throw new TooLargeException(count <= most);
    }
  }
}

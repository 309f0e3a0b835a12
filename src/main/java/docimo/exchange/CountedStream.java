package docimo.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that are read, and ends with an error when there are too many. One thread. */
final class CountedStream extends FilterInputStream {

  /** There were more bytes than allowed. */
  static final class TooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    private TooLargeException(long most) {
      super("more than " + most + " bytes");
    }
  }

  private final long most;
  private long count;

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
    if (count > most) {
      throw new TooLargeException(most);
    }
  }
}

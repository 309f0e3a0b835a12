package docimo.api;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * A body that is read while it comes, and given up when it comes too slowly. Only the time that its
 * reader waits for the client counts, not what the reader does in between. Used by one thread.
 */
final class PacedInput extends FilterInputStream {

  private static final long NANOS = 1_000_000_000L;

  private final long patience;
  private final long bytesPerSecond;
  private final LongSupplier clock;
  private long waited;
  private long bytes;

  PacedInput(InputStream in, Timeouts timeouts) {
    this(in, timeouts, System::nanoTime);
  }

  PacedInput(InputStream in, Timeouts timeouts, LongSupplier clock) {
    super(in);
    this.patience = timeouts.body().toNanos();
    this.bytesPerSecond = timeouts.bytesPerSecond();
    this.clock = clock;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  /**
   * @throws SlowBodyException when the client is slower than it may be
   */
  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    long before = clock.getAsLong();
    int count = super.read(target, offset, length);
    waited += clock.getAsLong() - before;
    bytes += Math.max(0, count);
    if (count >= 0 && waited > patience + bytes * NANOS / bytesPerSecond) {
      throw new SlowBodyException();
    }
    return count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}

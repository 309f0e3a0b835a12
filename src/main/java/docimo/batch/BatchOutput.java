package docimo.batch;

import java.io.Closeable;
import java.io.IOException;

/** Where the results of a batch go, in the order of its rows. Used by one thread. */
public interface BatchOutput extends Closeable {

  /**
   * Takes the result of the next row.
   *
   * @throws IOException when it cannot be kept
   */
  void write(BatchResult result) throws IOException;
}

package docimo.batch;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the rows of a batch come from, one after the other. Used by one thread. */
public interface BatchInput extends Closeable {

  /**
   * The next row; null after the last one. A row that cannot be understood is a {@link
   * BatchRow.Broken}, not an exception.
   *
   * @throws IOException when the input itself cannot be read on
   */
  @Nullable BatchRow next() throws IOException;

  /**
   * Whether there is something of the next row already. When there is not, results that are ready
   * need not wait for it.
   *
   * @throws IOException when the input itself cannot be read on
   */
  default boolean isReady() throws IOException {
    return true;
  }

  /**
   * The names under which rows may carry something, in the order of the input; empty when it does
   * not say beforehand.
   */
  default List<String> carriedNames() {
    return List.of();
  }

  /** How many bytes of the input were read so far, for showing progress. */
  long bytesRead();
}

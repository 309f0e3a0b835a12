package docimo.exchange;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where rows of JSON come from, one after the other. Used by one thread. */
interface JsonRows extends Closeable {

  /**
   * The next row; null after the last one.
   *
   * @throws IOException when the input itself cannot be read on
   * @throws MalformedJsonException when what stands around the rows is not JSON
   */
  @Nullable JsonRow next() throws IOException;

  /** Whether something of the next row is there already. */
  boolean isReady() throws IOException;

  /** How many bytes of the input were read so far. */
  long bytesRead();
}

package docimo.api;

import java.time.Duration;

/**
 * How long the service waits. Immutable.
 *
 * @param idle after so long without a byte in either direction a connection is closed
 * @param stop how long requests in flight may take to finish when the service is stopped
 */
public record Timeouts(Duration idle, Duration stop) {

  /** Half a minute without a byte; ten seconds to finish. */
  public static final Timeouts DEFAULT =
      new Timeouts(Duration.ofSeconds(30), Duration.ofSeconds(10));
}

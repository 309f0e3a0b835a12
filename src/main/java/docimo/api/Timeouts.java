package docimo.api;

import java.time.Duration;

/**
 * How long the service waits. Immutable.
 *
 * @param idle after so long without a byte in either direction a connection is closed
 * @param stop how long requests in flight may take to finish when the service is stopped
 * @param headers how long the line and the headers of a request may take to come
 * @param body how long a body of JSON may take to come
 * @param bytesPerSecond what uploads must bring and clients must read, on an average after {@code
 *     body} and {@code idle}
 * @param attack how long an attack on a question may take
 */
public record Timeouts(
    Duration idle,
    Duration stop,
    Duration headers,
    Duration body,
    int bytesPerSecond,
    Duration attack) {

  /** Half a minute without a byte or for a body; ten seconds for headers, and to finish. */
  public static final Timeouts DEFAULT =
      new Timeouts(
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          1024,
          Duration.ofSeconds(60));

  /** The default but for these. */
  public Timeouts(Duration idle, Duration stop) {
    this(idle, stop, DEFAULT.headers, DEFAULT.body, DEFAULT.bytesPerSecond, DEFAULT.attack);
  }
}

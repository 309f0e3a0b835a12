package docimo.screening;

import java.time.Duration;

/**
 * How long what is of no screening is kept.
 *
 * @param grades jobs of grades with their rows and results, after their state changed last
 * @param replies replies to requests that may come again, after the request came
 */
public record Keeping(Duration grades, Duration replies) {

  /** A week, and a day. */
  public static final Keeping DEFAULT = new Keeping(Duration.ofDays(7), Duration.ofDays(1));
}

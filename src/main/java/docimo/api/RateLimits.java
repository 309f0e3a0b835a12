package docimo.api;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * How many requests a caller may make. Each number is an average of a minute and also what may come
 * at once; 0 is no limit. Immutable.
 *
 * @param gradesPerMinute requests that mark: grades, submissions, attacks, previews, replays
 * @param readsPerMinute requests that change nothing
 * @param writesPerMinute all others
 * @param failuresPerMinute requests without a valid key; counted by address
 */
public record RateLimits(
    int gradesPerMinute, int readsPerMinute, int writesPerMinute, int failuresPerMinute) {

  /** No limits. */
  public static final RateLimits NONE = new RateLimits(0, 0, 0, 0);

  /** Ten marks a second, and more reads than pages need. */
  public static final RateLimits DEFAULT = new RateLimits(600, 3000, 600, 30);

  /** None where only this machine can ask, the default elsewhere. */
  public static RateLimits usual(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress() ? NONE : DEFAULT;
    } catch (UnknownHostException e) {
      return DEFAULT; // nobody can listen there either
    }
  }

  /**
   * @throws IllegalArgumentException when a number is negative
   */
  public RateLimits {
    if (Math.min(
            Math.min(gradesPerMinute, readsPerMinute), Math.min(writesPerMinute, failuresPerMinute))
        < 0) {
      throw new IllegalArgumentException("a rate is 0 or above");
    }
  }
}

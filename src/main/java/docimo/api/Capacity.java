package docimo.api;

/**
 * How much the service takes on at once. Immutable.
 *
 * @param connections how many clients may be connected; more wait until one leaves
 * @param requests how many requests may be worked on, not counting those whose body is still coming
 *     in or whose reply is going out
 * @param streams how many of these may be uploads, batches and exports, which last as long as their
 *     client takes
 * @param longRequests how many may be attacks and previews of regrades, which make many marks
 */
public record Capacity(int connections, int requests, int streams, int longRequests) {

  /** For a machine of a few cores. */
  public static final Capacity DEFAULT = new Capacity(16_384, 128, 16, 4);

  /**
   * @throws IllegalArgumentException when a number is below 1
   */
  public Capacity {
    if (Math.min(Math.min(connections, requests), Math.min(streams, longRequests)) < 1) {
      throw new IllegalArgumentException("a capacity is at least 1");
    }
  }
}

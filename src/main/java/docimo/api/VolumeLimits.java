package docimo.api;

/**
 * How much of what comes in great numbers the service takes.
 *
 * @param batchRows rows that a batch may have, at least 1
 * @param batchBytes bytes that the body of a batch may have, at least 1
 * @param batchesAtOnce batches that are answered at once, at least 1; others are told to wait
 * @param listeners how many may listen to the events of jobs at once, at least 1
 * @param replyBytes the largest reply that is kept for a request which may come again
 */
public record VolumeLimits(
    int batchRows, long batchBytes, int batchesAtOnce, int listeners, int replyBytes) {

  /** 10,000 rows and 128 MiB, eight batches, 500 listeners, replies of 256 KiB. */
  public static final VolumeLimits DEFAULT =
      new VolumeLimits(10_000, 128L << 20, 8, 500, 256 << 10);
}

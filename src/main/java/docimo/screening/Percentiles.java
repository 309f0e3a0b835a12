package docimo.screening;

import java.util.Arrays;

/**
 * Percentiles by mid-rank: the share of scores below, and half of those that are equal, in percent.
 * Immutable.
 */
final class Percentiles {

  private static final double TENTHS = 10;

  private final double[] sorted;

  /**
   * @param scores of all, in any order, at least one
   */
  Percentiles(double[] scores) {
    sorted = scores.clone();
    Arrays.sort(sorted);
  }

  /** The percentile of a score, in [0, 100], one decimal; 50 when all are equal. */
  double of(double score) {
    int below = Ranking.below(sorted, score);
    int equal = Ranking.below(sorted, Math.nextUp(score)) - below;
    double percent = 100 * (below + equal / 2.0) / sorted.length;
    return Math.round(percent * TENTHS) / TENTHS;
  }
}

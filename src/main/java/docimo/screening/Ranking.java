package docimo.screening;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Places among those whose score can be compared. Immutable.
 *
 * <p>Two scores whose intervals overlap are not told apart by the marks, so each place also says
 * between which places the candidate may be.
 */
public final class Ranking {

  private static final double NEVER = -1;

  /**
   * A place.
   *
   * @param rank 1 and the number of higher scores; equal scores have equal ranks
   * @param best 1 and the number of those whose whole interval is higher
   * @param worst the number of those whose interval is not wholly lower
   * @param overlapping how many others have an interval that overlaps this one's; those with the
   *     same score do
   */
  public record Place(int rank, int best, int worst, int overlapping) {}

  private final double[] scores;
  private final double[] lows;
  private final double[] highs;

  /**
   * @param ranked the scores that can be compared: with a value, not {@code INCOMPLETE}; one
   *     without an interval is taken to be exact
   */
  Ranking(List<WeightedScore> ranked) {
    scores = ranked.stream().mapToDouble(s -> or(s.value(), NEVER)).sorted().toArray();
    lows = ranked.stream().mapToDouble(Ranking::low).sorted().toArray();
    highs = ranked.stream().mapToDouble(Ranking::high).sorted().toArray();
  }

  /** Whether a score takes part. */
  static boolean takes(WeightedScore score) {
    return score.value() != null && score.status() != WeightedScore.Status.INCOMPLETE;
  }

  /** The place of one of the scores. */
  Place place(WeightedScore score) {
    int all = scores.length;
    int higher = all - below(scores, Math.nextUp(or(score.value(), NEVER)));
    int whollyHigher = all - below(lows, Math.nextUp(high(score)));
    int whollyLower = below(highs, low(score));
    return new Place(
        higher + 1, whollyHigher + 1, all - whollyLower, all - whollyHigher - whollyLower - 1);
  }

  private static double low(WeightedScore score) {
    return or(score.low(), or(score.value(), NEVER));
  }

  private static double high(WeightedScore score) {
    return or(score.high(), or(score.value(), NEVER));
  }

  private static double or(@Nullable Double value, double other) {
    return value == null ? other : value;
  }

  /** How many of the sorted values are below a border. */
  static int below(double[] sorted, double border) {
    int found = Arrays.binarySearch(sorted, border);
    if (found < 0) {
      return -found - 1;
    }
    while (found > 0 && sorted[found - 1] == border) {
      found--;
    }
    return found;
  }
}

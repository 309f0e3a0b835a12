package docimo.grading;

import java.util.List;

/**
 * How far scores were from the marks of people on answers that the model was not fitted on, by
 * tenths of the score. Immutable.
 *
 * @param level the share of marks that lie between low and high, in (0, 1)
 * @param low for each tenth of the score, what is added to it for the low end; ten numbers, 0 or
 *     below
 * @param high for each tenth, what is added for the high end; ten numbers, 0 or above
 */
public record HeldOutErrors(double level, List<Double> low, List<Double> high) {

  private static final int TENTHS = 10;

  /**
   * @throws IllegalArgumentException when a number is out of its range
   */
  public HeldOutErrors {
    low = List.copyOf(low);
    high = List.copyOf(high);
    if (!(level > 0 && level < 1)
        || low.size() != TENTHS
        || high.size() != TENTHS
        || low.stream().anyMatch(x -> !(x <= 0))
        || high.stream().anyMatch(x -> !(x >= 0))) {
      throw new IllegalArgumentException(
          "an interval needs a level and ten numbers for each end, low ones not above 0");
    }
  }

  /** Where the mark of a fair examiner is expected: low and high, in [0, 1], four decimals. */
  public List<Double> interval(double score) {
    int tenth = Math.min(TENTHS - 1, (int) (score * TENTHS));
    return List.of(
        ScoringModel.round(Math.max(0, score + low.get(tenth))),
        ScoringModel.round(Math.min(1, score + high.get(tenth))));
  }
}

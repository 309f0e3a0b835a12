package docimo.evaluation;

import docimo.grading.HeldOutErrors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds for each tenth of the score how far human marks lie from it: quantiles of human less
 * machine mark, each data set counting the same. A tenth with few answers borrows those of its
 * neighbours.
 */
final class IntervalFit {

  /** The share of human marks that is to lie inside. */
  static final double LEVEL = 0.8;

  /** Fewer answers tell nothing about their outer tenths. */
  private static final int ENOUGH = 50;

  private static final double NARROWEST = 0.02;

  private IntervalFit() {}

  /**
   * An error and what it counts.
   *
   * @param value human less machine mark
   * @param weight what it counts, above 0
   */
  record Miss(double value, double weight) {}

  /** The errors of judgements of answers that the judge was not fitted on. */
  static HeldOutErrors of(List<Judgement> heldOut) {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    heldOut.forEach(j -> sizes.merge(j.answer().dataset(), 1, Integer::sum));
    List<List<Miss>> tenths = new ArrayList<>();
    for (int i = 0; i < Agreement.BINS; i++) {
      tenths.add(new ArrayList<>());
    }
    for (Judgement j : heldOut) {
      double weight = 1.0 / sizes.getOrDefault(j.answer().dataset(), 1);
      tenths
          .get(Math.min(Agreement.BINS - 1, (int) (j.score() * Agreement.BINS)))
          .add(new Miss(j.answer().gradedScore() - j.score(), weight));
    }
    List<Double> low = new ArrayList<>();
    List<Double> high = new ArrayList<>();
    for (int i = 0; i < Agreement.BINS; i++) {
      List<Miss> errors = around(i, tenths);
      double tail = (1 - LEVEL) / 2;
      low.add(Fit.rounded(Math.min(-NARROWEST, quantile(errors, tail))));
      high.add(Fit.rounded(Math.max(NARROWEST, quantile(errors, 1 - tail))));
    }
    return new HeldOutErrors(LEVEL, low, high);
  }

  /** The errors of a tenth and of as many neighbours on both sides as are needed. */
  static List<Miss> around(int tenth, List<List<Miss>> tenths) {
    List<Miss> errors = new ArrayList<>(tenths.get(tenth));
    for (int reach = 1; errors.size() < ENOUGH && reach < tenths.size(); reach++) {
      if (tenth - reach >= 0) {
        errors.addAll(tenths.get(tenth - reach));
      }
      if (tenth + reach < tenths.size()) {
        errors.addAll(tenths.get(tenth + reach));
      }
    }
    return errors;
  }

  /** The least error such that errors up to it have at least a share of the weight. */
  static double quantile(List<Miss> errors, double share) {
    List<Miss> sorted =
        errors.stream()
            .sorted(Comparator.comparingDouble(Miss::value).thenComparingDouble(Miss::weight))
            .toList();
    double total = 0;
    for (Miss error : sorted) {
      total += error.weight();
    }
    double below = 0;
    for (Miss error : sorted) {
      below += error.weight();
      if (below >= share * total - 1e-12 * total) {
        return error.value();
      }
    }
    return 0;
  }
}

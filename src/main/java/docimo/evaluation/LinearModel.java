package docimo.evaluation;

import docimo.grading.Calibration;
import docimo.grading.Familiarity;
import docimo.grading.HeldOutErrors;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A scoring model as it was fitted: it marks observations as {@link docimo.grading.ScoringModel}
 * does, except for the rounding to four decimals on the way.
 *
 * @param weights what each signal counts, 0 or above, at least one above 0; sorted by name
 * @param calibration from the weighted mean to the mark
 * @param ridge the ridge strength that was chosen
 * @param errors how far off it was on held-out answers; null when that was not measured
 * @param familiarity what the answers are like that it was fitted on; null when that was not
 *     measured
 */
public record LinearModel(
    Map<String, Double> weights,
    Calibration calibration,
    double ridge,
    @Nullable HeldOutErrors errors,
    @Nullable Familiarity familiarity) {

  /** Keeps its own copy. */
  public LinearModel {
    weights = new TreeMap<>(weights);
  }

  @Override
  public Map<String, Double> weights() {
    return new TreeMap<>(weights);
  }

  /** The mark of an answer; none where nothing was measured of it. */
  public MachineMark mark(Observation row) {
    if (!row.hasSignals()) {
      return MachineMark.NONE;
    }
    double score = calibration.mark(mean(row));
    if (errors == null) {
      return new MachineMark(score, null);
    }
    List<Double> ends = errors.interval(score);
    return new MachineMark(score, new Interval(ends.get(0), ends.get(1)));
  }

  /** The weighted mean of the signals that are there. */
  double mean(Observation row) {
    double sum = 0;
    double total = 0;
    for (Map.Entry<String, Double> weight : weights.entrySet()) {
      Double value = row.signal(weight.getKey());
      if (value != null) {
        sum += weight.getValue() * value;
        total += weight.getValue();
      }
    }
    return total > 0 ? Math.min(1, sum / total) : 0;
  }

  LinearModel with(Calibration other) {
    return new LinearModel(weights, other, ridge, errors, familiarity);
  }

  LinearModel with(HeldOutErrors other) {
    return new LinearModel(weights, calibration, ridge, other, familiarity);
  }

  LinearModel with(Familiarity other) {
    return new LinearModel(weights, calibration, ridge, errors, other);
  }
}

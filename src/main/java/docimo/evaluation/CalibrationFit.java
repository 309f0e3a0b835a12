package docimo.evaluation;

import docimo.grading.Calibration;
import java.util.List;

/**
 * Fits a calibration: the line from no evidence, which earns nothing, that comes closest to the
 * human marks, cut off at a full mark where it gets there. A line that may start above 0 fits data
 * sets better whose markers are kind, and would give marks to answers that have nothing to do with
 * the question: hardly any set has such answers.
 */
final class CalibrationFit {

  private static final double STEEPEST = 3;
  private static final int STEPS = 300;

  private CalibrationFit() {}

  /** The calibration that brings the model's means closest to the human marks. */
  static Calibration of(LinearModel model, Samples samples) {
    double[] means = new double[samples.size()];
    for (int i = 0; i < means.length; i++) {
      means[i] = model.mean(samples.row(i));
    }
    double best = Double.POSITIVE_INFINITY;
    double chosen = 0;
    for (int step = 0; step <= STEPS; step++) {
      double slope = STEEPEST * step / STEPS;
      double error = error(means, samples, slope);
      if (error < best) {
        best = error;
        chosen = slope;
      }
    }
    return line(chosen);
  }

  private static double error(double[] means, Samples samples, double slope) {
    double error = 0;
    for (int i = 0; i < means.length; i++) {
      double miss = Math.min(1, slope * means[i]) - samples.row(i).target();
      error += samples.weight(i) * miss * miss;
    }
    return error;
  }

  /** A line through the origin with the slope, cut off at 1. */
  static Calibration line(double slope) {
    return slope > 1
        ? new Calibration(List.of(0.0, Fit.rounded(1 / slope), 1.0), List.of(0.0, 1.0, 1.0))
        : new Calibration(List.of(0.0, 1.0), List.of(0.0, slope));
  }
}

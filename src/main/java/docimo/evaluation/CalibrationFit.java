package docimo.evaluation;

import docimo.grading.Calibration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Fits a calibration: the rises between fixed knots, 0 or above, by weighted least squares, drawn a
 * little to the identity so that a stretch with few answers stays plausible. The mark of 0 is 0.
 */
final class CalibrationFit {

  private static final int STRETCHES = 10;

  /** Against row weights that add up to 1. */
  private static final double PULL = 1e-3;

  private CalibrationFit() {}

  /** The calibration that brings the model's means closest to the human marks. */
  static Calibration of(LinearModel model, Samples samples) {
    double[][] gram = new double[STRETCHES][STRETCHES];
    double[] moment = new double[STRETCHES];
    for (int row = 0; row < samples.size(); row++) {
      double[] parts = parts(model.mean(samples.row(row)));
      double weight = samples.weight(row);
      for (int i = 0; i < STRETCHES; i++) {
        moment[i] += weight * parts[i] * samples.row(row).target();
        for (int j = 0; j < STRETCHES; j++) {
          gram[i][j] += weight * parts[i] * parts[j];
        }
      }
    }
    double[] identity = new double[STRETCHES];
    Arrays.fill(identity, 1.0 / STRETCHES);
    return calibration(NonNegativeRidge.solve(gram, moment, PULL, identity));
  }

  private static Calibration calibration(double[] rises) {
    List<Double> knots = new ArrayList<>(List.of(0.0));
    List<Double> marks = new ArrayList<>(List.of(0.0));
    double mark = 0;
    for (int i = 0; i < STRETCHES; i++) {
      mark += rises[i];
      knots.add((i + 1.0) / STRETCHES);
      marks.add(Fit.rounded(Math.min(1, mark)));
    }
    return new Calibration(knots, marks);
  }

  /** How much of each stretch lies below a mean. */
  private static double[] parts(double mean) {
    double[] parts = new double[STRETCHES];
    for (int i = 0; i < STRETCHES; i++) {
      parts[i] = Math.min(1, Math.max(0, mean * STRETCHES - i));
    }
    return parts;
  }
}

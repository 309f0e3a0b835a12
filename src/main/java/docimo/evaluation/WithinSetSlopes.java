package docimo.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Slopes from signals to human marks, fitted inside data sets: each set has a level of its own (its
 * markers are kind or severe, its questions easy or hard), which is taken off before the slopes are
 * fitted, as the within estimator of panel data does, so that it is not taken for evidence. Slopes
 * are 0 or above and drawn to 0, in units of the spread of each signal.
 *
 * @param slopes what each signal adds to the mark, 0 or above
 */
record WithinSetSlopes(List<Double> slopes) {

  /** A signal that varies less than this inside data sets says nothing; the rest is rounding. */
  private static final double NO_SPREAD = 1e-12;

  WithinSetSlopes {
    slopes = List.copyOf(slopes);
  }

  /** Fits the slopes. */
  static WithinSetSlopes fit(
      Samples samples, Function<Observation, double[]> signals, int count, double ridge) {
    List<Centre> centres = centres(samples, signals, count);
    double[][] gram = new double[count][count];
    double[] moment = new double[count];
    for (Centre centre : centres) {
      for (int row = centre.from; row < centre.to; row++) {
        double[] values = signals.apply(samples.row(row));
        double weight = samples.weight(row);
        double target = samples.row(row).target() - centre.target;
        for (int i = 0; i < count; i++) {
          double value = values[i] - centre.signals[i];
          moment[i] += weight * value * target;
          for (int j = 0; j < count; j++) {
            gram[i][j] += weight * value * (values[j] - centre.signals[j]);
          }
        }
      }
    }
    double[] slopes = solve(gram, moment, ridge);
    return new WithinSetSlopes(Arrays.stream(slopes).boxed().toList());
  }

  /** Solves in units of the spread of each signal. */
  private static double[] solve(double[][] gram, double[] moment, double ridge) {
    int count = moment.length;
    double[] spread = new double[count];
    for (int i = 0; i < count; i++) {
      spread[i] = gram[i][i] > NO_SPREAD ? Math.sqrt(gram[i][i]) : Double.POSITIVE_INFINITY;
    }
    double[][] scaled = new double[count][count];
    double[] target = new double[count];
    for (int i = 0; i < count; i++) {
      target[i] = moment[i] / spread[i];
      for (int j = 0; j < count; j++) {
        scaled[i][j] = gram[i][j] / spread[i] / spread[j];
      }
    }
    double[] slopes = NonNegativeRidge.solve(scaled, target, ridge, new double[count]);
    for (int i = 0; i < count; i++) {
      slopes[i] /= spread[i];
    }
    return slopes;
  }

  /** The weighted means of a data set, whose samples stand side by side. */
  private static final class Centre {
    private final int from;
    private final int to;
    private final double[] signals;
    private final double target;

    Centre(int from, int to, double[] signals, double target) {
      this.from = from;
      this.to = to;
      this.signals = signals;
      this.target = target;
    }
  }

  private static List<Centre> centres(
      Samples samples, Function<Observation, double[]> signals, int count) {
    List<Centre> centres = new ArrayList<>();
    int from = 0;
    while (from < samples.size()) {
      String dataset = samples.row(from).answer().dataset();
      double[] sums = new double[count];
      double target = 0;
      double total = 0;
      int to = from;
      while (to < samples.size() && samples.row(to).answer().dataset().equals(dataset)) {
        double[] values = signals.apply(samples.row(to));
        double weight = samples.weight(to);
        for (int i = 0; i < count; i++) {
          sums[i] += weight * values[i];
        }
        target += weight * samples.row(to).target();
        total += weight;
        to++;
      }
      double all = total;
      centres.add(
          new Centre(from, to, Arrays.stream(sums).map(sum -> sum / all).toArray(), target / all));
      from = to;
    }
    return centres;
  }

  /** What all signals together add to the mark where all are 1. */
  double sum() {
    return slopes.stream().mapToDouble(slope -> slope).sum();
  }
}

package docimo.evaluation;

/**
 * Least squares with weights of 0 or above that are drawn to given ones, by coordinate descent on
 * the normal equations (Lawson and Hanson 1974 state the problem; Franc, Hlavac and Navara 2005
 * this way to solve it). The order of all sums is fixed, so the same input gives the same bits.
 * Pure.
 */
final class NonNegativeRidge {

  private static final int SWEEPS = 100_000;
  private static final double ENOUGH = 1e-13;

  private NonNegativeRidge() {}

  /**
   * The weights w of 0 or above that make w'Gw - 2 m'w + ridge |w - pull|^2 least.
   *
   * @param gram G, the sums of products of every two columns
   * @param moment m, the sums of products of each column and the target
   * @param ridge how strongly weights are drawn, 0 or above
   * @param pull what they are drawn to
   */
  static double[] solve(double[][] gram, double[] moment, double ridge, double[] pull) {
    double[] weights = new double[moment.length];
    double change = 1;
    for (int sweep = 0; sweep < SWEEPS && change > ENOUGH; sweep++) {
      change = 0;
      for (int i = 0; i < weights.length; i++) {
        double before = weights[i];
        weights[i] = best(i, weights, gram, moment[i], ridge, pull[i]);
        change = Math.max(change, Math.abs(weights[i] - before));
      }
    }
    return weights;
  }

  /** The best value of one weight as the others are. */
  private static double best(
      int i, double[] weights, double[][] gram, double moment, double ridge, double pull) {
    double rest = moment + ridge * pull;
    for (int j = 0; j < weights.length; j++) {
      rest -= j == i ? 0 : gram[i][j] * weights[j];
    }
    double curvature = gram[i][i] + ridge;
    // a column of zeros, not drawn anywhere, explains nothing
    return curvature > 0 ? Math.max(0, rest / curvature) : 0;
  }
}

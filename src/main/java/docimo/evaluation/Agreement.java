package docimo.evaluation;

import java.util.Arrays;

/**
 * Figures of agreement between the marks of a machine and those of people, over parallel arrays:
 * the same place in each is the same answer. Pure functions. Marks must be finite; where a figure
 * needs marks in [0, 1] it says so. All throw {@link IllegalArgumentException} when the arrays are
 * empty, of different lengths, or hold marks outside the allowed range.
 */
public final class Agreement {

  /** Bins that marks are sorted into, each a tenth wide; the last one includes 1. */
  static final int BINS = 10;

  /** Marks such as 0.3 that arithmetic has left a hair below a border belong above it. */
  private static final double ROUNDING = 1e-9;

  private Agreement() {}

  /**
   * Pearson's product-moment correlation r (Pearson 1895).
   *
   * @return in [-1, 1]; NaN when either array is constant, where r is not defined
   */
  public static double pearson(double[] machine, double[] human) {
    requireParallel(machine, human);
    if (isConstant(machine) || isConstant(human)) {
      return Double.NaN;
    }
    double machineMean = mean(machine);
    double humanMean = mean(human);
    double product = 0;
    double machineSquares = 0;
    double humanSquares = 0;
    for (int i = 0; i < machine.length; i++) {
      double m = machine[i] - machineMean;
      double h = human[i] - humanMean;
      product += m * h;
      machineSquares += m * m;
      humanSquares += h * h;
    }
    double r = product / (Math.sqrt(machineSquares) * Math.sqrt(humanSquares));
    return Math.max(-1, Math.min(1, r));
  }

  /**
   * Spearman's rank correlation rho (Spearman 1904): Pearson's r of the ranks, where equal marks
   * share the mean of their ranks.
   *
   * @return in [-1, 1]; NaN when either array is constant
   */
  public static double spearman(double[] machine, double[] human) {
    requireParallel(machine, human);
    return pearson(ranks(machine), ranks(human));
  }

  /**
   * Root of the mean squared error.
   *
   * @return at least 0
   */
  public static double rmse(double[] machine, double[] human) {
    requireParallel(machine, human);
    double squares = 0;
    for (int i = 0; i < machine.length; i++) {
      squares += square(machine[i] - human[i]);
    }
    return Math.sqrt(squares / machine.length);
  }

  /**
   * The weighted RMSE of the ASAG2024 benchmark (arXiv 2409.18596), which keeps a set where most
   * answers have full marks from rewarding a machine that always gives full marks: human marks are
   * sorted into ten bins of width 0.1, each bin that is not empty weighs the same, and so do the
   * answers within a bin.
   *
   * @param human in [0, 1]
   * @return at least 0
   */
  public static double weightedRmse(double[] machine, double[] human) {
    requireParallel(machine, human);
    requireShares(human);
    double[] squares = new double[BINS];
    int[] counts = new int[BINS];
    for (int i = 0; i < machine.length; i++) {
      int bin = bin(human[i]);
      squares[bin] += square(machine[i] - human[i]);
      counts[bin]++;
    }
    double sum = 0;
    int filled = 0;
    for (int bin = 0; bin < BINS; bin++) {
      if (counts[bin] > 0) {
        sum += squares[bin] / counts[bin];
        filled++;
      }
    }
    return Math.sqrt(sum / filled);
  }

  /**
   * Share of pairs of answers to the same question, with different human marks, that the machine
   * puts in the same order; a pair that gets equal marks of the machine counts half. This is the
   * area under the ROC curve where there are only two human marks (Hanley and McNeil 1982).
   *
   * @param questions the number of each answer's question
   * @return in [0, 1]; NaN when there is no such pair
   */
  public static double orderAccuracy(double[] machine, double[] human, int[] questions) {
    requireParallel(machine, human);
    long pairs = 0;
    long halves = 0;
    for (int[] rows : Questions.rows(questions, machine.length)) {
      for (int i = 0; i < rows.length; i++) {
        for (int j = 0; j < i; j++) {
          int order = Double.compare(human[rows[i]], human[rows[j]]);
          if (order != 0) {
            pairs++;
            halves += 1 + order * Double.compare(machine[rows[i]], machine[rows[j]]);
          }
        }
      }
    }
    return pairs == 0 ? Double.NaN : halves / (2.0 * pairs);
  }

  /**
   * How far the machine is off, question by question: the mean over questions of the absolute
   * {@linkplain Questions#meanErrors mean error}. Strict with one question and lenient with another
   * does not cancel out here as it does in the mean error of all answers.
   *
   * @param questions the number of each answer's question
   * @return at least 0
   */
  public static double questionError(double[] machine, double[] human, int[] questions) {
    return Arrays.stream(Questions.meanErrors(machine, human, questions))
        .map(Math::abs)
        .average()
        .orElseThrow();
  }

  /**
   * The mean of the machine's marks less that of the human marks: above 0 the machine is lenient.
   */
  public static double meanError(double[] machine, double[] human) {
    requireParallel(machine, human);
    return mean(machine) - mean(human);
  }

  /**
   * Share of human marks that lie inside the machine's intervals, ends included.
   *
   * @return in [0, 1]
   */
  public static double coverage(double[] low, double[] high, double[] human) {
    requireParallel(low, human);
    requireParallel(high, human);
    int inside = 0;
    for (int i = 0; i < human.length; i++) {
      inside += low[i] <= human[i] && human[i] <= high[i] ? 1 : 0;
    }
    return (double) inside / human.length;
  }

  /** Ranks from 1, the lowest value first; equal values share the mean of their ranks. */
  static double[] ranks(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] ranks = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      int below = firstAtLeast(sorted, values[i]);
      int upTo = firstAtLeast(sorted, Math.nextUp(values[i]));
      ranks[i] = (below + 1 + upTo) / 2.0;
    }
    return ranks;
  }

  /** The place of the first value that is not below a border; the length when there is none. */
  private static int firstAtLeast(double[] sorted, double border) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < border) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The bin of a mark in [0, 1]. */
  static int bin(double mark) {
    return Math.min(BINS - 1, (int) (mark * BINS + ROUNDING));
  }

  static void requireParallel(double[] machine, double[] human) {
    if (machine.length != human.length) {
      throw new IllegalArgumentException(
          "there are " + machine.length + " marks to compare with " + human.length);
    }
    if (machine.length == 0) {
      throw new IllegalArgumentException("there is no mark to compare");
    }
    for (int i = 0; i < machine.length; i++) {
      if (!Double.isFinite(machine[i]) || !Double.isFinite(human[i])) {
        throw new IllegalArgumentException("mark " + i + " is no finite number");
      }
    }
  }

  static void requireShares(double[] marks) {
    for (double mark : marks) {
      if (!(mark >= 0 && mark <= 1)) {
        throw new IllegalArgumentException("a mark of " + mark + " is not in [0, 1]");
      }
    }
  }

  static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static boolean isConstant(double[] values) {
    for (double value : values) {
      if (value != values[0]) {
        return false;
      }
    }
    return true;
  }

  private static double square(double value) {
    return value * value;
  }
}

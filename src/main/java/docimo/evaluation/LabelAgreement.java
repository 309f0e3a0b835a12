package docimo.evaluation;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Figures of agreement between judgements that fall into classes. Pure functions; they throw {@link
 * IllegalArgumentException} for nothing to compare and for lists of different lengths.
 */
public final class LabelAgreement {

  private LabelAgreement() {}

  /**
   * Quadratic weighted kappa (Cohen 1968): agreement beyond chance, where a disagreement weighs as
   * the square of its distance. Marks are first rounded to evenly spaced levels.
   *
   * @param machine in [0, 1]
   * @param human in [0, 1]
   * @param levels how many levels, at least 2: 11 rounds to tenths
   * @return at most 1, 0 for what chance alone gives; NaN when all marks of both are on one and the
   *     same level, where chance leaves nothing to agree on
   */
  public static double quadraticWeightedKappa(double[] machine, double[] human, int levels) {
    Agreement.requireParallel(machine, human);
    Agreement.requireShares(machine);
    Agreement.requireShares(human);
    if (levels < 2) {
      throw new IllegalArgumentException("marks cannot differ on " + levels + " level");
    }
    // with squared distances both sums need moments only, not the table of level by level
    double n = machine.length;
    double observed = 0;
    double machineSum = 0;
    double humanSum = 0;
    double squares = 0;
    for (int i = 0; i < machine.length; i++) {
      double m = Math.round(machine[i] * (levels - 1));
      double h = Math.round(human[i] * (levels - 1));
      observed += (m - h) * (m - h);
      machineSum += m;
      humanSum += h;
      squares += m * m + h * h;
    }
    double expected = squares - 2 * machineSum * humanSum / n;
    return expected == 0 ? Double.NaN : 1 - observed / expected;
  }

  /**
   * Macro-averaged F1: the unweighted mean over classes of the harmonic mean of precision and
   * recall, as in SemEval-2013 Task 7. A class counts when the machine or the human used it.
   *
   * @return in [0, 1]
   */
  public static <T> double macroF1(List<T> machine, List<T> human) {
    if (machine.size() != human.size() || machine.isEmpty()) {
      throw new IllegalArgumentException(
          "there are " + machine.size() + " labels to compare with " + human.size());
    }
    Set<T> classes = new LinkedHashSet<>(human);
    classes.addAll(machine);
    return classes.stream().mapToDouble(c -> f1(c, machine, human)).average().orElseThrow();
  }

  /**
   * Area under the receiver operating characteristic curve: how likely a number drawn from those
   * that should be high is above one drawn from those that should be low; a tie counts half (Hanley
   * and McNeil 1982).
   *
   * @return in [0, 1], 0.5 for what chance gives; NaN when either is empty
   */
  public static double areaUnderCurve(double[] high, double[] low) {
    double[] sorted = low.clone();
    Arrays.sort(sorted);
    double above = 0;
    for (double number : high) {
      above += (below(sorted, number) + notAbove(sorted, number)) / 2.0;
    }
    return high.length == 0 || low.length == 0 ? Double.NaN : above / high.length / low.length;
  }

  private static int below(double[] sorted, double number) {
    int from = 0;
    int to = sorted.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (sorted[middle] < number) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private static int notAbove(double[] sorted, double number) {
    return below(sorted, Math.nextUp(number));
  }

  private static <T> double f1(T label, List<T> machine, List<T> human) {
    int both = 0;
    int either = 0;
    for (int i = 0; i < machine.size(); i++) {
      boolean given = machine.get(i).equals(label);
      boolean right = human.get(i).equals(label);
      both += given && right ? 1 : 0;
      either += (given ? 1 : 0) + (right ? 1 : 0);
    }
    return 2.0 * both / either;
  }
}

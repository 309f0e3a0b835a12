package docimo.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * What people gave where the machine gave about the same: one line of a calibration table. Marks
 * are well calibrated when both means are close in every line.
 *
 * @param range the machine's marks that fall in here; the upper end only in the last line
 * @param count how many answers did
 * @param machineMean mean of the machine's marks; NaN when there is none
 * @param humanMean mean of the human marks of the same answers; NaN when there is none
 */
public record CalibrationBin(Interval range, int count, double machineMean, double humanMean) {

  /**
   * The table: ten lines, each a tenth of the machine's marks.
   *
   * @param machine in [0, 1]
   * @throws IllegalArgumentException when the arrays are empty or of different lengths, or a
   *     machine's mark is not in [0, 1]
   */
  public static List<CalibrationBin> table(double[] machine, double[] human) {
    Agreement.requireParallel(machine, human);
    Agreement.requireShares(machine);
    int[] counts = new int[Agreement.BINS];
    double[] machineSums = new double[Agreement.BINS];
    double[] humanSums = new double[Agreement.BINS];
    for (int i = 0; i < machine.length; i++) {
      int bin = Agreement.bin(machine[i]);
      counts[bin]++;
      machineSums[bin] += machine[i];
      humanSums[bin] += human[i];
    }
    List<CalibrationBin> table = new ArrayList<>();
    for (int bin = 0; bin < Agreement.BINS; bin++) {
      // 0.0 / 0 is NaN, which is what an empty line has
      table.add(
          new CalibrationBin(
              new Interval((double) bin / Agreement.BINS, (bin + 1.0) / Agreement.BINS),
              counts[bin],
              machineSums[bin] / counts[bin],
              humanSums[bin] / counts[bin]));
    }
    return table;
  }
}

package docimo.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for all marks, tried on random ones. */
final class AgreementPropertiesTest {

  private static final double TINY = 1e-9;

  private static final int LEVELS = 11;

  /** Human marks in halves of five, and machine marks that know a little of them. */
  static List<MarkPairs> randomMarks() {
    Random random = new Random(20);
    List<MarkPairs> cases = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      int answers = 2 + random.nextInt(120);
      double skill = random.nextDouble();
      double[] human = new double[answers];
      double[] machine = new double[answers];
      int[] questions = new int[answers];
      for (int row = 0; row < answers; row++) {
        human[row] = random.nextInt(LEVELS) / 10.0;
        machine[row] = skill * human[row] + (1 - skill) * random.nextDouble();
        questions[row] = random.nextInt(5);
      }
      cases.add(new MarkPairs(machine, human, questions));
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("randomMarks")
  void figuresStayInTheirRange(MarkPairs pairs) {
    assertInRange(Measure.PEARSON.of(pairs), -1, 1);
    assertInRange(Measure.SPEARMAN.of(pairs), -1, 1);
    assertInRange(Measure.RMSE.of(pairs), 0, 1);
    assertInRange(Measure.WEIGHTED_RMSE.of(pairs), 0, 1);
    assertInRange(Measure.KAPPA.of(pairs), -1, 1);
    assertInRange(Measure.ORDER_ACCURACY.of(pairs), 0, 1);
    assertInRange(Measure.QUESTION_ERROR.of(pairs), 0, Measure.RMSE.of(pairs) * 2);
  }

  @ParameterizedTest
  @MethodSource("randomMarks")
  void bothSidesCanChangePlaces(MarkPairs pairs) {
    MarkPairs swapped =
        new MarkPairs(
            /* machine= */ pairs.human(), /* human= */ pairs.machine(), pairs.questions());
    for (Measure measure :
        List.of(Measure.PEARSON, Measure.SPEARMAN, Measure.RMSE, Measure.KAPPA)) {
      assertSame(measure.of(swapped), measure.of(pairs));
    }
    assertSame(Measure.QUESTION_ERROR.of(swapped), Measure.QUESTION_ERROR.of(pairs));
  }

  @ParameterizedTest
  @MethodSource("randomMarks")
  void scaleDoesNotMatterToCorrelation(MarkPairs pairs) {
    double[] scaled = Arrays.stream(pairs.machine()).map(mark -> 5 * mark - 2).toArray();
    double[] squared = Arrays.stream(pairs.machine()).map(mark -> mark * mark).toArray();
    assertSame(
        Agreement.pearson(scaled, pairs.human()),
        Agreement.pearson(pairs.machine(), pairs.human()));
    assertSame(
        Agreement.spearman(squared, pairs.human()),
        Agreement.spearman(pairs.machine(), pairs.human()));
    assertSame(
        Agreement.orderAccuracy(squared, pairs.human(), pairs.questions()),
        Agreement.orderAccuracy(pairs.machine(), pairs.human(), pairs.questions()));
  }

  @ParameterizedTest
  @MethodSource("randomMarks")
  void identityIsPerfect(MarkPairs pairs) {
    MarkPairs same = new MarkPairs(pairs.human(), pairs.human(), pairs.questions());
    assertThat(Measure.RMSE.of(same)).isZero();
    assertThat(Measure.WEIGHTED_RMSE.of(same)).isZero();
    assertSame(Measure.KAPPA.of(same), Double.isNaN(Measure.KAPPA.of(same)) ? Double.NaN : 1);
    double order = Measure.ORDER_ACCURACY.of(same);
    assertSame(order, Double.isNaN(order) ? order : 1);
    List<Double> labels = Arrays.stream(pairs.human()).boxed().toList();
    assertSame(LabelAgreement.macroF1(labels, labels), 1);
  }

  @ParameterizedTest
  @MethodSource("randomMarks")
  void areaUnderTheCurveIsTheShareOfPairsInOrder(MarkPairs pairs) {
    double sum = 0;
    for (double high : pairs.machine()) {
      for (double low : pairs.human()) {
        sum += high > low ? 1 : high == low ? 0.5 : 0;
      }
    }
    double area = LabelAgreement.areaUnderCurve(pairs.machine(), pairs.human());

    assertThat(area)
        .isBetween(0.0, 1.0)
        .isCloseTo(sum / pairs.machine().length / pairs.human().length, within(1e-12));
    assertThat(LabelAgreement.areaUnderCurve(pairs.human(), pairs.machine()))
        .isCloseTo(1 - area, within(1e-12));
    assertThat(LabelAgreement.areaUnderCurve(new double[0], pairs.human())).isNaN();
  }

  @ParameterizedTest
  @MethodSource("randomMarks")
  void kappaIsThatOfTheTableOfLevels(MarkPairs pairs) {
    double[][] table = new double[LEVELS][LEVELS];
    for (int i = 0; i < pairs.human().length; i++) {
      int m = (int) Math.round(pairs.machine()[i] * (LEVELS - 1));
      table[m][(int) Math.round(pairs.human()[i] * (LEVELS - 1))]++;
    }
    double observed = 0;
    double expected = 0;
    for (int m = 0; m < LEVELS; m++) {
      for (int h = 0; h < LEVELS; h++) {
        int column = h;
        double byChance =
            Arrays.stream(table[m]).sum()
                * Arrays.stream(table).mapToDouble(row -> row[column]).sum()
                / pairs.human().length;
        observed += (m - h) * (m - h) * table[m][h];
        expected += (m - h) * (m - h) * byChance;
      }
    }
    assertSame(Measure.KAPPA.of(pairs), 1 - observed / expected);
  }

  @ParameterizedTest
  @MethodSource("randomMarks")
  void calibrationCountsEveryAnswerOnce(MarkPairs pairs) {
    List<CalibrationBin> table = CalibrationBin.table(pairs.machine(), pairs.human());
    assertThat(table.stream().mapToInt(CalibrationBin::count).sum())
        .isEqualTo(pairs.human().length);
    assertThat(table)
        .filteredOn(bin -> bin.count() > 0)
        .allMatch(bin -> bin.range().contains(bin.machineMean()));
  }

  private static void assertInRange(double value, double low, double high) {
    assertThat(Double.isNaN(value) || (low <= value && value <= high)).as("%s", value).isTrue();
  }

  private static void assertSame(double value, double expected) {
    if (Double.isNaN(expected)) {
      assertThat(value).isNaN();
    } else {
      assertThat(value).isCloseTo(expected, within(TINY));
    }
  }
}

package docimo.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Figures worked out by hand. */
final class AgreementTest {

  private static final double TINY = 1e-12;

  @Test
  void pearsonIsCovarianceOverDeviations() {
    // deviations -1.5 -0.5 0.5 1.5 and -1.25 -0.25 -0.25 1.75: products sum to 4.5
    assertThat(Agreement.pearson(marks(1, 2, 3, 4), marks(1, 2, 2, 4)))
        .isCloseTo(4.5 / Math.sqrt(5 * 4.75), within(TINY));
  }

  @Test
  void pearsonOfOppositesIsMinusOne() {
    assertThat(Agreement.pearson(marks(0, 0.5, 1), marks(1, 0.5, 0))).isCloseTo(-1, within(TINY));
  }

  @Test
  void correlationWithAConstantIsNotDefined() {
    assertThat(Agreement.pearson(marks(0.1, 0.1, 0.1), marks(0, 0.5, 1))).isNaN();
    assertThat(Agreement.spearman(marks(0, 0.5, 1), marks(0.7, 0.7, 0.7))).isNaN();
    assertThat(Agreement.pearson(marks(1), marks(1))).isNaN();
  }

  @Test
  void equalMarksShareTheMeanOfTheirRanks() {
    assertThat(Agreement.ranks(marks(0.5, 0.1, 0.5, 0.9, -0.0, 0.0)))
        .containsExactly(4.5, 3, 4.5, 6, 1.5, 1.5);
  }

  @Test
  void spearmanIsPearsonOfRanks() {
    // ranks 1 2 3 4 and 1 2.5 2.5 4: products of deviations 2.25 + 0 + 0 + 2.25
    assertThat(Agreement.spearman(marks(0, 0.1, 0.2, 1), marks(0, 0.5, 0.5, 0.6)))
        .isCloseTo(4.5 / Math.sqrt(5 * 4.5), within(TINY));
  }

  @Test
  void rmseIsTheRootOfTheMeanSquare() {
    assertThat(Agreement.rmse(marks(0, 1, 0.5), marks(0, 0.5, 1)))
        .isCloseTo(Math.sqrt(0.5 / 3), within(TINY));
  }

  @Test
  void everyFilledBinWeighsTheSameInWeightedRmse() {
    // bin 0.9-1: two errors of 0 and one of 0.3; bin 0.0-0.1: one of 0.6
    assertThat(Agreement.weightedRmse(marks(1, 1, 0.7, 0.6), marks(1, 1, 1, 0)))
        .isCloseTo(Math.sqrt((0.09 / 3 + 0.36) / 2), within(TINY));
  }

  @Test
  void marksOnABorderBelongAboveIt() {
    assertThat(Agreement.bin(0)).isZero();
    assertThat(Agreement.bin(0.1)).isEqualTo(1);
    assertThat(Agreement.bin(0.3)).isEqualTo(3);
    assertThat(Agreement.bin(1 - 0.9)).isEqualTo(1);
    assertThat(Agreement.bin(0.99)).isEqualTo(9);
    assertThat(Agreement.bin(1)).isEqualTo(9);
  }

  @Test
  void orderIsJudgedWithinAQuestionAndTiesCountHalf() {
    double[] human = marks(0, 0.5, 1, 0, 1);
    double[] machine = marks(0.2, 0.2, 0.1, 0.3, 0.9);
    // question 0: one tie, two wrong; question 1: one right
    assertThat(Agreement.orderAccuracy(machine, human, new int[] {0, 0, 0, 1, 1}))
        .isEqualTo(1.5 / 4);
  }

  @Test
  void orderIsNotDefinedWithoutTwoMarks() {
    assertThat(Agreement.orderAccuracy(marks(0, 1), marks(1, 1), new int[] {0, 0})).isNaN();
    assertThat(Agreement.orderAccuracy(marks(0, 1), marks(0, 1), new int[] {0, 1})).isNaN();
  }

  @Test
  void errorsOfQuestionsDoNotCancelOut() {
    double[] machine = marks(0.6, 0.8, 0.1);
    double[] human = marks(0.5, 0.5, 0.3);
    int[] questions = {0, 0, 1};
    assertThat(Questions.meanErrors(machine, human, questions)[0]).isCloseTo(0.2, within(TINY));
    assertThat(Questions.meanErrors(machine, human, questions)[1]).isCloseTo(-0.2, within(TINY));
    assertThat(Agreement.questionError(machine, human, questions)).isCloseTo(0.2, within(TINY));
    assertThat(Agreement.meanError(machine, human)).isCloseTo(0.2 / 3, within(TINY));
  }

  @Test
  void coverageCountsBothEnds() {
    assertThat(
            Agreement.coverage(
                marks(0, 0.5, 0.5, 0.2), marks(0.5, 1, 1, 0.4), marks(0.5, 0.5, 0, 1)))
        .isEqualTo(0.5);
  }

  @Test
  void kappaWeighsDisagreementsByTheirSquare() {
    // levels 0 1 2 and 0 2 2: observed 1; by chance (1/3) * sum over all nine pairs = 1/3 * 15
    assertThat(LabelAgreement.quadraticWeightedKappa(marks(0, 0.5, 1), marks(0, 1, 1), 3))
        .isCloseTo(1 - 1.0 / 5, within(TINY));
  }

  @Test
  void kappaIsZeroForAConstantAndNotDefinedForTwo() {
    assertThat(LabelAgreement.quadraticWeightedKappa(marks(1, 1), marks(0, 1), 2)).isZero();
    assertThat(LabelAgreement.quadraticWeightedKappa(marks(1, 1), marks(1, 1), 2)).isNaN();
  }

  @Test
  void macroF1IsTheMeanOverTheClassesOfBoth() {
    // yes: 1 of 2 given, 1 of 2 right; no: 1 of 2, 1 of 1; maybe: none right
    assertThat(
            LabelAgreement.macroF1(
                List.of("yes", "yes", "no", "no"), List.of("yes", "no", "no", "maybe")))
        .isCloseTo((2.0 / 3 + 0.5 + 0) / 3, within(TINY));
  }

  @Test
  void calibrationSetsHumanBesideMachine() {
    List<CalibrationBin> table = CalibrationBin.table(marks(0.61, 0.65, 1), marks(0.5, 0.9, 0.8));
    assertThat(table).hasSize(10);
    assertThat(table.get(6).count()).isEqualTo(2);
    assertThat(table.get(6).machineMean()).isCloseTo(0.63, within(TINY));
    assertThat(table.get(6).humanMean()).isCloseTo(0.7, within(TINY));
    assertThat(table.get(9)).isEqualTo(new CalibrationBin(new Interval(0.9, 1), 1, 1, 0.8));
    assertThat(table.get(0).count()).isZero();
    assertThat(table.get(0).humanMean()).isNaN();
  }

  /** Two arrays into a figure. */
  private enum Figure {
    PEARSON,
    SPEARMAN,
    RMSE,
    WEIGHTED_RMSE,
    ORDER,
    QUESTION_ERROR,
    MEAN_ERROR,
    COVERAGE,
    KAPPA,
    CALIBRATION;

    Object of(double[] machine, double[] human) {
      int[] questions = new int[machine.length];
      return switch (this) {
        case PEARSON -> Agreement.pearson(machine, human);
        case SPEARMAN -> Agreement.spearman(machine, human);
        case RMSE -> Agreement.rmse(machine, human);
        case WEIGHTED_RMSE -> Agreement.weightedRmse(machine, human);
        case ORDER -> Agreement.orderAccuracy(machine, human, questions);
        case QUESTION_ERROR -> Agreement.questionError(machine, human, questions);
        case MEAN_ERROR -> Agreement.meanError(machine, human);
        case COVERAGE -> Agreement.coverage(machine, machine, human);
        case KAPPA -> LabelAgreement.quadraticWeightedKappa(machine, human, 2);
        case CALIBRATION -> CalibrationBin.table(machine, human);
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesWhatCannotBeCompared(Figure figure) {
    assertThatIllegalArgumentException().isThrownBy(() -> figure.of(marks(), marks()));
    assertThatIllegalArgumentException().isThrownBy(() -> figure.of(marks(1), marks(1, 0)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> figure.of(marks(1, Double.NaN), marks(1, 0)));
  }

  @Test
  void refusesMarksOutsideTheRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Agreement.weightedRmse(marks(1), marks(1.1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CalibrationBin.table(marks(-0.1), marks(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LabelAgreement.quadraticWeightedKappa(marks(5), marks(1), 6));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LabelAgreement.quadraticWeightedKappa(marks(1), marks(1), 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LabelAgreement.macroF1(List.of(), List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Agreement.orderAccuracy(marks(1, 0), marks(1, 0), new int[] {0}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Agreement.orderAccuracy(marks(1, 0), marks(1, 0), new int[] {0, -1}));
  }

  private static double[] marks(double... marks) {
    return marks;
  }
}

package docimo.evaluation;

import static docimo.evaluation.Label.CONTRADICTORY;
import static docimo.evaluation.Label.CORRECT;
import static docimo.evaluation.Label.INCORRECT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class LabelBordersTest {

  @Test
  void theBorderOfTwoLabelsSplitsThem() {
    LabelBorders borders =
        LabelBorders.twoWay(
            new double[] {0.1, 0.4, 0.6, 0.9}, List.of(INCORRECT, INCORRECT, CORRECT, CORRECT));
    assertThat(borders.correct()).isGreaterThan(0.4).isLessThanOrEqualTo(0.6);
    assertThat(borders.labels(new double[] {0.3, 0.7}, new double[] {1, 1}))
        .containsExactly(INCORRECT, CORRECT);
  }

  @Test
  void aContradictionIsToldByItsLikelihoodWhereTheMarkIsPoor() {
    LabelBorders borders =
        LabelBorders.threeWay(
            new double[] {0.1, 0.3, 0.2, 0.3, 0.8, 0.9},
            new double[] {0.1, 0.2, 0.7, 0.9, 0.8, 0.1},
            List.of(INCORRECT, INCORRECT, CONTRADICTORY, CONTRADICTORY, CORRECT, CORRECT));
    assertThat(borders.labels(new double[] {0.2, 0.2, 0.9}, new double[] {0, 0.8, 0.8}))
        .containsExactly(INCORRECT, CONTRADICTORY, CORRECT);
  }
}

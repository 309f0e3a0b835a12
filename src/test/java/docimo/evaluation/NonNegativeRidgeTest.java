package docimo.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class NonNegativeRidgeTest {

  private static final double[] TO_ZERO = {0, 0};

  /** Rows (1, 0), (0, 1), (1, 1) with targets 1, 2, 3: by hand, w = (1, 2). */
  @Test
  void solvesTheNormalEquations() {
    double[] weights =
        NonNegativeRidge.solve(new double[][] {{2, 1}, {1, 2}}, new double[] {4, 5}, 0, TO_ZERO);
    assertThat(weights).containsExactly(new double[] {1, 2}, within(1e-10));
  }

  /** Targets -1, 2, 0 would give w = (-4/3, 5/3); without the first column, w = (0, 1). */
  @Test
  void keepsWeightsFromFallingBelowZero() {
    double[] weights =
        NonNegativeRidge.solve(new double[][] {{2, 1}, {1, 2}}, new double[] {-1, 2}, 0, TO_ZERO);
    assertThat(weights).containsExactly(new double[] {0, 1}, within(1e-10));
  }

  /** With ridge 1 and a pull to 3: w = (4 + 3) / (2 + 1). */
  @Test
  void ridgeDrawsToThePull() {
    double[][] gram = {{2}};
    assertThat(NonNegativeRidge.solve(gram, new double[] {4}, 1, new double[] {3}))
        .containsExactly(new double[] {7.0 / 3}, within(1e-12));
    assertThat(NonNegativeRidge.solve(gram, new double[] {4}, 0, new double[] {3}))
        .containsExactly(new double[] {2}, within(1e-12));
  }

  @Test
  void columnThatIsAlwaysZeroWeighsNothing() {
    assertThat(
            NonNegativeRidge.solve(
                new double[][] {{0, 0}, {0, 1}}, new double[] {0, 1}, 0, TO_ZERO))
        .containsExactly(0, 1);
  }
}

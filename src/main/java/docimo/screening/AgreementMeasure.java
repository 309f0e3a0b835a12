package docimo.screening;

import org.jspecify.annotations.Nullable;

/** Measures how far the marks of machine and people agree (port). Thread-safe. */
public interface AgreementMeasure {

  /**
   * @param machine marks in [0, 1], at least one
   * @param human marks in [0, 1], as many, in the same order
   */
  Figures of(double[] machine, double[] human);

  /**
   * Figures of agreement.
   *
   * @param quadraticWeightedKappa agreement beyond chance on tenths, at most 1; null when not
   *     defined
   * @param pearson in [-1, 1]; null when not defined
   * @param rootMeanSquareError in [0, 1]
   * @param meanError machine less human, in [-1, 1]: above 0 the machine is lenient
   */
  record Figures(
      @Nullable Double quadraticWeightedKappa,
      @Nullable Double pearson,
      double rootMeanSquareError,
      double meanError) {}
}

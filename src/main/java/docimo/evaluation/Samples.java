package docimo.evaluation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/**
 * Observations to fit on, sorted by data set, with their weights: each data set counts the same.
 * Half of its weight is shared by the tenths of the human mark that occur, as in the weighted RMSE
 * of ASAG2024, so that rare marks count; half by its answers, so that a fit does not become severe
 * where most answers are good. Weights add up to 1.
 */
final class Samples {

  /** How many parts questions are dealt into for cross-validation. */
  static final int FOLDS = 5;

  private final List<Observation> rows;
  private final double[] weights;

  private Samples(List<Observation> rows) {
    this.rows = rows;
    this.weights = weights(rows);
  }

  /** Answers that got no mark have nothing to fit on and are left out. */
  static Samples of(List<Observation> observations) {
    return new Samples(
        observations.stream()
            .filter(Observation::hasSignals)
            .sorted(Comparator.comparing(row -> row.answer().dataset()))
            .toList());
  }

  private static double[] weights(List<Observation> rows) {
    Map<String, int[]> counts = new LinkedHashMap<>();
    for (Observation row : rows) {
      counts
          .computeIfAbsent(row.answer().dataset(), name -> new int[Agreement.BINS])[
          Agreement.bin(row.target())]++;
    }
    double[] weights = new double[rows.size()];
    for (int i = 0; i < weights.length; i++) {
      int[] bins = counts.getOrDefault(rows.get(i).answer().dataset(), new int[Agreement.BINS]);
      int filled = 0;
      for (int count : bins) {
        filled += count > 0 ? 1 : 0;
      }
      int all = IntStream.of(bins).sum();
      int mates = bins[Agreement.bin(rows.get(i).target())];
      weights[i] = (1.0 / filled / mates + 1.0 / all) / 2 / counts.size();
    }
    return weights;
  }

  /** The rows that pass, weighed anew. */
  Samples where(Predicate<Observation> passes) {
    List<Observation> passing = new ArrayList<>();
    for (Observation row : rows) {
      if (passes.test(row)) {
        passing.add(row);
      }
    }
    return new Samples(passing);
  }

  /** The fold of an answer, which is that of its question. */
  static int fold(Observation row) {
    CRC32 hash = new CRC32();
    hash.update(row.answer().questionKey().getBytes(StandardCharsets.UTF_8));
    return (int) (hash.getValue() % FOLDS);
  }

  List<String> datasets() {
    return rows.stream().map(row -> row.answer().dataset()).distinct().toList();
  }

  int size() {
    return rows.size();
  }

  Observation row(int i) {
    return rows.get(i);
  }

  double weight(int i) {
    return weights[i];
  }
}

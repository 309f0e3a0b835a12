package docimo.evaluation;

import java.util.List;
import java.util.Map;

/**
 * How docimo's agreement with human marks differs from that of a second result file.
 *
 * @param protocol how it was found
 * @param answers how many answers docimo marked
 * @param rows one for each data set that both marked answers of, in the order of the data
 */
public record Comparison(Protocol protocol, int answers, List<Row> rows) {

  /**
   * The difference on a data set.
   *
   * @param dataset its name
   * @param answers how many of its answers both have
   * @param differences every measure
   */
  public record Row(String dataset, int answers, Map<Measure, Difference> differences) {

    /** Keeps its own copy. */
    public Row {
      differences = Map.copyOf(differences);
    }

    /** The difference in a measure. */
    public Difference difference(Measure measure) {
      Difference difference = differences.get(measure);
      if (difference == null) {
        throw new IllegalStateException("there is no " + measure + " of " + dataset);
      }
      return difference;
    }
  }

  /**
   * The difference in a measure, in the scale of the protocol.
   *
   * @param ours docimo's figure
   * @param other that of the second file
   * @param interval the 95 % confidence interval of ours less other, both taken of the same
   *     resamples: where 0 is outside, the difference is hardly chance
   */
  public record Difference(double ours, double other, Interval interval) {

    /** Ours less other. */
    public double value() {
      return ours - other;
    }
  }

  /** Keeps its own copy. */
  public Comparison {
    rows = List.copyOf(rows);
  }

  /** How many answers of docimo's the second file has too. */
  public int compared() {
    return rows.stream().mapToInt(Row::answers).sum();
  }

  /** The unweighted mean difference over data sets; NaN when there is none. */
  public double mean(Measure measure) {
    return rows.stream()
        .mapToDouble(row -> row.difference(measure).value())
        .average()
        .orElse(Double.NaN);
  }
}

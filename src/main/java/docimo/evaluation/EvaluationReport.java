package docimo.evaluation;

import java.util.List;

/**
 * The agreement with human marks.
 *
 * @param protocol how it was found
 * @param bootstrap how its intervals were found
 * @param datasets one result for each data set, in the order of the data
 */
public record EvaluationReport(
    Protocol protocol, Bootstrap bootstrap, List<DatasetResult> datasets) {

  /**
   * @throws IllegalArgumentException when there is no data set
   */
  public EvaluationReport {
    datasets = List.copyOf(datasets);
    if (datasets.isEmpty()) {
      throw new IllegalArgumentException("a report needs a data set");
    }
  }

  /** The unweighted mean over data sets; NaN when the measure is not defined on one of them. */
  public double mean(Measure measure) {
    return datasets.stream()
        .mapToDouble(result -> result.estimate(measure).value())
        .average()
        .orElseThrow();
  }
}

package docimo.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a fitted model was made of and how well it does, in lines for people. */
public final class TrainingRecord {

  private TrainingRecord() {}

  /** A line for each data set: rows, questions and licence, sorted by name. */
  public static List<String> datasets(List<Observation> rows) {
    Map<String, List<Observation>> sets =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.answer().dataset(), TreeMap::new, Collectors.toList()));
    List<String> lines = new ArrayList<>();
    sets.forEach(
        (name, of) ->
            lines.add(
                String.format(
                    Locale.ROOT,
                    "fitted on %s: %d of %d answers to %d questions, licence %s",
                    name,
                    of.stream().filter(Observation::hasSignals).count(),
                    of.size(),
                    of.stream().map(row -> row.answer().questionKey()).distinct().count(),
                    DatasetLicence.of(name))));
    return lines;
  }

  /** The figures of models that were fitted without the data set that they marked. */
  public static List<String> figures(EvaluationReport report) {
    List<String> lines = new ArrayList<>();
    for (DatasetResult result : report.datasets()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "held out %s: wRMSE %.3f, RMSE %.3f, r %.3f",
              result.dataset(),
              result.estimate(Measure.WEIGHTED_RMSE).value(),
              result.estimate(Measure.RMSE).value(),
              result.estimate(Measure.PEARSON).value()));
    }
    lines.sort(String::compareTo);
    lines.add(
        String.format(
            Locale.ROOT,
            "held out, mean: wRMSE %.3f, RMSE %.3f",
            report.mean(Measure.WEIGHTED_RMSE),
            report.mean(Measure.RMSE)));
    return lines;
  }
}

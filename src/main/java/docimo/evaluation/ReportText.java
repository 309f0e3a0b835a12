package docimo.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reports as tables for people. */
public final class ReportText {

  private static final String UNDEFINED = "-";
  private static final List<Measure> MEASURES = List.of(Measure.values());

  private ReportText() {}

  /** The agreement on each data set, its mean, and how well calibrated the marks are. */
  public static String of(EvaluationReport report) {
    return heading(report)
        + "\n"
        + agreement(report)
        + "\nMean human mark (and answers) where docimo gave\n"
        + calibration(report);
  }

  /** The difference in agreement on each data set. */
  public static String of(Comparison comparison) {
    TextTable table = new TextTable();
    table.add(row(List.of("data set", "answers"), measures(Measure::heading)));
    for (Comparison.Row row : comparison.rows()) {
      Function<Measure, Comparison.Difference> differences = row::difference;
      table.add(
          row(
              List.of(row.dataset(), count(row.answers())),
              measures(differences.andThen(d -> signed(d.value())))));
      table.add(
          row(
              List.of("", ""),
              measures(differences.andThen(difference -> interval(difference.interval())))));
    }
    table.add(row(List.of("mean", ""), measures(measure -> signed(comparison.mean(measure)))));
    return String.format(
            Locale.ROOT,
            """
            Difference of docimo from the second file, on the %,d of %,d answers that both have
            in brackets: 95 %% interval; hardly chance where 0 is outside

            """,
            comparison.compared(),
            comparison.answers())
        + table.text();
  }

  private static String heading(EvaluationReport report) {
    return String.format(
        Locale.ROOT,
        """
        Agreement with human marks, protocol %s; RMSE, q-error and bias on the scale 0 to %.0f
        in brackets: 95 %% interval by bootstrap over questions, %,d resamples, seed %d
        """,
        report.protocol().name().toLowerCase(Locale.ROOT),
        report.protocol().maximum(),
        report.bootstrap().resamples(),
        report.bootstrap().seed());
  }

  private static String agreement(EvaluationReport report) {
    TextTable table = new TextTable();
    List<String> sizes = List.of("data set", "questions", "answers", "no mark");
    table.add(row(sizes, measures(Measure::heading), "bias", "within"));
    for (DatasetResult result : report.datasets()) {
      Function<Measure, Estimate> estimates = result::estimate;
      table.add(
          row(
              List.of(
                  result.dataset(),
                  count(result.questions()),
                  count(result.answers()),
                  count(result.unmarked())),
              measures(estimates.andThen(estimate -> figure(estimate.value()))),
              signed(result.meanError()),
              figure(result.coverage())));
      table.add(
          row(
              List.of("", "", "", ""),
              measures(estimates.andThen(estimate -> interval(estimate.interval()))),
              "",
              ""));
    }
    table.add(
        row(
            List.of("mean", "", "", ""),
            measures(measure -> figure(report.mean(measure))),
            "",
            ""));
    return table.text();
  }

  private static String calibration(EvaluationReport report) {
    TextTable table = new TextTable();
    table.add(
        row(
            List.of("data set"),
            IntStream.range(0, Agreement.BINS)
                .mapToObj(bin -> String.format(Locale.ROOT, "0.%d-", bin))
                .toList()));
    for (DatasetResult result : report.datasets()) {
      List<CalibrationBin> bins = result.calibration();
      table.add(
          row(
              List.of(result.dataset()),
              bins.stream().map(bin -> figure(bin.humanMean())).toList()));
      table.add(
          row(List.of(""), bins.stream().map(bin -> "(" + count(bin.count()) + ")").toList()));
    }
    return table.text();
  }

  private static List<String> measures(Function<Measure, String> cell) {
    return MEASURES.stream().map(cell).toList();
  }

  private static List<String> row(List<String> first, List<String> then, String... last) {
    List<String> cells = new ArrayList<>();
    Stream.of(first, then, Arrays.asList(last)).forEach(cells::addAll);
    return cells;
  }

  private static String count(int count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static String figure(double value) {
    return Double.isNaN(value) ? UNDEFINED : String.format(Locale.ROOT, "%.3f", value + 0.0);
  }

  private static String signed(double value) {
    return Double.isNaN(value) ? UNDEFINED : String.format(Locale.ROOT, "%+.3f", value + 0.0);
  }

  private static String interval(Interval interval) {
    return interval.isDefined()
        ? String.format(Locale.ROOT, "[%.3f %.3f]", interval.low(), interval.high())
        : "";
  }
}

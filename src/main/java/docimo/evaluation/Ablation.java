package docimo.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What each signal is worth: the figures of {@link LeaveOneOut} when a signal is left out of the
 * fits.
 *
 * @param rows all signals first, then one for each that was left out
 */
public record Ablation(List<Row> rows) {

  /**
   * Figures without a signal, means over data sets.
   *
   * @param without the signal that was left out; "-" when none was
   * @param weightedRmse weighted RMSE
   * @param rmse plain RMSE
   */
  public record Row(String without, double weightedRmse, double rmse) {}

  private static final String NONE = "-";

  /** Keeps its own copy. */
  public Ablation {
    rows = List.copyOf(rows);
  }

  /** Fits with and without each signal. */
  public static Ablation of(List<Observation> observations, Protocol protocol) {
    List<Row> rows = new ArrayList<>();
    rows.add(row(NONE, Fit.all(), observations, protocol));
    for (String signal : Fit.OFFERED) {
      rows.add(row(signal, Fit.without(signal), observations, protocol));
    }
    return new Ablation(rows);
  }

  private static Row row(
      String without, Fit fit, List<Observation> observations, Protocol protocol) {
    EvaluationReport report =
        new Evaluation(protocol, new Bootstrap(1, 1))
            .report(LeaveOneOut.judge(observations, protocol::includes, fit, false));
    return new Row(without, report.mean(Measure.WEIGHTED_RMSE), report.mean(Measure.RMSE));
  }

  /** The figures as a table. */
  public String text() {
    TextTable table = new TextTable();
    table.add(List.of("signal left out", "wRMSE", "RMSE"));
    for (Row row : rows) {
      table.add(
          List.of(
              row.without(),
              String.format(Locale.ROOT, "%.4f", row.weightedRmse()),
              String.format(Locale.ROOT, "%.4f", row.rmse())));
    }
    return "Worth of each signal: means over data sets when it is left out\n\n" + table.text();
  }
}

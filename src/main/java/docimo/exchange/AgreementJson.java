package docimo.exchange;

import docimo.screening.AgreementMeasure;
import docimo.screening.AgreementReport;
import java.util.List;

/**
 * How far machine and reviewers agree, as JSON has it.
 *
 * @param byQuestion one for each question that has been reviewed, in the order of the plan
 * @param byMonth one for each month (UTC) with a review, in order
 */
public record AgreementJson(List<AgreementReport.ByQuestion> byQuestion, List<ByMonth> byMonth) {

  /**
   * The agreement of a month.
   *
   * @param month year and month, such as 2026-11
   * @param marks how many marks of people are compared
   * @param blind how many of the reviewers' marks were given before they saw the machine's
   */
  public record ByMonth(String month, int marks, int blind, AgreementMeasure.Figures figures) {}

  /** Keeps its own copies. */
  public AgreementJson {
    byQuestion = List.copyOf(byQuestion);
    byMonth = List.copyOf(byMonth);
  }

  /** The JSON of a report. */
  public static AgreementJson of(AgreementReport report) {
    return new AgreementJson(
        report.byQuestion(),
        report.byMonth().stream()
            .map(m -> new ByMonth(m.month().toString(), m.marks(), m.blind(), m.figures()))
            .toList());
  }
}

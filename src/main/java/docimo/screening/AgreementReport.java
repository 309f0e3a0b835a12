package docimo.screening;

import docimo.screening.AgreementMeasure.Figures;
import java.time.YearMonth;
import java.util.List;

/**
 * How far machine and reviewers of a screening agree. Reviewed answers are those that were
 * doubtful, so that the figures say nothing about the others. Immutable.
 *
 * @param byQuestion one row for each question that has been reviewed, in the order of the plan
 * @param byMonth one row for each month (UTC) with a review, in order
 */
public record AgreementReport(List<ByQuestion> byQuestion, List<ByMonth> byMonth) {

  /**
   * A question.
   *
   * @param marks how many marks of people are compared; one that was appealed against has two
   * @param blind how many of the reviewers' marks were given before they saw the machine's
   */
  public record ByQuestion(String questionId, int marks, int blind, Figures figures) {}

  /**
   * A month.
   *
   * @param marks how many marks of people are compared; one that was appealed against has two
   * @param blind how many of the reviewers' marks were given before they saw the machine's
   */
  public record ByMonth(YearMonth month, int marks, int blind, Figures figures) {}

  /** Keeps its own copies. */
  public AgreementReport {
    byQuestion = List.copyOf(byQuestion);
    byMonth = List.copyOf(byMonth);
  }
}

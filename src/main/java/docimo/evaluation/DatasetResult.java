package docimo.evaluation;

import java.util.List;
import java.util.Map;

/**
 * The agreement on one data set.
 *
 * @param dataset its name
 * @param questions how many different questions it has
 * @param answers how many answers
 * @param unmarked how many of them got no mark and count as 0
 * @param measures every {@link Measure} with its interval, in the scale of the protocol
 * @param meanError mean of machine less human mark, in the scale of the protocol
 * @param coverage share of human marks inside the machine's intervals, of the answers that have
 *     one; NaN when none has
 * @param calibration ten lines, marks in [0, 1]
 * @param questionErrors the mean error of each question, in the order of the data
 */
public record DatasetResult(
    String dataset,
    int questions,
    int answers,
    int unmarked,
    Map<Measure, Estimate> measures,
    double meanError,
    double coverage,
    List<CalibrationBin> calibration,
    List<QuestionError> questionErrors) {

  /**
   * How far the machine is off on a question.
   *
   * @param questionKey names the question
   * @param answers how many answers it has
   * @param meanError mean of machine less human mark, in the scale of the protocol
   */
  public record QuestionError(String questionKey, int answers, double meanError) {}

  /**
   * @throws IllegalArgumentException when a measure is missing
   */
  public DatasetResult {
    measures = Map.copyOf(measures);
    calibration = List.copyOf(calibration);
    questionErrors = List.copyOf(questionErrors);
    if (measures.size() != Measure.values().length) {
      throw new IllegalArgumentException("a result needs every measure");
    }
  }

  /** A measure with its interval. */
  public Estimate estimate(Measure measure) {
    Estimate estimate = measures.get(measure);
    if (estimate == null) {
      throw new IllegalStateException("checked when made: every measure is there");
    }
    return estimate;
  }
}

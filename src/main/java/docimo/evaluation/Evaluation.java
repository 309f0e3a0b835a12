package docimo.evaluation;

import docimo.evaluation.DatasetResult.QuestionError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes reports of judgements.
 *
 * @param protocol how marks are compared
 * @param bootstrap how intervals are found
 */
public record Evaluation(Protocol protocol, Bootstrap bootstrap) {

  private static final List<Measure> MEASURES = List.of(Measure.values());

  /**
   * The agreement on each data set.
   *
   * @param judgements of answers that the protocol includes
   * @throws IllegalArgumentException when there is none
   */
  public EvaluationReport report(List<Judgement> judgements) {
    return new EvaluationReport(
        protocol,
        bootstrap,
        byDataset(judgements).entrySet().stream()
            .map(set -> result(set.getKey(), set.getValue()))
            .toList());
  }

  /**
   * How the marks differ in agreement from those of a second result file.
   *
   * @param judgements of answers that the protocol includes; those that the file does not mark are
   *     left out, on both sides
   * @throws AmbiguousMarkException when the file has several marks that may belong to one answer
   */
  public Comparison compare(List<Judgement> judgements, OtherMarks others) {
    List<Comparison.Row> rows = new ArrayList<>();
    byDataset(judgements)
        .forEach((dataset, ours) -> difference(dataset, ours, others).ifPresent(rows::add));
    return new Comparison(protocol, judgements.size(), rows);
  }

  private Optional<Comparison.Row> difference(
      String dataset, List<Judgement> judgements, OtherMarks others) {
    List<Judgement> ours = new ArrayList<>();
    List<Judgement> theirs = new ArrayList<>();
    for (Judgement judgement : judgements) {
      others
          .find(judgement.answer())
          .ifPresent(
              mark -> {
                ours.add(judgement);
                theirs.add(new Judgement(judgement.answer(), mark));
              });
    }
    return ours.isEmpty()
        ? Optional.empty()
        : Optional.of(new Comparison.Row(dataset, ours.size(), differences(ours, theirs)));
  }

  private Map<Measure, Comparison.Difference> differences(
      List<Judgement> ours, List<Judgement> theirs) {
    MarkPairs mine = MarkPairs.of(ours, protocol);
    MarkPairs other = MarkPairs.of(theirs, protocol);
    List<Interval> intervals =
        bootstrap.intervals(
            mine.questions(),
            sample -> minus(mine.at(sample).measures(), other.at(sample).measures()));
    double[] values = mine.measures();
    double[] otherValues = other.measures();
    Map<Measure, Comparison.Difference> differences = new EnumMap<>(Measure.class);
    for (int i = 0; i < MEASURES.size(); i++) {
      Measure measure = MEASURES.get(i);
      double scale = protocol.scale(measure);
      differences.put(
          measure,
          new Comparison.Difference(
              values[i] * scale, otherValues[i] * scale, intervals.get(i).times(scale)));
    }
    return differences;
  }

  private DatasetResult result(String dataset, List<Judgement> judgements) {
    MarkPairs pairs = MarkPairs.of(judgements, protocol);
    return new DatasetResult(
        dataset,
        Questions.rows(pairs.questions(), judgements.size()).length,
        judgements.size(),
        (int) judgements.stream().filter(judgement -> !judgement.isMarked()).count(),
        estimates(pairs),
        Agreement.meanError(pairs.machine(), pairs.human()) * protocol.maximum(),
        coverage(judgements),
        CalibrationBin.table(pairs.machine(), pairs.human()),
        questionErrors(judgements, pairs));
  }

  private Map<Measure, Estimate> estimates(MarkPairs pairs) {
    double[] values = pairs.measures();
    List<Interval> intervals =
        bootstrap.intervals(pairs.questions(), sample -> pairs.at(sample).measures());
    Map<Measure, Estimate> estimates = new EnumMap<>(Measure.class);
    for (int i = 0; i < MEASURES.size(); i++) {
      Measure measure = MEASURES.get(i);
      double scale = protocol.scale(measure);
      estimates.put(measure, new Estimate(values[i] * scale, intervals.get(i).times(scale)));
    }
    return estimates;
  }

  private List<QuestionError> questionErrors(List<Judgement> judgements, MarkPairs pairs) {
    double[] errors = Questions.meanErrors(pairs.machine(), pairs.human(), pairs.questions());
    int[][] rows = Questions.rows(pairs.questions(), judgements.size());
    List<QuestionError> questionErrors = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      String key = judgements.get(rows[i][0]).answer().questionKey();
      questionErrors.add(new QuestionError(key, rows[i].length, errors[i] * protocol.maximum()));
    }
    return questionErrors;
  }

  private double coverage(List<Judgement> judgements) {
    double[] low = new double[judgements.size()];
    double[] high = new double[judgements.size()];
    double[] human = new double[judgements.size()];
    int count = 0;
    for (Judgement judgement : judgements) {
      Interval interval = judgement.mark().interval();
      if (interval != null) {
        low[count] = interval.low();
        high[count] = interval.high();
        human[count++] = protocol.target(judgement.answer());
      }
    }
    return count == 0
        ? Double.NaN
        : Agreement.coverage(first(count, low), first(count, high), first(count, human));
  }

  private static double[] first(int count, double[] values) {
    return Arrays.copyOf(values, count);
  }

  private static double[] minus(double[] values, double[] others) {
    double[] differences = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      differences[i] = values[i] - others[i];
    }
    return differences;
  }

  private static Map<String, List<Judgement>> byDataset(List<Judgement> judgements) {
    return judgements.stream()
        .collect(
            Collectors.groupingBy(
                judgement -> judgement.answer().dataset(),
                LinkedHashMap::new,
                Collectors.toList()));
  }
}

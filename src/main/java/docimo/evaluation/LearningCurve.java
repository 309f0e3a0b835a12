package docimo.evaluation;

import docimo.grading.QuestionCalibration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleBiFunction;

/**
 * How agreement grows when some answers of each question have been marked by people: their marks
 * move the machine's marks of the question's other answers, by the {@link QuestionCalibration} that
 * the service uses.
 *
 * @param points one for each number of known answers, in rising order
 */
public record LearningCurve(List<Point> points) {

  private static final List<Integer> KNOWN = List.of(0, 5, 10, 20);

  /**
   * Agreement on the answers that are not known.
   *
   * @param known how many answers of each question are known
   * @param answers how many others were marked
   * @param pearson r with the human marks
   * @param rmse in the points of the protocol
   */
  public record Point(int known, int answers, double pearson, double rmse) {}

  /** Keeps its own copy. */
  public LearningCurve {
    points = List.copyOf(points);
  }

  /**
   * The curve of marks that were given without known answers.
   *
   * @param likeness how alike two answers to a question are, in [0, 1]
   * @throws IllegalArgumentException when there is none
   */
  public static LearningCurve of(
      List<Judgement> judgements,
      Protocol protocol,
      ToDoubleBiFunction<MarkedAnswer, MarkedAnswer> likeness) {
    List<Point> points = new ArrayList<>();
    for (int known : KNOWN) {
      List<Judgement> rest = rest(judgements, protocol, likeness, known);
      if (!rest.isEmpty()) {
        MarkPairs pairs = MarkPairs.of(rest, protocol);
        points.add(
            new Point(
                known,
                rest.size(),
                Agreement.pearson(pairs.machine(), pairs.human()),
                Agreement.rmse(pairs.machine(), pairs.human()) * protocol.maximum()));
      }
    }
    return new LearningCurve(points);
  }

  /** The answers that are not known, marked with the help of those that are. */
  static List<Judgement> rest(
      List<Judgement> judgements,
      Protocol protocol,
      ToDoubleBiFunction<MarkedAnswer, MarkedAnswer> likeness,
      int known) {
    int[] questions =
        Questions.number(judgements.stream().map(j -> j.answer().questionKey()).toList());
    List<Judgement> rest = new ArrayList<>();
    for (int[] rows : Questions.rows(questions, judgements.size())) {
      List<Judgement> drawn = new ArrayList<>();
      for (int row : rows) {
        drawn.add(judgements.get(row));
      }
      drawn.sort(Comparator.comparingLong(Judgement::place));
      int split = Math.min(known, drawn.size());
      List<Judgement> examples =
          drawn.subList(0, split).stream().filter(Judgement::isMarked).toList();
      QuestionCalibration calibration =
          new QuestionCalibration(
              examples.stream()
                  .map(j -> new QuestionCalibration.Known(j.score(), protocol.target(j.answer())))
                  .toList());
      for (Judgement judgement : drawn.subList(split, drawn.size())) {
        rest.add(moved(judgement, examples, calibration, likeness));
      }
    }
    return rest;
  }

  private static Judgement moved(
      Judgement judgement,
      List<Judgement> examples,
      QuestionCalibration calibration,
      ToDoubleBiFunction<MarkedAnswer, MarkedAnswer> likeness) {
    if (!judgement.isMarked()) {
      return judgement;
    }
    List<Double> alike =
        examples.stream()
            .map(example -> likeness.applyAsDouble(judgement.answer(), example.answer()))
            .toList();
    return new Judgement(
        judgement.answer(),
        new MachineMark(calibration.curve(alike).mark(judgement.score()), null));
  }

  /** The curve as a table. */
  public String text() {
    TextTable table = new TextTable();
    table.add(List.of("known answers a question", "answers marked", "r", "RMSE"));
    for (Point point : points) {
      table.add(
          List.of(
              Integer.toString(point.known()),
              String.format(Locale.ROOT, "%,d", point.answers()),
              String.format(Locale.ROOT, "%.3f", point.pearson()),
              String.format(Locale.ROOT, "%.3f", point.rmse())));
    }
    return "Learning curve: marks moved by the known answers of the same question\n\n"
        + table.text();
  }
}

package docimo.evaluation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Agreement with the labels of SemEval-2013 Task 7: for each data set a model of the mark, one of
 * contradiction and the borders between labels are fitted on its split train and tried on its other
 * splits.
 *
 * @param rows one for each split that was tried, in the order of the data
 */
public record LabelReport(List<Row> rows) {

  private static final String TRAIN = "train";
  private static final Function<MarkedAnswer, @Nullable Label> TWO_WAY = MarkedAnswer::label2;
  private static final Function<MarkedAnswer, @Nullable Label> THREE_WAY = MarkedAnswer::label3;

  /**
   * The agreement on a split.
   *
   * @param dataset the data set
   * @param split the split
   * @param answers how many answers it has
   * @param twoWay macro-F1 of the two-way labels
   * @param threeWay macro-F1 of the three-way labels
   * @param contradictory the area under the ROC curve of the mark, correct against contradictory
   *     answers; NaN where the split lacks one of them
   * @param withContradiction the same of the mark times one less the likelihood of a contradiction
   */
  public record Row(
      String dataset,
      String split,
      int answers,
      double twoWay,
      double threeWay,
      double contradictory,
      double withContradiction) {}

  /** Keeps its own copy. */
  public LabelReport {
    rows = List.copyOf(rows);
  }

  /**
   * Fits and tries.
   *
   * @param observations of answers with both labels, in any splits
   * @throws NothingToFitException when a data set has no answer in the split train
   */
  public static LabelReport of(List<Observation> observations) {
    Set<String> datasets = new LinkedHashSet<>();
    observations.forEach(row -> datasets.add(row.answer().dataset()));
    List<Row> rows = new ArrayList<>();
    for (String dataset : datasets) {
      rows.addAll(
          rows(observations.stream().filter(o -> o.answer().dataset().equals(dataset)).toList()));
    }
    return new LabelReport(rows);
  }

  private static List<Row> rows(List<Observation> observations) {
    String dataset = observations.get(0).answer().dataset();
    List<Observation> train = split(observations, TRAIN);
    if (train.isEmpty()) {
      throw new NothingToFitException(dataset + " has no answer in the split train to fit on");
    }
    LinearModel marks = Fit.all().model(train);
    List<Label> labels = labels(train, THREE_WAY);
    ToDoubleFunction<Observation> contradiction = contradiction(train, labels);
    LabelBorders two = LabelBorders.twoWay(marks(train, marks), labels(train, TWO_WAY));
    LabelBorders three =
        LabelBorders.threeWay(marks(train, marks), each(train, contradiction), labels);
    Set<String> splits = new LinkedHashSet<>();
    observations.forEach(row -> splits.add(row.answer().split()));
    splits.remove(TRAIN);
    List<Row> rows = new ArrayList<>();
    for (String split : splits) {
      List<Observation> test = split(observations, split);
      double[] given = marks(test, marks);
      double[] contradictions = each(test, contradiction);
      rows.add(
          new Row(
              dataset,
              split,
              test.size(),
              LabelAgreement.macroF1(two.labels(given, contradictions), labels(test, TWO_WAY)),
              LabelAgreement.macroF1(three.labels(given, contradictions), labels(test, THREE_WAY)),
              areaUnderCurve(given, labels(test, THREE_WAY)),
              areaUnderCurve(lessened(given, contradictions), labels(test, THREE_WAY))));
    }
    return rows;
  }

  private static double[] lessened(double[] marks, double[] contradictions) {
    return IntStream.range(0, marks.length)
        .mapToDouble(i -> marks[i] * (1 - contradictions[i]))
        .toArray();
  }

  private static double areaUnderCurve(double[] marks, List<Label> labels) {
    return LabelAgreement.areaUnderCurve(
        of(Label.CORRECT, marks, labels), of(Label.CONTRADICTORY, marks, labels));
  }

  private static double[] of(Label label, double[] marks, List<Label> labels) {
    return IntStream.range(0, marks.length)
        .filter(i -> labels.get(i) == label)
        .mapToDouble(i -> marks[i])
        .toArray();
  }

  private static List<Observation> split(List<Observation> rows, String split) {
    return rows.stream().filter(row -> row.answer().split().equals(split)).toList();
  }

  /**
   * How likely an answer contradicts; where a model has only one of the two labels below correct to
   * learn from, that one.
   */
  private static ToDoubleFunction<Observation> contradiction(
      List<Observation> train, List<Label> labels) {
    Set<Label> known = EnumSet.noneOf(Label.class);
    for (int i = 0; i < labels.size(); i++) {
      if (train.get(i).hasSignals()) {
        known.add(labels.get(i));
      }
    }
    if (!known.contains(Label.CONTRADICTORY)) {
      return row -> 0;
    }
    return known.contains(Label.INCORRECT)
        ? ContradictionModel.fit(train, labels)::of
        : row -> row.hasSignals() ? 1 : 0;
  }

  private static double[] marks(List<Observation> rows, LinearModel model) {
    return each(rows, row -> new Judgement(row.answer(), model.mark(row)).score());
  }

  private static double[] each(List<Observation> rows, ToDoubleFunction<Observation> number) {
    return rows.stream().mapToDouble(number).toArray();
  }

  private static List<Label> labels(
      List<Observation> rows, Function<MarkedAnswer, @Nullable Label> label) {
    return rows.stream().map(row -> Objects.requireNonNull(label.apply(row.answer()))).toList();
  }

  /** The report as a table. */
  public String text() {
    TextTable table = new TextTable();
    table.add(
        List.of(
            "data set", "split", "answers", "2-way macro-F1", "3-way macro-F1", "AUC", "AUC *"));
    for (Row row : rows) {
      table.add(
          List.of(
              row.dataset(),
              row.split(),
              String.format(Locale.ROOT, "%,d", row.answers()),
              String.format(Locale.ROOT, "%.3f", row.twoWay()),
              String.format(Locale.ROOT, "%.3f", row.threeWay()),
              area(row.contradictory()),
              area(row.withContradiction())));
    }
    return "Agreement with labels, fitted on the split train of the same data set\n\n"
        + table.text()
        + "\nAUC: area under the ROC curve of the mark, correct against contradictory answers;"
        + "\nAUC *: of the mark times one less the likelihood of a contradiction\n";
  }

  private static String area(double area) {
    return Double.isNaN(area) ? "-" : String.format(Locale.ROOT, "%.3f", area);
  }
}

package docimo.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes labels: correct from a border of the mark on, and below it contradictory from a border of
 * the likelihood of a contradiction on.
 *
 * @param correct marks from here on are correct
 * @param contradictory likelihoods from here on are contradictory; above 1 for two-way labels
 */
record LabelBorders(double correct, double contradictory) {

  private static final int STEPS = 100;
  private static final double NEVER = 2;

  /** The border of two-way labels with the best macro-F1 on these answers; the lowest of equals. */
  static LabelBorders twoWay(double[] marks, List<Label> labels) {
    return best(marks, new double[marks.length], labels, List.of(NEVER));
  }

  /**
   * The borders of three-way labels with the best macro-F1 on these answers; of equals the lowest
   * border of the mark, then of the likelihood.
   */
  static LabelBorders threeWay(double[] marks, double[] contradictions, List<Label> labels) {
    return best(
        marks,
        contradictions,
        labels,
        IntStream.rangeClosed(0, STEPS).mapToObj(i -> (double) i / STEPS).toList());
  }

  private static LabelBorders best(
      double[] marks, double[] contradictions, List<Label> labels, List<Double> borders) {
    LabelBorders best = new LabelBorders(0, NEVER);
    double highest = -1;
    for (int step = 0; step <= STEPS; step++) {
      for (double border : borders) {
        LabelBorders candidate = new LabelBorders((double) step / STEPS, border);
        double f1 = LabelAgreement.macroF1(candidate.labels(marks, contradictions), labels);
        if (f1 > highest) {
          highest = f1;
          best = candidate;
        }
      }
    }
    return best;
  }

  /** The labels of answers with these marks and likelihoods of a contradiction. */
  List<Label> labels(double[] marks, double[] contradictions) {
    List<Label> labels = new ArrayList<>();
    for (int i = 0; i < marks.length; i++) {
      labels.add(
          marks[i] >= correct
              ? Label.CORRECT
              : contradictions[i] >= contradictory ? Label.CONTRADICTORY : Label.INCORRECT);
    }
    return labels;
  }
}

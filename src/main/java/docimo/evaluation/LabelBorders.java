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

  /** On either side of a border. */
  private static final int NEIGHBOURS = 3;

  /**
   * The border of two-way labels with the best macro-F1 on these answers, as a mean over near
   * borders; the lowest of equals.
   */
  static LabelBorders twoWay(double[] marks, List<Label> labels) {
    return best(marks, new double[marks.length], labels, List.of(NEVER));
  }

  /**
   * The borders of three-way labels with the best macro-F1 on these answers, as a mean over near
   * borders of the mark; of equals the lowest border of the likelihood, then of the mark.
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
    for (double border : borders) {
      double[] agreement =
          IntStream.rangeClosed(0, STEPS)
              .mapToObj(step -> new LabelBorders((double) step / STEPS, border))
              .mapToDouble(b -> LabelAgreement.macroF1(b.labels(marks, contradictions), labels))
              .toArray();
      for (int step = 0; step <= STEPS; step++) {
        double around = around(agreement, step);
        if (around > highest) {
          highest = around;
          best = new LabelBorders((double) step / STEPS, border);
        }
      }
    }
    return best;
  }

  /** The mean over neighbours: the curve is flat and rough, and its highest point is chance. */
  private static double around(double[] agreement, int step) {
    return IntStream.rangeClosed(Math.max(0, step - NEIGHBOURS), Math.min(STEPS, step + NEIGHBOURS))
        .mapToDouble(i -> agreement[i])
        .average()
        .orElseThrow();
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

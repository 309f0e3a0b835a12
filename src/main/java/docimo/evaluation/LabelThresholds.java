package docimo.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes labels of marks: correct from a border on, and below it the label that is usual there, on
 * either side of a second border. Contradiction cannot be told from a mark alone; signals of it are
 * yet to come.
 *
 * @param correct marks from here on are correct
 * @param middle splits the marks below
 * @param upper the label of marks from the middle on
 * @param lower the label of marks below it
 */
record LabelThresholds(double correct, double middle, Label upper, Label lower) {

  private static final int STEPS = 100;

  /**
   * The borders with the best macro-F1 on these answers; the lowest of equals.
   *
   * @param scores in [0, 1]
   * @param labels not empty; two-way or three-way
   */
  static LabelThresholds of(double[] scores, List<Label> labels) {
    boolean threeWay = labels.contains(Label.CONTRADICTORY);
    LabelThresholds best = new LabelThresholds(0, 0, Label.INCORRECT, Label.INCORRECT);
    double highest = -1;
    for (int correct = 0; correct <= STEPS; correct++) {
      for (int middle = 0; middle <= (threeWay ? correct : 0); middle++) {
        LabelThresholds candidate =
            withMajorities((double) correct / STEPS, (double) middle / STEPS, scores, labels);
        double f1 = LabelAgreement.macroF1(candidate.labels(scores), labels);
        if (f1 > highest) {
          highest = f1;
          best = candidate;
        }
      }
    }
    return best;
  }

  private static LabelThresholds withMajorities(
      double correct, double middle, double[] scores, List<Label> labels) {
    return new LabelThresholds(
        correct,
        middle,
        majority(middle, correct, scores, labels),
        majority(-1, middle, scores, labels));
  }

  /** Which of the two labels below correct is more frequent from a mark up to another. */
  private static Label majority(double from, double to, double[] scores, List<Label> labels) {
    int contradictory = 0;
    int incorrect = 0;
    for (int i = 0; i < scores.length; i++) {
      if (from <= scores[i] && scores[i] < to) {
        contradictory += labels.get(i) == Label.CONTRADICTORY ? 1 : 0;
        incorrect += labels.get(i) == Label.INCORRECT ? 1 : 0;
      }
    }
    return contradictory > incorrect ? Label.CONTRADICTORY : Label.INCORRECT;
  }

  List<Label> labels(double[] scores) {
    List<Label> labels = new ArrayList<>();
    for (double score : scores) {
      labels.add(score >= correct ? Label.CORRECT : score >= middle ? upper : lower);
    }
    return labels;
  }
}

package docimo.evaluation;

import java.util.Arrays;
import java.util.List;

/**
 * Machine and human marks of the same answers, in [0, 1], and the numbers of their questions.
 * Immutable.
 */
final class MarkPairs {

  private final double[] machine;
  private final double[] human;
  private final int[] questions;

  /** Takes the arrays over: nobody may change them any more. */
  MarkPairs(double[] machine, double[] human, int[] questions) {
    Agreement.requireParallel(machine, human);
    this.machine = machine;
    this.human = human;
    this.questions = questions;
  }

  static MarkPairs of(List<Judgement> judgements, Protocol protocol) {
    return new MarkPairs(
        judgements.stream().mapToDouble(Judgement::score).toArray(),
        judgements.stream().mapToDouble(j -> protocol.target(j.answer())).toArray(),
        Questions.number(judgements.stream().map(j -> j.answer().questionKey()).toList()));
  }

  /** The answers of a resample, each with both its marks. */
  MarkPairs at(Bootstrap.Resample resample) {
    return new MarkPairs(resample.of(machine), resample.of(human), resample.questions());
  }

  /** All measures, in the order of the enumeration. */
  double[] measures() {
    return Arrays.stream(Measure.values()).mapToDouble(measure -> measure.of(this)).toArray();
  }

  double[] machine() {
    return machine;
  }

  double[] human() {
    return human;
  }

  int[] questions() {
    return questions;
  }
}

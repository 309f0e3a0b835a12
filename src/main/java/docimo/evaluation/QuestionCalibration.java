package docimo.evaluation;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Brings the marks of one question nearer to those of its human markers: a shift and a slope,
 * learned from a few answers that they have marked, both drawn to no change.
 *
 * @param centre mean of the machine's marks of the known answers
 * @param shift what is added to every mark
 * @param slope how far marks are spread around the centre, 0 or above
 */
record QuestionCalibration(double centre, double shift, double slope) {

  /** No change counts as this many known answers that were marked just right. */
  private static final double SHIFT_PULL = 2;

  /** In squared marks: what about ten answers of a usual spread have together. */
  private static final double SLOPE_PULL = 0.5;

  static QuestionCalibration of(List<Judgement> known, ToDoubleFunction<MarkedAnswer> target) {
    double machine = 0;
    double miss = 0;
    for (Judgement judgement : known) {
      machine += judgement.score();
      miss += target.applyAsDouble(judgement.answer()) - judgement.score();
    }
    if (known.isEmpty()) {
      return new QuestionCalibration(0, 0, 1);
    }
    double centre = machine / known.size();
    double human = centre + miss / known.size();
    double squares = SLOPE_PULL;
    double products = SLOPE_PULL;
    for (Judgement judgement : known) {
      double off = judgement.score() - centre;
      squares += off * off;
      products += off * (target.applyAsDouble(judgement.answer()) - human);
    }
    return new QuestionCalibration(
        centre, miss / (known.size() + SHIFT_PULL), Math.max(0, products / squares));
  }

  /** The mark as the human markers of the question would give it, in [0, 1]. */
  double mark(double score) {
    return Math.min(1, Math.max(0, centre + shift + slope * (score - centre)));
  }
}

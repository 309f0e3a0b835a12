package docimo.grading;

import java.util.List;

/**
 * Brings the marks of one question nearer to those of its human markers, by answers to it that they
 * have marked. A known answer counts the more the more the answer to be marked is like it, and all
 * of them are drawn to no change, because they are few. An answer that is like none of them is
 * moved little by a few; many that are unlike it add up all the same, as what they say of the level
 * of the markers. Measured with up to 20 of them. Immutable.
 *
 * @param known the answers whose human mark is known; empty for no change
 */
public record QuestionCalibration(List<Known> known) {

  /** Changes no mark. */
  public static final QuestionCalibration NONE = new QuestionCalibration(List.of());

  /** A known answer whose likeness is this much below the same words counts a bit over a third. */
  private static final double WIDTH = 0.2;

  /** No change counts as a tenth of an answer in the same words that was marked just right. */
  private static final double SHIFT_PULL = 0.1;

  /** No change counts as much as known answers do that spread so far, in squared marks. */
  private static final double SLOPE_PULL = 0.1;

  /** Where poor marks end: below, marks fall in a straight line to nothing for nothing. */
  private static final double FOOT = 0.2;

  /**
   * An answer whose human mark is known.
   *
   * @param score what the machine gave it, uncalibrated, in [0, 1]
   * @param mark what people gave it, in [0, 1]
   */
  public record Known(double score, double mark) {}

  /** Keeps its own copy. */
  public QuestionCalibration {
    known = List.copyOf(known);
  }

  /**
   * How marks of an answer are moved: a shift, and a slope around a centre, from the mark that is
   * the foot on; below it a line from nothing. Never falls.
   *
   * @param centre mean of the machine's marks of the known answers, by likeness
   * @param shift what is added
   * @param slope how far marks are spread around the centre, 0 or above
   */
  public record Curve(double centre, double shift, double slope) {

    /** Changes nothing. */
    public static final Curve NONE = new Curve(0, 0, 1);

    /** The mark as the human markers of the question would give it, in [0, 1]; 0 for 0. */
    public double mark(double score) {
      return score < FOOT ? score * (moved(FOOT) / FOOT) : moved(score);
    }

    private double moved(double score) {
      return Math.min(1, Math.max(0, centre + shift + slope * (score - centre)));
    }
  }

  /**
   * The curve for an answer: the shift and the slope that fit the known answers best, by weighted
   * least squares, each drawn to no change.
   *
   * @param likeness how like the answer is to each known one, in their order, in [0, 1]
   * @throws IllegalArgumentException when there is not one likeness for each
   */
  public Curve curve(List<Double> likeness) {
    if (likeness.size() != known.size()) {
      throw new IllegalArgumentException(
          likeness.size() + " likenesses were given for " + known.size() + " known answers");
    }
    if (known.isEmpty()) {
      return Curve.NONE;
    }
    double[] weights =
        likeness.stream().mapToDouble(alike -> Math.exp((alike - 1) / WIDTH)).toArray();
    double total = 0;
    double machine = 0;
    double human = 0;
    for (int i = 0; i < weights.length; i++) {
      total += weights[i];
      machine += weights[i] * known.get(i).score();
      human += weights[i] * known.get(i).mark();
    }
    double centre = machine / total;
    double level = human / total;
    double squares = SLOPE_PULL;
    double products = SLOPE_PULL;
    for (int i = 0; i < weights.length; i++) {
      double off = known.get(i).score() - centre;
      squares += weights[i] * off * off;
      products += weights[i] * off * (known.get(i).mark() - level);
    }
    return new Curve(
        centre, (human - machine) / (total + SHIFT_PULL), Math.max(0, products / squares));
  }
}

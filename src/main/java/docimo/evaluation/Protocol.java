package docimo.evaluation;

/**
 * How marks are compared: which answers take part, what the machine is to reach, and on which scale
 * errors are told. These protocols mark with the grader as it is shipped; one that fits a model
 * first gives {@link MarkingRun} the {@link Marker} that it fitted for each part of the answers.
 */
public enum Protocol {
  /** Every answer, with marks from 0 to 1. */
  PLAIN(1) {
    @Override
    public boolean includes(MarkedAnswer answer) {
      return true;
    }
  },

  /** The answers of Mohler et al. (2011), with errors in points of 0 to 5 as is usual there. */
  MOHLER(5) {
    @Override
    public boolean includes(MarkedAnswer answer) {
      return answer.dataset().equals("mohler");
    }
  };

  private final double maximum;

  Protocol(double maximum) {
    this.maximum = maximum;
  }

  /** Whether an answer takes part. */
  public abstract boolean includes(MarkedAnswer answer);

  /** The mark that the machine is to reach, in [0, 1]; asked only of answers that take part. */
  public double target(MarkedAnswer answer) {
    return answer.score();
  }

  /** The points of a full mark on the scale that errors are told in; the lowest mark has 0. */
  public double maximum() {
    return maximum;
  }

  /** A figure as the protocol tells it. */
  double scale(Measure measure) {
    return measure.inPoints() ? maximum : 1;
  }
}

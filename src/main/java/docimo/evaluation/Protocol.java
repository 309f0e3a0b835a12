package docimo.evaluation;

/**
 * How marks are compared: which answers take part, what the machine is to reach, and on which scale
 * errors are told. {@link #PLAIN} marks with the grader as it is shipped; a protocol that fits
 * marks each data set by a model that was fitted on others, see {@link LeaveOneOut}.
 */
public enum Protocol {
  /** Every answer, with marks from 0 to 1. */
  PLAIN(1) {
    @Override
    public boolean includes(MarkedAnswer answer) {
      return true;
    }
  },

  /**
   * The answers of Mohler et al. (2011), with errors in points of 0 to 5 as is usual there. Fits on
   * the other data sets that are given. Without others it marks as the shipped grader does, whose
   * model was fitted on Mohler's answers too, so that the figures are not held-out ones.
   */
  MOHLER(5) {
    @Override
    public boolean includes(MarkedAnswer answer) {
      return answer.dataset().equals("mohler");
    }
  },

  /**
   * The benchmark ASAG2024 (arXiv 2409.18596): its answers, with its marks as target, each data set
   * marked by a model that was fitted on all answers of the others.
   */
  ASAG2024(1) {
    @Override
    public boolean includes(MarkedAnswer answer) {
      return answer.asag2024Score() != null;
    }

    @Override
    public double target(MarkedAnswer answer) {
      return answer.gradedScore();
    }
  },

  /**
   * SemEval-2013 Task 7: the answers with both labels, see {@link LabelReport}. Marks are fitted on
   * the split train of the same data set.
   */
  SEMEVAL2013(1) {
    @Override
    public boolean includes(MarkedAnswer answer) {
      return answer.label2() != null && answer.label3() != null;
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

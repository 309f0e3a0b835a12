package docimo.evaluation;

/** The figures of a report. */
public enum Measure {
  /** Pearson's r. */
  PEARSON("r", false),
  /** Spearman's rho. */
  SPEARMAN("rho", false),
  /** Root of the mean squared error. */
  RMSE("RMSE", true),
  /** Weighted RMSE of ASAG2024; always on the scale 0 to 1. */
  WEIGHTED_RMSE("wRMSE", false),
  /** Quadratic weighted kappa, marks rounded to tenths. */
  KAPPA("kappa", false),
  /** Accuracy of the order of answers to the same question. */
  ORDER_ACCURACY("order", false),
  /** Mean absolute error of the mean mark of a question. */
  QUESTION_ERROR("q-error", true);

  /** Tenths: Mohler's half points out of five, and fine enough for every other set. */
  static final int KAPPA_LEVELS = 11;

  private final String heading;
  private final boolean inPoints;

  Measure(String heading, boolean inPoints) {
    this.heading = heading;
    this.inPoints = inPoints;
  }

  /** What a table calls it. */
  public String heading() {
    return heading;
  }

  /** Whether the figure is in points and so grows with the scale that marks are given on. */
  public boolean inPoints() {
    return inPoints;
  }

  double of(MarkPairs pairs) {
    double[] machine = pairs.machine();
    double[] human = pairs.human();
    return switch (this) {
      case PEARSON -> Agreement.pearson(machine, human);
      case SPEARMAN -> Agreement.spearman(machine, human);
      case RMSE -> Agreement.rmse(machine, human);
      case WEIGHTED_RMSE -> Agreement.weightedRmse(machine, human);
      case KAPPA -> LabelAgreement.quadraticWeightedKappa(machine, human, KAPPA_LEVELS);
      case ORDER_ACCURACY -> Agreement.orderAccuracy(machine, human, pairs.questions());
      case QUESTION_ERROR -> Agreement.questionError(machine, human, pairs.questions());
    };
  }
}

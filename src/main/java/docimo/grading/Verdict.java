package docimo.grading;

/** What an answer does with a key point. */
public enum Verdict {
  /** The answer says it. */
  COVERED(1),
  /** The answer says some of it; counts half. */
  PARTIAL(0.5),
  /** The answer does not say it. */
  MISSING(0),
  /** The answer speaks of it and says the opposite. */
  CONTRADICTED(0);

  private final double credit;

  Verdict(double credit) {
    this.credit = credit;
  }

  /** The share of the point's worth that is earned, in [0, 1]. */
  public double credit() {
    return credit;
  }
}

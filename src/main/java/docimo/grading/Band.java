package docimo.grading;

/** Five bands of marks, for people who read words rather than numbers. */
public enum Band {
  EXCELLENT(0.85),
  GOOD(0.65),
  FAIR(0.45),
  WEAK(0.2),
  POOR(0);

  private final double from;

  Band(double from) {
    this.from = from;
  }

  /** The lowest score of the band, as a share of the maximum. */
  public double from() {
    return from;
  }

  /**
   * The band of a score.
   *
   * @param share the score as a share of the maximum, in [0, 1]
   */
  public static Band of(double share) {
    for (Band band : values()) {
      if (share >= band.from) {
        return band;
      }
    }
    return POOR;
  }
}

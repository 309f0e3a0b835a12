package docimo.evaluation;

/**
 * A range with both ends in it.
 *
 * @param low the lower end; NaN, like the upper one, when the range is not defined
 * @param high the upper end
 */
public record Interval(double low, double high) {

  /** The range of what is not defined. */
  public static final Interval UNDEFINED = new Interval(Double.NaN, Double.NaN);

  /**
   * @throws IllegalArgumentException when the ends are in the wrong order, or only one is NaN
   */
  public Interval {
    boolean undefined = Double.isNaN(low) && Double.isNaN(high);
    if (!undefined && !(low <= high)) {
      throw new IllegalArgumentException("no range goes from " + low + " to " + high);
    }
  }

  /** Whether there is a range at all. */
  public boolean isDefined() {
    return !Double.isNaN(low);
  }

  /** Whether a value lies in the range; never in an undefined one. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /** The range with both ends multiplied by a factor of at least 0. */
  Interval times(double factor) {
    return isDefined() ? new Interval(low * factor, high * factor) : this;
  }
}

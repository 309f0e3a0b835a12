package docimo.screening;

import java.time.Duration;
import java.time.Instant;

/**
 * How long the texts of an answer are kept after it came in; the hashed rows stay for good.
 *
 * @param days from {@link #LEGAL_MINIMUM_DAYS} to {@link #MOST_DAYS}
 */
public record Retention(int days) {

  /** Half a year: who decides with the help of a machine keeps its records at least so long. */
  public static final int LEGAL_MINIMUM_DAYS = 183;

  /** Ten years. */
  public static final int MOST_DAYS = 3653;

  /** What a screening has when nobody says. */
  public static final Retention DEFAULT = new Retention(365);

  /**
   * @throws InvalidValueException when the days are out of their range
   */
  public Retention {
    if (days < LEGAL_MINIMUM_DAYS || days > MOST_DAYS) {
      throw new InvalidValueException(
          "retention_days",
          "is a number from " + LEGAL_MINIMUM_DAYS + " (the legal minimum) to " + MOST_DAYS);
    }
  }

  /** Answers that came in before this are to be forgotten. */
  public Instant cutoff(Instant now) {
    return now.minus(Duration.ofDays(days));
  }
}

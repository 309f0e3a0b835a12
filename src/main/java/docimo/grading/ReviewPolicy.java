package docimo.grading;

import docimo.grading.Grade.Review;
import docimo.grading.Grade.ReviewReasonGiven;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;

/**
 * Decides which marks a person should look at before they count. Says nothing about the mark
 * itself. Immutable.
 *
 * @param reasons those that count; the others are switched off
 * @param width how wide an interval must be, in [0, 1]
 * @param reach how far it must reach beyond a border between bands, on both sides, in [0, 1]
 * @param derivedDisagreement how far keywords and meaning must be apart where key points were
 *     derived, in [0, 1]
 * @param writtenDisagreement the same where the author wrote them: good answers in other words than
 *     the reference are further apart there
 * @param distance how far outside of what the model was fitted on an answer must be, in widths of
 *     the range, 0 or above
 */
public record ReviewPolicy(
    Set<ReviewReason> reasons,
    double width,
    double reach,
    double derivedDisagreement,
    double writtenDisagreement,
    double distance) {

  /** The policy that is in force when nobody chooses one. */
  public static final ReviewPolicy DEFAULT =
      new ReviewPolicy(EnumSet.allOf(ReviewReason.class), 0.95, 0.1, 0.45, 0.75, 0.5);

  /** Sends no mark to a person. */
  public static final ReviewPolicy NOBODY = DEFAULT.only(Set.of());

  /**
   * @throws IllegalArgumentException when a number is out of its range
   */
  public ReviewPolicy {
    reasons = Set.copyOf(reasons);
    if (!isShare(width)
        || !isShare(reach)
        || !isShare(derivedDisagreement)
        || !isShare(writtenDisagreement)
        || !(distance >= 0 && distance < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a limit of a review policy is out of its range");
    }
  }

  /**
   * Reads a policy from properties, as {@code src/docs/review.md} describes them; what they do not
   * say is as in {@link #DEFAULT}. The stream is read to its end and not closed.
   *
   * @param name what the properties are called in messages
   * @throws ReviewPolicyException when a key is unknown or a value wrong; names all of them
   * @throws IOException when the stream cannot be read
   */
  public static ReviewPolicy read(String name, InputStream in) throws IOException {
    return new ReviewPolicyReader(name, in).policy();
  }

  /** The same limits with other reasons switched on. */
  public ReviewPolicy only(Set<ReviewReason> others) {
    return new ReviewPolicy(
        others, width, reach, derivedDisagreement, writtenDisagreement, distance);
  }

  /** Names what is in force: policies that decide alike have the same version. */
  public String version() {
    CRC32 hash = new CRC32();
    hash.update(toString().getBytes(StandardCharsets.UTF_8));
    return String.format(Locale.ROOT, "review-%08x", hash.getValue());
  }

  /** The text that {@link #read} reads: every key, sorted. */
  @Override
  public String toString() {
    Map<String, String> keys = new TreeMap<>();
    for (ReviewReason reason : ReviewReason.values()) {
      keys.put(ReviewPolicyReader.key(reason), reasons.contains(reason) ? "on" : "off");
    }
    ReviewPolicyReader.LIMITS.forEach(
        limit -> keys.put(limit.key(), Double.toString(limit.value().applyAsDouble(this))));
    StringBuilder text = new StringBuilder();
    keys.forEach((key, value) -> text.append(key).append(" = ").append(value).append('\n'));
    return text.toString();
  }

  /** Whether a person should look, and why. */
  Review review(Doubt doubt) {
    List<ReviewReasonGiven> given = new ArrayList<>();
    for (ReviewReason reason : new TreeSet<>(reasons)) {
      if (holds(reason, doubt)) {
        given.add(new ReviewReasonGiven(reason, ReviewMessages.of(reason, doubt, reach)));
      }
    }
    return new Review(!given.isEmpty(), doubt.value(), given);
  }

  private boolean holds(ReviewReason reason, Doubt doubt) {
    return switch (reason) {
      case WIDE_INTERVAL ->
          doubt.interval() != null
              && doubt.width() >= width
              && !doubt.bordersInside(reach).isEmpty();
      case SIGNALS_DISAGREE ->
          doubt.disagreement() >= (doubt.written() ? writtenDisagreement : derivedDisagreement);
      case CONTRADICTED_POINT -> doubt.contradicted() > 0;
      case HIGH_FLAG -> !doubt.highFlags().isEmpty();
      case UNFAMILIAR_ANSWER -> doubt.strangest() != null && doubt.unfamiliarity() >= distance;
    };
  }

  private static boolean isShare(double number) {
    return number >= 0 && number <= 1;
  }
}

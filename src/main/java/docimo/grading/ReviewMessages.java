package docimo.grading;

import docimo.grading.Familiarity.Strangeness;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says in a sentence why a person should look. Names no word of the answer or of the key. */
final class ReviewMessages {

  private static final double PER_CENT = 100;

  private ReviewMessages() {}

  /** The sentence for a reason that holds. */
  static String of(ReviewReason reason, Doubt doubt, double reach) {
    return switch (reason) {
      case WIDE_INTERVAL -> wide(doubt.interval(), doubt.bordersInside(reach).size());
      case SIGNALS_DISAGREE ->
          "Its words and its meaning speak for different marks: coverage by keywords and by meaning"
              + " are "
              + number(doubt.disagreement())
              + " apart.";
      case CONTRADICTED_POINT ->
          "It seems to say the opposite of "
              + (doubt.contradicted() == 1
                  ? "a key point."
                  : doubt.contradicted() + " key points.");
      case HIGH_FLAG -> "It was flagged: " + String.join(", ", doubt.highFlags()) + ".";
      case UNFAMILIAR_ANSWER -> strange(doubt.strangest());
    };
  }

  private static String wide(@Nullable List<Double> interval, int borders) {
    return interval == null
        ? "Nothing is known of how people would mark it."
        : String.format(
            Locale.ROOT,
            "People may give anything from %s to %s, across %s between bands.",
            number(interval.get(0)),
            number(interval.get(1)),
            borders == 1 ? "a border" : borders + " borders");
  }

  private static String strange(@Nullable Strangeness strange) {
    String start = "It is unlike the answers that the scoring model was fitted on: ";
    if (strange == null) {
      return start + "nothing like it was there.";
    }
    Familiarity.Range range = strange.range();
    String measure =
        switch (strange.measure()) {
          case Familiarity.WORDS ->
              String.format(
                  Locale.ROOT,
                  "it has %.0f words, and those had %.0f to %.0f",
                  strange.value(),
                  range.low(),
                  range.high());
          case Familiarity.UNKNOWN_WORDS -> share("words that docimo does not know", strange);
          case Familiarity.FORMULAS -> share("formulas, code and numbers", strange);
          default ->
              strange.measure()
                  + " is "
                  + number(strange.value())
                  + ", and was "
                  + number(range.low())
                  + " to "
                  + number(range.high());
        };
    return start + measure + ".";
  }

  private static String share(String what, Strangeness strange) {
    return String.format(
        Locale.ROOT,
        "%.0f %% of it is %s, and at most %.0f %% was",
        strange.value() * PER_CENT,
        what,
        strange.range().high() * PER_CENT);
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }
}

package docimo.screening;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Chooses which of several answers to one question counts. Pure functions. */
final class Attempts {

  private static final Comparator<Standing> BY_ORDER = Comparator.comparingLong(Standing::sequence);

  private Attempts() {}

  /**
   * @param attempts answers of one candidate to one question, in any order
   * @return empty when there is none; with {@link Resubmission#BEST}, an answer without a mark
   *     counts only when none has one, and then it is the last
   */
  static Optional<Standing> counting(List<Standing> attempts, Resubmission policy) {
    return switch (policy) {
      case FIRST -> attempts.stream().min(BY_ORDER);
      case LAST -> attempts.stream().max(BY_ORDER);
      case BEST -> best(attempts).or(() -> attempts.stream().max(BY_ORDER));
    };
  }

  private static Optional<Standing> best(List<Standing> attempts) {
    return attempts.stream()
        .filter(attempt -> attempt.mark().value() != null)
        .max(Comparator.comparingDouble(Attempts::value).thenComparing(BY_ORDER.reversed()));
  }

  private static double value(Standing attempt) {
    Double value = attempt.mark().value();
    return value == null ? -1 : value;
  }
}

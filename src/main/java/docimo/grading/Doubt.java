package docimo.grading;

import docimo.grading.Familiarity.Strangeness;
import docimo.grading.Grade.Flag;
import docimo.grading.Grade.KeyPointResult;
import docimo.grading.Grade.Score;
import docimo.grading.ScoringModel.Component;
import docimo.grading.Signal.KeywordSignal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for looking at a mark before it counts. Made of what a grade shows, so that anybody
 * can follow it; a {@link ReviewPolicy} decides what is to be done about it. Immutable.
 *
 * @param interval where the mark of a fair examiner is expected, low and high, in [0, 1]; null when
 *     that was not measured
 * @param written whether the author wrote the key points
 * @param disagreement how far coverage by keywords and by meaning lie apart, in [0, 1]; 0 where
 *     there is only one of them
 * @param strangest what of the answer lies farthest outside what the scoring model was fitted on;
 *     null when nothing does, or the model does not say what it was fitted on
 * @param highFlags codes of the flags of severity high, in order
 * @param contradicted how many key points that count the answer contradicts, 0 or above
 */
record Doubt(
    @Nullable List<Double> interval,
    boolean written,
    double disagreement,
    @Nullable Strangeness strangest,
    List<String> highFlags,
    int contradicted) {

  /**
   * What the width of the interval counts in the doubt; disagreement counts the rest. Measured on
   * digiklausur, mohler and saf_en (src/docs/review.md).
   */
  private static final double BY_WIDTH = 0.8;

  /** How much of what is left to certainty a flag of severity high takes. */
  private static final double BY_FLAG = 0.9;

  /** How much of it a contradicted key point takes: whether it is one is a guess from words. */
  private static final double BY_CONTRADICTION = 0.5;

  Doubt {
    interval = interval == null ? null : List.copyOf(interval);
    highFlags = List.copyOf(highFlags);
  }

  /**
   * The doubt of a mark.
   *
   * @param familiar what the scoring model was fitted on; null when that is not known
   */
  static Doubt of(
      Score score,
      List<Component> components,
      boolean written,
      Grade.Stats stats,
      List<Flag> flags,
      List<KeyPointResult> points,
      @Nullable Familiarity familiar) {
    return new Doubt(
        score.interval(),
        written,
        disagreement(components),
        familiar == null
            ? null
            : familiar.strangest(Familiarity.measures(components, stats)).orElse(null),
        flags.stream()
            .filter(flag -> flag.severity() == Severity.HIGH)
            .map(flag -> flag.code().name().toLowerCase(Locale.ROOT))
            .toList(),
        (int)
            points.stream()
                .filter(point -> point.counted() && point.verdict() == Verdict.CONTRADICTED)
                .count());
  }

  private static double disagreement(List<Component> components) {
    Optional<Double> words = value(components, KeywordSignal.NAME);
    Optional<Double> meaning = value(components, Signal.SEMANTIC_COVERAGE);
    return words.isPresent() && meaning.isPresent() ? Math.abs(words.get() - meaning.get()) : 0;
  }

  private static Optional<Double> value(List<Component> components, String name) {
    return components.stream().filter(c -> c.name().equals(name)).map(Component::value).findFirst();
  }

  /** The width of the interval, in [0, 1]; 1 when none was measured: nothing is known then. */
  double width() {
    return interval == null ? 1 : interval.get(1) - interval.get(0);
  }

  /** How far outside of what the model was fitted on the answer is, 0 or above. */
  double unfamiliarity() {
    return strangest == null ? 0 : strangest.distance();
  }

  /**
   * The borders between bands that the interval lies on both sides of.
   *
   * @param reach how far it must at least reach beyond a border, on either side
   */
  List<Double> bordersInside(double reach) {
    List<Double> borders = new ArrayList<>();
    for (Band band : Band.values()) {
      double border = band.from();
      if (interval != null
          && border > 0
          && border - interval.get(0) >= reach
          && interval.get(1) - border >= reach) {
        borders.add(border);
      }
    }
    return borders;
  }

  /**
   * How doubtful the mark is, in [0, 1], four decimals. Never lower for a wider interval, more
   * disagreement, a stranger answer or one more high flag. Says which answers to look at first; it
   * is no probability.
   */
  double value() {
    double plain = BY_WIDTH * width() + (1 - BY_WIDTH) * disagreement;
    double certain = (1 - plain) * (1 - Math.min(1, unfamiliarity()));
    for (int i = 0; i < contradicted; i++) {
      certain *= 1 - BY_CONTRADICTION;
    }
    for (int i = 0; i < highFlags.size(); i++) {
      certain *= 1 - BY_FLAG;
    }
    return ScoringModel.round(1 - certain);
  }
}

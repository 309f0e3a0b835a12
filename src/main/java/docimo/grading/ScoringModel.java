package docimo.grading;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Turns signals into a score: a weighted mean with non-negative weights, brought to the scale of
 * human markers. Contributions add up to the score exactly, and a higher signal never lowers it by
 * more than rounding. Weights are shared out among the signals that are there. Immutable.
 *
 * @param version names the model in every grade that it makes
 * @param written how signals are weighed where the author wrote key points
 * @param derived how signals are weighed where key points were derived from the reference
 * @param errors how far marks were from those of people; null when that was not measured
 * @param familiarity what the answers are like that it was fitted on; null when it does not say
 */
public record ScoringModel(
    String version,
    Profile written,
    Profile derived,
    @Nullable HeldOutErrors errors,
    @Nullable Familiarity familiarity) {

  private static final double SCALE = 10_000;

  /**
   * How signals are weighed and key points judged.
   *
   * @param weights weight of each signal by name, 0 or above, at least one above 0
   * @param calibration from the weighted mean to the score
   * @param covered coverage of a key point from which it counts as covered, in (0, 1]
   * @param partial coverage of a key point from which it counts as partial, in (0, covered]
   */
  public record Profile(
      Map<String, Double> weights, Calibration calibration, double covered, double partial) {

    /**
     * @throws IllegalArgumentException when a weight or threshold is out of its range
     */
    public Profile {
      if (!(partial > 0 && partial <= covered && covered <= 1)) {
        throw new IllegalArgumentException("thresholds must be 0 < partial <= covered <= 1");
      }
      weights = Map.copyOf(weights);
      if (weights.values().stream().anyMatch(weight -> !(weight >= 0) || weight.isInfinite())
          || weights.values().stream().noneMatch(weight -> weight > 0)) {
        throw new IllegalArgumentException("weights must be 0 or above, and one of them above 0");
      }
    }

    double weight(Signal signal) {
      return weights.getOrDefault(signal.name(), 0.0);
    }

    /**
     * What a key point earns of which this much was found, in [0, 1]: a ramp through a quarter at
     * the threshold of partial and three quarters at that of covered, so that no hair's breadth
     * decides a mark.
     */
    double earned(double coverage) {
      double half = (covered - partial) / 2;
      if (half == 0) {
        return coverage >= covered ? 1 : 0;
      }
      return Math.min(1, Math.max(0, (coverage - (partial - half)) / (4 * half)));
    }

    /** The verdict on a key point of which this much was found. */
    Verdict verdict(double coverage) {
      if (coverage >= covered) {
        return Verdict.COVERED;
      }
      return coverage >= partial ? Verdict.PARTIAL : Verdict.MISSING;
    }
  }

  /** A model that weighs all questions alike and has not been measured. */
  public ScoringModel(String version, Map<String, Double> weights, double covered, double partial) {
    this(
        version,
        new Profile(weights, Calibration.NONE, covered, partial),
        new Profile(weights, Calibration.NONE, covered, partial),
        null,
        null);
  }

  /**
   * A signal's part in a score. All three numbers have four decimals; the contribution is the
   * product of the other two, rounded.
   *
   * @param name the signal
   * @param value its value, in [0, 1]
   * @param weight what the signal counts in this score, after calibration
   * @param contribution what it adds to the score
   */
  public record Component(String name, double value, double weight, double contribution) {}

  /**
   * Reads a model from properties, as {@code models/README.md} describes them. The stream is read
   * to its end and not closed.
   *
   * @throws IOException when the stream cannot be read or is no such model
   */
  public static ScoringModel read(InputStream in) throws IOException {
    return new ScoringModelReader(in).model();
  }

  /**
   * The same model with other weights where key points were derived, and without a calibration and
   * an interval there.
   *
   * @throws IllegalArgumentException when a weight is below 0, or none is above it
   */
  public ScoringModel withDerived(Map<String, Double> weights) {
    return new ScoringModel(
        version,
        written,
        new Profile(weights, Calibration.NONE, derived.covered(), derived.partial()),
        null,
        familiarity);
  }

  /** How questions with written or with derived key points are marked. */
  Profile profile(boolean isWritten) {
    return isWritten ? written : derived;
  }

  /**
   * The parts of the score that these signals make, in their order.
   *
   * @param written whether the author wrote the key points
   */
  public List<Component> components(List<Signal> signals, boolean written) {
    return components(signals, written, QuestionCalibration.Curve.NONE, 1);
  }

  /**
   * The parts of the score that these signals make, in their order, where answers to the question
   * have been marked.
   *
   * @param written whether the author wrote the key points
   * @param curve moves the score; one more factor on every weight
   * @param most the highest score, in [0, 1]; where the score would be higher, all weights shrink
   */
  List<Component> components(
      List<Signal> signals, boolean written, QuestionCalibration.Curve curve, double most) {
    Profile profile = profile(written);
    double total = signals.stream().mapToDouble(profile::weight).sum();
    double mean = 0;
    for (Signal signal : signals) {
      mean += total == 0 ? 0 : profile.weight(signal) / total * signal.value();
    }
    double mark = Math.min(most, curve.mark(profile.calibration().mark(mean)));
    double factor = mean == 0 ? 1 : mark / mean;
    long[] shares = new long[signals.size()];
    long left = total == 0 ? 0 : Math.round(SCALE * factor);
    int heaviest = 0;
    for (int i = 0; i < shares.length && total > 0; i++) {
      shares[i] = Math.round(profile.weight(signals.get(i)) / total * factor * SCALE);
      left -= shares[i];
      heaviest = shares[i] > shares[heaviest] ? i : heaviest;
    }
    shares[heaviest] += left; // so that shares add up however they are rounded
    List<Component> components = parts(signals, shares);
    int strongest = strongest(components);
    while (sum(components) > Math.round(most * SCALE)) { // rounding must not make more than that
      shares[strongest]--;
      components = parts(signals, shares);
    }
    while (Math.round(mean * factor * SCALE) == SCALE && sum(components) < SCALE) { // nor less
      shares[strongest]++;
      components = parts(signals, shares);
    }
    return components;
  }

  /** Which component adds the most; the first of equals. */
  private static int strongest(List<Component> components) {
    int strongest = 0;
    for (int i = 1; i < components.size(); i++) {
      if (components.get(i).contribution() > components.get(strongest).contribution()) {
        strongest = i;
      }
    }
    return strongest;
  }

  private static List<Component> parts(List<Signal> signals, long[] shares) {
    return IntStream.range(0, shares.length)
        .mapToObj(i -> component(signals.get(i), shares[i]))
        .toList();
  }

  /** The sum in whole ten-thousandths: they add up exactly, whatever the order. */
  private static long sum(List<Component> components) {
    return components.stream().mapToLong(c -> Math.round(c.contribution() * SCALE)).sum();
  }

  /** The score that components add up to, in [0, 1], four decimals. */
  public static double score(List<Component> components) {
    return unscaled(sum(components));
  }

  /** Multiplies whole ten-thousandths, so that anybody can recompute the product. */
  private static Component component(Signal signal, long share) {
    long value = Math.round(signal.value() * SCALE);
    long contribution = Math.round((double) (value * share) / SCALE);
    return new Component(signal.name(), unscaled(value), unscaled(share), unscaled(contribution));
  }

  private static double unscaled(long tenThousandths) {
    return (double) tenThousandths / SCALE;
  }

  /** A number with four decimals. */
  static double round(double number) {
    return unscaled(Math.round(number * SCALE));
  }
}

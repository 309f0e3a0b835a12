package docimo.grading;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;

/**
 * Turns signals into a score: a weighted mean with non-negative weights, so that contributions add
 * up to the score exactly and more evidence never lowers a mark. Weights are shared out among the
 * signals that are there. Immutable.
 *
 * @param version names the model in every grade that it makes
 * @param weights weight of each signal by name, 0 or above, at least one above 0
 * @param covered coverage of a key point from which it counts as covered, in (0, 1]
 * @param partial coverage of a key point from which it counts as partial, in (0, covered]
 */
public record ScoringModel(
    String version, Map<String, Double> weights, double covered, double partial) {

  private static final String WEIGHT = "weight.";
  private static final double SCALE = 10_000;

  /**
   * @throws IllegalArgumentException when a weight or threshold is out of its range
   */
  public ScoringModel {
    weights = Map.copyOf(weights);
    if (weights.values().stream().anyMatch(weight -> !(weight >= 0) || weight.isInfinite())
        || weights.values().stream().noneMatch(weight -> weight > 0)) {
      throw new IllegalArgumentException("weights must be 0 or above, and one of them above 0");
    }
    if (!(partial > 0 && partial <= covered && covered <= 1)) {
      throw new IllegalArgumentException("thresholds must be 0 < partial <= covered <= 1");
    }
  }

  /**
   * A signal's part in a score. All three numbers have four decimals; the contribution is the
   * product of the other two, rounded.
   *
   * @param name the signal
   * @param value its value, in [0, 1]
   * @param weight its share of the score; the shares add up to 1
   * @param contribution what it adds to the score
   */
  public record Component(String name, double value, double weight, double contribution) {}

  /**
   * Reads a model from properties: {@code version}, {@code weight.SIGNAL} for each signal, {@code
   * verdict.covered} and {@code verdict.partial}. The stream is read to its end and not closed.
   *
   * @throws IOException when the stream cannot be read or is no such model
   */
  public static ScoringModel read(InputStream in) throws IOException {
    Properties properties = new Properties();
    properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    Map<String, Double> weights = new LinkedHashMap<>();
    for (String key : new TreeSet<>(properties.stringPropertyNames())) {
      if (key.startsWith(WEIGHT)) {
        weights.put(key.substring(WEIGHT.length()), number(properties, key));
      }
    }
    try {
      return new ScoringModel(
          required(properties, "version"),
          weights,
          number(properties, "verdict.covered"),
          number(properties, "verdict.partial"));
    } catch (IllegalArgumentException e) {
      throw new IOException("not a scoring model: " + e.getMessage(), e);
    }
  }

  /** The parts of the score that these signals make, in their order. */
  public List<Component> components(List<Signal> signals) {
    double total = signals.stream().mapToDouble(this::weight).sum();
    List<Component> components = new ArrayList<>();
    long left = Math.round(SCALE);
    for (int i = 0; i < signals.size(); i++) {
      // the last share is what is left, so that shares add up to 1 however they are rounded
      boolean last = i == signals.size() - 1;
      long share = last ? left : Math.round(weight(signals.get(i)) / total * SCALE);
      left -= share;
      components.add(component(signals.get(i), share));
    }
    return List.copyOf(components);
  }

  /** The score that components add up to, in [0, 1], four decimals. */
  public static double score(List<Component> components) {
    // whole ten-thousandths add up exactly, whatever the order
    long sum = components.stream().mapToLong(c -> Math.round(c.contribution() * SCALE)).sum();
    return unscaled(Math.min(Math.round(SCALE), sum));
  }

  /** The verdict on a key point of which this much was found. */
  Verdict verdict(double coverage) {
    if (coverage >= covered) {
      return Verdict.COVERED;
    }
    return coverage >= partial ? Verdict.PARTIAL : Verdict.MISSING;
  }

  private double weight(Signal signal) {
    return weights.getOrDefault(signal.name(), 0.0);
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

  private static double number(Properties properties, String key) throws IOException {
    try {
      return Double.parseDouble(required(properties, key));
    } catch (NumberFormatException e) {
      throw new IOException("not a scoring model: " + key + " is no number", e);
    }
  }

  private static String required(Properties properties, String key) throws IOException {
    String value = properties.getProperty(key);
    if (value == null) {
      throw new IOException("not a scoring model: " + key + " is missing");
    }
    return value.strip();
  }
}

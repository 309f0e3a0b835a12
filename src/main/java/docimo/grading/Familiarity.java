package docimo.grading;

import docimo.grading.Grade.Stats;
import docimo.grading.ScoringModel.Component;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What answers are like that a scoring model was fitted on: a range for each of some measures of an
 * answer. Kept with the model. Immutable.
 *
 * @param ranges the range of each measure by name, sorted by name
 */
public record Familiarity(Map<String, Range> ranges) {

  /** How many words, numbers and formulas an answer has. */
  public static final String WORDS = "words";

  /** The share of them that neither the background collection nor the question knows. */
  public static final String UNKNOWN_WORDS = "unknown_words";

  /** The share of them that are formulas, code or numbers. */
  public static final String FORMULAS = "formulas";

  /**
   * Where nearly all answers of the fit lie.
   *
   * @param low the lower end
   * @param high the upper end, above the lower one
   */
  public record Range(double low, double high) {

    /**
     * @throws IllegalArgumentException when low is not below high
     */
    public Range {
      if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
        throw new IllegalArgumentException("a familiar range must rise from low to high");
      }
    }

    /** How far outside a value lies, in widths of the range; 0 inside. */
    public double distance(double value) {
      return Math.max(0, Math.max(low - value, value - high)) / (high - low);
    }
  }

  /**
   * Where an answer lies outside.
   *
   * @param measure the name of the measure
   * @param value what the answer has
   * @param range where answers of the fit lie
   */
  public record Strangeness(String measure, double value, Range range) {

    /** How far outside, in widths of the range, 0 or above. */
    public double distance() {
      return range.distance(value);
    }
  }

  /** Keeps its own copy. */
  public Familiarity {
    ranges = new TreeMap<>(ranges);
  }

  @Override
  public Map<String, Range> ranges() {
    return new TreeMap<>(ranges);
  }

  /** The measures of an answer by name: its signals, its length, and shares of its words. */
  public static Map<String, Double> measures(List<Component> signals, Stats stats) {
    Map<String, Double> measures = new TreeMap<>();
    signals.forEach(signal -> measures.put(signal.name(), signal.value()));
    double words = Math.max(1, stats.words());
    measures.put(WORDS, (double) stats.words());
    measures.put(UNKNOWN_WORDS, stats.unknownWords() / words);
    measures.put(FORMULAS, stats.formulas() / words);
    return measures;
  }

  /** The measure that lies farthest outside its range; empty when none does. */
  public Optional<Strangeness> strangest(Map<String, Double> measures) {
    return ranges.entrySet().stream()
        .filter(range -> measures.containsKey(range.getKey()))
        .map(
            range ->
                new Strangeness(
                    range.getKey(),
                    measures.getOrDefault(range.getKey(), range.getValue().low()),
                    range.getValue()))
        .filter(strange -> strange.distance() > 0)
        .max(Comparator.comparingDouble(Strangeness::distance));
  }
}

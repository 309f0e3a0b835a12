package docimo.evaluation;

import docimo.evaluation.IntervalFit.Miss;
import docimo.grading.Familiarity;
import docimo.grading.Familiarity.Range;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds for each measure of an answer where all but the outermost hundredth of the answers lie that
 * a model was fitted on, each data set counting the same.
 */
final class FamiliarityFit {

  private static final double TAIL = 0.005;

  private FamiliarityFit() {}

  /** The ranges of these answers; those without measures say nothing. */
  static Familiarity of(List<Observation> observations) {
    List<Observation> measured = observations.stream().filter(Observation::hasSignals).toList();
    Map<String, Integer> sizes = new HashMap<>();
    measured.forEach(row -> sizes.merge(row.answer().dataset(), 1, Integer::sum));
    Map<String, List<Miss>> values = new TreeMap<>();
    for (Observation row : measured) {
      double weight = 1.0 / sizes.getOrDefault(row.answer().dataset(), 1);
      row.measures()
          .forEach(
              (name, value) ->
                  values
                      .computeIfAbsent(name, key -> new ArrayList<>())
                      .add(new Miss(value, weight)));
    }
    Map<String, Range> ranges = new TreeMap<>();
    values.forEach(
        (name, all) -> {
          double low = Fit.rounded(IntervalFit.quantile(all, TAIL));
          double high = Fit.rounded(IntervalFit.quantile(all, 1 - TAIL));
          if (low < high) {
            ranges.put(name, new Range(low, high));
          }
        });
    return new Familiarity(ranges);
  }
}

package docimo.evaluation;

import docimo.grading.Familiarity;
import docimo.grading.HeldOutErrors;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * Writes fitted models as {@link docimo.grading.ScoringModel#read} reads them. The fit is of
 * questions whose key points were derived; what the base model says of verdicts and of key points
 * that an author wrote is kept.
 */
public final class ModelText {

  private static final List<String> REPLACED =
      List.of("weight.", "calibration", "interval.", "familiar.");

  private ModelText() {}

  /**
   * The text of a model file: comments, then keys sorted.
   *
   * @param base the keys of the model that the fitted one replaces
   * @param comments what the model was made of, line by line
   */
  public static String of(LinearModel model, Map<String, String> base, List<String> comments) {
    Map<String, String> keys = new TreeMap<>(base);
    keys.keySet().removeIf(key -> key.equals("version") || isReplaced(key));
    model.weights().forEach((name, weight) -> keys.put("weight." + name, number(weight)));
    keys.put("calibration", model.calibration().toString());
    HeldOutErrors errors = model.errors();
    if (errors != null) {
      keys.put("interval.level", number(errors.level()));
      keys.put("interval.low", numbers(errors.low()));
      keys.put("interval.high", numbers(errors.high()));
    }
    Familiarity familiarity = model.familiarity();
    if (familiarity != null) {
      familiarity
          .ranges()
          .forEach(
              (name, range) ->
                  keys.put("familiar." + name, numbers(List.of(range.low(), range.high()))));
    }
    keys.put("version", "fitted-" + hash(lines(keys)));
    return comments.stream().map(comment -> "# " + comment + "\n").collect(Collectors.joining())
        + lines(keys);
  }

  private static boolean isReplaced(String key) {
    return REPLACED.stream().anyMatch(key::startsWith);
  }

  private static String lines(Map<String, String> keys) {
    return keys.entrySet().stream()
        .map(key -> key.getKey() + " = " + key.getValue() + "\n")
        .collect(Collectors.joining());
  }

  /** Names the content, so that two models with the same name mark alike. */
  private static String hash(String text) {
    CRC32 hash = new CRC32();
    hash.update(text.getBytes(StandardCharsets.UTF_8));
    return String.format(Locale.ROOT, "%08x", hash.getValue());
  }

  private static String numbers(List<Double> numbers) {
    return numbers.stream().map(ModelText::number).collect(Collectors.joining(" "));
  }

  private static String number(double number) {
    return Double.toString(Fit.rounded(number));
  }
}

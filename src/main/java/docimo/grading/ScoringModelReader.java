package docimo.grading;

import docimo.grading.ScoringModel.Profile;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads scoring models from properties. */
final class ScoringModelReader {

  private static final String WEIGHT = "weight.";
  private static final String WRITTEN = "written.";
  private static final String CALIBRATION = "calibration";
  private static final String FAMILIAR = "familiar.";

  private final Properties properties = new Properties();

  ScoringModelReader(InputStream in) throws IOException {
    try {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw new IOException("not a scoring model: " + e.getMessage(), e);
    }
  }

  ScoringModel model() throws IOException {
    try {
      Profile derived = profile("", null);
      boolean apart =
          properties.stringPropertyNames().stream().anyMatch(k -> k.startsWith(WRITTEN));
      return new ScoringModel(
          required("version"),
          apart ? profile(WRITTEN, derived) : derived,
          derived,
          errors(),
          familiarity());
    } catch (IllegalArgumentException e) {
      throw new IOException("not a scoring model: " + e.getMessage(), e);
    }
  }

  /** A profile; what it does not say is as in the other one. */
  private Profile profile(String prefix, @Nullable Profile other) throws IOException {
    Map<String, Double> weights = weights(prefix);
    return new Profile(
        weights.isEmpty() && other != null ? other.weights() : weights,
        calibration(prefix + CALIBRATION),
        threshold(prefix + "verdict.covered", other == null ? null : other.covered()),
        threshold(prefix + "verdict.partial", other == null ? null : other.partial()));
  }

  private double threshold(String key, @Nullable Double otherwise) throws IOException {
    return otherwise != null && !properties.containsKey(key) ? otherwise : number(key);
  }

  private Map<String, Double> weights(String profile) throws IOException {
    Map<String, Double> weights = new LinkedHashMap<>();
    for (String key : new TreeSet<>(properties.stringPropertyNames())) {
      if (key.startsWith(profile + WEIGHT)) {
        weights.put(key.substring(profile.length() + WEIGHT.length()), number(key));
      }
    }
    return weights;
  }

  private Calibration calibration(String key) {
    String text = properties.getProperty(key);
    return text == null ? Calibration.NONE : Calibration.parse(text);
  }

  private @Nullable HeldOutErrors errors() throws IOException {
    return properties.containsKey("interval.level")
        ? new HeldOutErrors(
            number("interval.level"), numbers("interval.low"), numbers("interval.high"))
        : null;
  }

  /** The ranges {@code familiar.MEASURE = LOW HIGH}; null when there is none. */
  private @Nullable Familiarity familiarity() throws IOException {
    Map<String, Familiarity.Range> ranges = new TreeMap<>();
    for (String key : new TreeSet<>(properties.stringPropertyNames())) {
      if (key.startsWith(FAMILIAR)) {
        List<Double> ends = numbers(key);
        if (ends.size() != 2) {
          throw new IOException("not a scoring model: " + key + " is not two numbers");
        }
        ranges.put(
            key.substring(FAMILIAR.length()), new Familiarity.Range(ends.get(0), ends.get(1)));
      }
    }
    return ranges.isEmpty() ? null : new Familiarity(ranges);
  }

  private List<Double> numbers(String key) throws IOException {
    return Stream.of(required(key).split("\\s+")).map(Double::valueOf).toList();
  }

  private double number(String key) throws IOException {
    try {
      return Double.parseDouble(required(key));
    } catch (NumberFormatException e) {
      throw new IOException("not a scoring model: " + key + " is no number", e);
    }
  }

  private String required(String key) throws IOException {
    String value = properties.getProperty(key);
    if (value == null) {
      throw new IOException("not a scoring model: " + key + " is missing");
    }
    return value.strip();
  }
}

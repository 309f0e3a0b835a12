package docimo.grading;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** Reads review policies from properties and collects all that is wrong with them. */
final class ReviewPolicyReader {

  /**
   * A number that can be set.
   *
   * @param key its key
   * @param highest the highest value; the lowest is 0
   * @param value what a policy has
   */
  record Limit(String key, double highest, ToDoubleFunction<ReviewPolicy> value) {}

  private static final double FARTHEST = 1000;

  private static final Limit WIDTH = new Limit("wide_interval.width", 1, ReviewPolicy::width);
  private static final Limit REACH = new Limit("wide_interval.reach", 1, ReviewPolicy::reach);
  private static final Limit DERIVED =
      new Limit("signals_disagree.derived", 1, ReviewPolicy::derivedDisagreement);
  private static final Limit WRITTEN =
      new Limit("signals_disagree.written", 1, ReviewPolicy::writtenDisagreement);
  private static final Limit DISTANCE =
      new Limit("unfamiliar_answer.distance", FARTHEST, ReviewPolicy::distance);

  /** Every number that can be set. */
  static final List<Limit> LIMITS = List.of(WIDTH, REACH, DERIVED, WRITTEN, DISTANCE);

  private final String name;
  private final Map<String, String> values = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  ReviewPolicyReader(String name, InputStream in) throws IOException {
    this.name = name;
    Properties properties = new Properties();
    try {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      problems.add("not a properties file (" + e.getMessage() + "); write lines KEY = VALUE");
    }
    properties.stringPropertyNames().forEach(k -> values.put(k, properties.getProperty(k).strip()));
  }

  /** The key that switches a reason on and off. */
  static String key(ReviewReason reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }

  ReviewPolicy policy() {
    requireKnownKeys();
    Set<ReviewReason> reasons = EnumSet.noneOf(ReviewReason.class);
    for (ReviewReason reason : ReviewReason.values()) {
      if (isOn(reason)) {
        reasons.add(reason);
      }
    }
    double width = number(WIDTH);
    double reach = number(REACH);
    double derived = number(DERIVED);
    double written = number(WRITTEN);
    double distance = number(DISTANCE);
    if (!problems.isEmpty()) {
      throw new ReviewPolicyException(name, problems);
    }
    return new ReviewPolicy(reasons, width, reach, derived, written, distance);
  }

  private void requireKnownKeys() {
    Set<String> known = new TreeSet<>();
    LIMITS.forEach(limit -> known.add(limit.key()));
    for (ReviewReason reason : ReviewReason.values()) {
      known.add(key(reason));
    }
    for (String key : values.keySet()) {
      if (!known.contains(key)) {
        problems.add("there is no key '" + key + "'; known are " + String.join(", ", known));
      }
    }
  }

  private boolean isOn(ReviewReason reason) {
    String key = key(reason);
    String value = values.get(key);
    if (value == null) {
      return ReviewPolicy.DEFAULT.reasons().contains(reason);
    }
    if (!value.equals("on") && !value.equals("off")) {
      problems.add(key + " is '" + value + "'; write on or off");
    }
    return value.equals("on");
  }

  private double number(Limit limit) {
    String value = values.get(limit.key());
    if (value == null) {
      return limit.value().applyAsDouble(ReviewPolicy.DEFAULT);
    }
    double number = parsed(value);
    if (!(number >= 0 && number <= limit.highest())) {
      problems.add(
          String.format(
              Locale.ROOT,
              "%s is '%s'; write a number from 0 to %.0f",
              limit.key(),
              value,
              limit.highest()));
    }
    return number;
  }

  private static double parsed(String value) {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}

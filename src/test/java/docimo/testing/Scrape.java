package docimo.testing;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code /metrics} said, read line by line as Prometheus does. */
public final class Scrape {

  private static final Pattern LABELS =
      Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\\n]|\\\\[\\\\\"n])*)\",?");
  private static final Pattern SAMPLE =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{((?:" + LABELS.pattern() + ")*)})? (\\S+)");
  private static final Pattern TYPE =
      Pattern.compile("# TYPE (\\S+) (counter|gauge|histogram|summary|untyped)");

  private final Map<String, Map<Map<String, String>, Double>> samples = new HashMap<>();
  private final Set<String> families = new TreeSet<>();

  /**
   * @throws IllegalArgumentException when a line is not of the format
   */
  public Scrape(String text) {
    text.lines().forEach(this::read);
  }

  private void read(String line) {
    Matcher type = TYPE.matcher(line);
    if (type.matches()) {
      families.add(type.group(1));
    } else if (!line.startsWith("# HELP ")) {
      Matcher sample = SAMPLE.matcher(line);
      if (!sample.matches()) {
        throw new IllegalArgumentException("no sample: " + line);
      }
      Map<String, String> labels = new HashMap<>();
      Matcher label = LABELS.matcher(sample.group(2) == null ? "" : sample.group(2));
      while (label.find()) {
        labels.put(label.group(1), label.group(2));
      }
      samples
          .computeIfAbsent(sample.group(1), name -> new HashMap<>())
          .put(labels, number(sample.group(5)));
    }
  }

  private static double number(String text) {
    return switch (text) {
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  /** Names of all metrics. */
  public Set<String> families() {
    return families;
  }

  /**
   * The value with exactly these labels, given as name, value, name, value; 0 when there is none.
   */
  public double value(String name, String... labels) {
    Map<String, String> wanted = new HashMap<>();
    for (int i = 0; i < labels.length; i += 2) {
      wanted.put(labels[i], labels[i + 1]);
    }
    return samples.getOrDefault(name, Map.of()).getOrDefault(wanted, 0.0);
  }
}

package docimo.grading;

import docimo.similarity.Clash;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * How signs that an answer says the opposite of a key point add up to a likelihood: logistic
 * regression over the signs and over how much the sentence has to do with the point. No sign ever
 * lowers the likelihood. Immutable.
 *
 * @param bias what speaks for a contradiction without any sign, on the scale of the logit
 * @param signs what each sign adds, each 0 or above
 * @param coverage what a sentence adds that covers all of the point
 * @param threshold the likelihood from which on a point counts as contradicted, in (0, 1]
 */
public record ContradictionWeights(
    double bias, Map<ContradictionSign, Double> signs, double coverage, double threshold) {

  /** Finds no contradiction anywhere. */
  public static final ContradictionWeights NONE =
      new ContradictionWeights(Double.NEGATIVE_INFINITY, Map.of(), 0, 1);

  /**
   * Keeps its own copy.
   *
   * @throws IllegalArgumentException when a number is out of its range
   */
  public ContradictionWeights {
    signs = Map.copyOf(signs);
    if (!(threshold > 0 && threshold <= 1)) {
      throw new IllegalArgumentException("the threshold must lie above 0 and at most at 1");
    }
    if (Double.isNaN(bias)
        || !Double.isFinite(coverage)
        || signs.values().stream().anyMatch(weight -> !(weight >= 0) || weight.isInfinite())) {
      throw new IllegalArgumentException("weights of signs must be 0 or above");
    }
  }

  /**
   * Reads weights from properties, as {@code models/README.md} describes them. The stream is read
   * to its end and not closed.
   *
   * @throws IOException when the stream cannot be read or holds no such weights
   */
  public static ContradictionWeights read(InputStream in) throws IOException {
    Properties properties = new Properties();
    properties.load(in);
    Map<ContradictionSign, Double> signs = new TreeMap<>();
    for (ContradictionSign sign : ContradictionSign.values()) {
      signs.put(sign, number(properties, "sign." + sign.code()));
    }
    try {
      return new ContradictionWeights(
          number(properties, "bias"),
          signs,
          number(properties, "coverage"),
          number(properties, "threshold"));
    } catch (IllegalArgumentException e) {
      throw new IOException("the weights of contradiction are wrong: " + e.getMessage(), e);
    }
  }

  private static double number(Properties properties, String key) throws IOException {
    String value = properties.getProperty(key);
    if (value == null) {
      throw new IOException("the weights of contradiction lack " + key);
    }
    try {
      return Double.parseDouble(value.strip());
    } catch (NumberFormatException e) {
      throw new IOException("the weights of contradiction have no number for " + key, e);
    }
  }

  /** What each sign that a clash shows adds to the logit. */
  Map<ContradictionSign, Double> added(Clash clash) {
    Map<ContradictionSign, Double> added = new TreeMap<>();
    for (ContradictionSign sign : ContradictionSign.values()) {
      double strength =
          switch (sign) {
            case OPPOSITE_WORD -> clash.opposite();
            case NEGATION -> clash.denied();
            case OTHER_NUMBER -> clash.number();
            case EXCHANGED_ROLES -> clash.roles();
            case EXCHANGED_NAMES -> clash.names();
          };
      if (strength > 0) {
        added.put(sign, signs.getOrDefault(sign, 0.0) * strength);
      }
    }
    return added;
  }

  /**
   * How likely a sentence contradicts a point.
   *
   * @param topic how much of the point the sentence has to do with, in [0, 1]
   * @return in [0, 1]; 0 where there is no sign at all
   */
  double likelihood(Clash clash, double topic) {
    Map<ContradictionSign, Double> added = added(clash);
    if (added.isEmpty()) {
      return 0;
    }
    double logit =
        bias + coverage * topic + added.values().stream().mapToDouble(Double::doubleValue).sum();
    return 1 / (1 + Math.exp(-logit));
  }
}

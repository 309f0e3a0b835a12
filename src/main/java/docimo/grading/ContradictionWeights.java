package docimo.grading;

import docimo.embedding.StatementJudge.Relation;
import docimo.similarity.Clash;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How signs that an answer says the opposite of a key point add up to a likelihood: logistic
 * regression over the signs, one set of weights where a judge read both and one where words alone
 * tell. Immutable.
 *
 * @param judged weights where there is a judge
 * @param worded weights where there is none
 */
public record ContradictionWeights(Profile judged, Profile worded) {

  /** The names of the weights in a file. */
  static final String BIAS = "bias";

  /** Finds no contradiction anywhere. */
  public static final ContradictionWeights NONE =
      new ContradictionWeights(Profile.NEVER, Profile.NEVER);

  /**
   * One set of weights.
   *
   * @param bias what speaks for a contradiction without any sign, on the scale of the logit
   * @param weights what each sign adds, by its name in lower case; {@code entailment} as well
   * @param threshold the likelihood from which on a point counts as contradicted, in (0, 1]
   */
  public record Profile(
      double bias, Map<ContradictionSign, Double> weights, double entailment, double threshold) {

    static final Profile NEVER = new Profile(Double.NEGATIVE_INFINITY, Map.of(), 0, 1);

    /**
     * @throws IllegalArgumentException when the threshold is out of its range or a number is none
     */
    public Profile {
      if (!(threshold > 0 && threshold <= 1)
          || Double.isNaN(bias)
          || !Double.isFinite(entailment)) {
        throw new IllegalArgumentException("a threshold must lie above 0 and at most at 1");
      }
      weights = Map.copyOf(weights);
    }

    /** What a sign adds. */
    double added(ContradictionSign sign, double strength) {
      return weights.getOrDefault(sign, 0.0) * strength;
    }
  }

  /** How strong each sign is. */
  static Map<ContradictionSign, Double> signs(Clash clash, @Nullable Relation relation) {
    Map<ContradictionSign, Double> signs = new TreeMap<>();
    signs.put(ContradictionSign.OPPOSITE_WORD, clash.opposite());
    signs.put(ContradictionSign.NEGATION, clash.denied());
    signs.put(ContradictionSign.OTHER_NUMBER, clash.number());
    signs.put(ContradictionSign.EXCHANGED_ROLES, clash.roles());
    if (relation != null) {
      signs.put(ContradictionSign.READING, relation.contradiction());
    }
    return signs;
  }

  Profile profile(boolean isJudged) {
    return isJudged ? judged : worded;
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
    return new ContradictionWeights(profile(properties, "judged."), profile(properties, "worded."));
  }

  private static Profile profile(Properties properties, String prefix) throws IOException {
    Map<ContradictionSign, Double> weights = new TreeMap<>();
    for (ContradictionSign sign : ContradictionSign.values()) {
      weights.put(sign, number(properties, prefix + sign.code()));
    }
    try {
      return new Profile(
          number(properties, prefix + BIAS),
          weights,
          number(properties, prefix + "entailment"),
          number(properties, prefix + "threshold"));
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
}

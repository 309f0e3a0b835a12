package docimo.similarity;

import docimo.text.AnalyzedText;
import docimo.text.Token;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The cosine between the TF-IDF vectors of two texts, in [0, 1], symmetric, 1 for a text and
 * itself. A term counts {@code (1 + ln tf) · idf} (Manning, Raghavan, Schütze 2008, section 6.4.1).
 */
public final class TfIdfCosine {

  private final Map<String, Double> vector;
  private final double length;

  private TfIdfCosine(Map<String, Double> vector) {
    this.vector = Map.copyOf(vector);
    this.length = Math.sqrt(vector.values().stream().sorted().mapToDouble(v -> v * v).sum());
  }

  /**
   * The vector of a text.
   *
   * @param asked terms of the question, which count nothing
   */
  public static TfIdfCosine vector(AnalyzedText text, Set<String> asked, TermWeights weights) {
    return vector(text, asked, Map.of(), weights);
  }

  /**
   * The vector of an answer.
   *
   * @param as for tokens that mean a keyword of the reference without being its word (acronyms,
   *     misspellings), the keyword's term
   */
  public static TfIdfCosine vector(
      AnalyzedText text, Set<String> asked, Map<Token, String> as, TermWeights weights) {
    Map<String, Integer> counts = new HashMap<>();
    text.tokens()
        .filter(Token::isContent)
        .filter(token -> token.terms().stream().noneMatch(asked::contains))
        .forEach(token -> counts.merge(as.getOrDefault(token, token.term()), 1, Integer::sum));
    Map<String, Double> vector = new HashMap<>();
    counts.forEach((term, n) -> vector.put(term, (1 + Math.log(n)) * weights.of(term)));
    return new TfIdfCosine(vector);
  }

  /** The cosine with another vector; 0 when either text has no term that counts. */
  public double with(TfIdfCosine other) {
    if (length == 0 || other.length == 0) {
      return 0;
    }
    // summed in a fixed order: the last bit of a mark must not depend on the order of a hash table
    double product =
        vector.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .mapToDouble(entry -> entry.getValue() * other.vector.getOrDefault(entry.getKey(), 0.0))
            .sum();
    return Math.min(1, product / (length * other.length));
  }
}

package docimo.similarity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How much of a reference's keywords an answer has: the share of their weight that was found, in
 * [0, 1]. A keyword that the answer has only under the opposite polarity is not found. One more
 * keyword in the answer never lowers it.
 *
 * @param value the weighted share
 * @param matched keywords found, with where
 * @param missing keywords that weigh something and were not found
 */
public record KeywordCoverage(double value, List<KeywordMatch> matched, List<Keyword> missing) {

  public KeywordCoverage {
    matched = List.copyOf(matched);
    missing = List.copyOf(missing);
  }

  /** The coverage of a reference's keywords by an answer; 0 when there are none. */
  public static KeywordCoverage of(Keywords keywords, AnswerIndex answer) {
    return of(keywords, answer, keyword -> Optional.empty());
  }

  /**
   * The coverage of a reference's keywords by an answer that may also say them otherwise.
   *
   * @param otherwise finds a keyword that the answer does not have as such
   */
  public static KeywordCoverage of(
      Keywords keywords, AnswerIndex answer, Function<Keyword, Optional<KeywordMatch>> otherwise) {
    List<KeywordMatch> matched = new ArrayList<>();
    List<Keyword> missing = new ArrayList<>();
    double found = 0;
    for (Keyword keyword : keywords.all()) {
      if (keyword.weight() > 0) {
        Optional<KeywordMatch> match =
            answer.find(keyword).filter(m -> !m.opposed()).or(() -> otherwise.apply(keyword));
        match.ifPresentOrElse(matched::add, () -> missing.add(keyword));
        found += match.isPresent() ? keyword.weight() : 0;
      }
    }
    double total = keywords.totalWeight();
    return new KeywordCoverage(total == 0 ? 0 : Math.min(1, found / total), matched, missing);
  }
}

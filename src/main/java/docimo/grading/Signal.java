package docimo.grading;

import docimo.similarity.KeywordCoverage;
import java.util.List;

/** One measure of how much an answer says of what it should, in [0, 1], with its evidence. */
public sealed interface Signal {

  /** The cosine of the TF-IDF vectors of answer and reference. */
  String COSINE_SIMILARITY = "cosine_similarity";

  /**
   * How much of the reference the answer says, in whatever words: of the key points where the
   * author wrote them, otherwise of the whole reference; the weighted mean of what was found.
   */
  String SEMANTIC_COVERAGE = "semantic_coverage";

  /** How alike answer and reference are as wholes: the cosine of their vectors, at least 0. */
  String SEMANTIC_SIMILARITY = "semantic_similarity";

  /**
   * How strongly a word of the answer is the opposite of one of the reference: "decreases" for
   * "increases". Says nothing in favour of an answer, so that no model gives marks for it. See
   * {@link docimo.similarity.Opposition#antonym()}.
   */
  String OPPOSITE_WORDS = "opposite_words";

  /**
   * How much of the reference's words the answer has under the opposite polarity only. Says nothing
   * in favour of an answer, so that no model gives marks for it. See {@link
   * docimo.similarity.Opposition#denial()}.
   */
  String DENIAL = "denial";

  /** The name on the wire and in the scoring model. */
  String name();

  /** The measure, in [0, 1]. */
  double value();

  /**
   * The share of key points that the answer makes, weighted, after the question's rule.
   *
   * @param value the weighted share of credit
   * @param points what became of each point
   */
  record KeyPointSignal(double value, List<PointJudgement> points) implements Signal {

    public static final String NAME = "key_point_coverage";

    public KeyPointSignal {
      points = List.copyOf(points);
    }

    @Override
    public String name() {
      return NAME;
    }
  }

  /**
   * The weighted share of the reference's keywords that the answer has.
   *
   * @param coverage which ones, and where
   */
  record KeywordSignal(KeywordCoverage coverage) implements Signal {

    public static final String NAME = "keyword_coverage";

    @Override
    public String name() {
      return NAME;
    }

    @Override
    public double value() {
      return coverage.value();
    }
  }

  /**
   * A signal that is a number and nothing more.
   *
   * @param name one of the names above
   */
  record Plain(String name, double value) implements Signal {}
}

package docimo.grading;

import docimo.similarity.TfIdfCosine;
import docimo.similarity.WordVectors;
import org.jspecify.annotations.Nullable;

/**
 * What an answer is compared with other answers to the same question by: its meaning, or its words
 * where there is no encoder. Immutable. Made by {@link Grader#vector}.
 */
public final class AnswerVector {

  private final @Nullable WordVectors meaning;
  private final TfIdfCosine words;

  AnswerVector(@Nullable WordVectors meaning, TfIdfCosine words) {
    this.meaning = meaning == null ? null : meaning.wholeOnly();
    this.words = words;
  }

  /**
   * How alike two answers are, in [0, 1]: the cosine of their sentence vectors, at least 0; of
   * their TF-IDF vectors where there is no encoder. Symmetric.
   */
  public double likeness(AnswerVector other) {
    return meaning == null || other.meaning == null
        ? words.with(other.words)
        : meaning.likeness(other.meaning);
  }
}

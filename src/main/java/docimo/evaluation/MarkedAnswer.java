package docimo.evaluation;

import docimo.question.Question;
import org.jspecify.annotations.Nullable;

/**
 * An answer that people have marked.
 *
 * @param dataset the data set it comes from
 * @param split the part of the data set: train, a kind of test, or all
 * @param questionKey what its question is grouped by when questions are resampled or held out: the
 *     text of the question, because a question may occur twice under different ids; its id where
 *     the text is not known
 * @param question what was asked and the reference answers
 * @param answerId names the answer within its split
 * @param answer the text, possibly empty
 * @param score the human mark, in [0, 1]
 * @param asag2024Score the target of the ASAG2024 benchmark, in [0, 1]; null when the answer is not
 *     part of it
 * @param label2 the two-way label of SemEval-2013 Task 7; null when there is none
 * @param label3 the three-way label; null when there is none
 */
public record MarkedAnswer(
    String dataset,
    String split,
    String questionKey,
    Question question,
    String answerId,
    String answer,
    double score,
    @Nullable Double asag2024Score,
    @Nullable Label label2,
    @Nullable Label label3) {

  /**
   * @throws IllegalArgumentException when a mark is not in [0, 1], or the two-way label is one of
   *     three
   */
  public MarkedAnswer {
    requireShare(score);
    if (asag2024Score != null) {
      requireShare(asag2024Score);
    }
    if (label2 == Label.CONTRADICTORY) {
      throw new IllegalArgumentException("'contradictory' is no two-way label");
    }
  }

  /**
   * The finest human mark there is: that of ASAG2024 where the answer has one, because in the sets
   * of SemEval-2013 the other is only right or wrong.
   */
  double gradedScore() {
    return asag2024Score == null ? score : asag2024Score;
  }

  private static void requireShare(double score) {
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("a mark of " + score + " is not in [0, 1]");
    }
  }
}

package docimo.evaluation;

import docimo.grading.AnswerVector;
import docimo.grading.Grader;
import java.util.IdentityHashMap;
import java.util.function.ToDoubleBiFunction;

/**
 * How alike two answers to a question are, as the grader sees it. Keeps the vector of every answer
 * that it was asked about. Used by one thread.
 */
public final class AnswerLikeness implements ToDoubleBiFunction<MarkedAnswer, MarkedAnswer> {

  private final Grader grader;
  private final IdentityHashMap<MarkedAnswer, AnswerVector> vectors = new IdentityHashMap<>();

  /**
   * @param grader reads the answers
   */
  public AnswerLikeness(Grader grader) {
    this.grader = grader;
  }

  /**
   * The likeness, in [0, 1].
   *
   * @throws docimo.embedding.EncoderException when the encoder fails
   */
  @Override
  public double applyAsDouble(MarkedAnswer left, MarkedAnswer right) {
    return vector(left).likeness(vector(right));
  }

  private AnswerVector vector(MarkedAnswer answer) {
    return vectors.computeIfAbsent(answer, a -> grader.vector(a.question(), a.answer()));
  }
}

package docimo.evaluation;

/**
 * Both marks of an answer.
 *
 * @param answer the answer with its human mark
 * @param mark what the machine gave
 */
public record Judgement(MarkedAnswer answer, MachineMark mark) {

  /** The machine's mark, in [0, 1]; 0 where it gave none, because somebody must mark it then. */
  public double score() {
    Double score = mark.score();
    return score == null ? 0 : score;
  }

  /** Whether the machine gave a mark. */
  public boolean isMarked() {
    return mark.score() != null;
  }
}

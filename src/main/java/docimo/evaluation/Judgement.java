package docimo.evaluation;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

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

  /** How doubtful the mark is, in [0, 1]; 1 where the machine gave none or does not say. */
  public double doubt() {
    Double doubt = mark.doubt();
    return doubt == null || !isMarked() ? 1 : doubt;
  }

  /** Whether a person should look at the mark, or must give one. */
  public boolean forReview() {
    return mark.forReview() || !isMarked();
  }

  /** A place in an order that has nothing to do with marks and is always the same. */
  long place() {
    CRC32 hash = new CRC32();
    hash.update(answer.answerId().getBytes(StandardCharsets.UTF_8));
    return hash.getValue();
  }

  /** Whether the machine gave a mark. */
  public boolean isMarked() {
    return mark.score() != null;
  }
}

package docimo.batch;

import docimo.grading.Grade;
import docimo.grading.Grader;
import docimo.grading.InferenceGate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Marks a row, whatever is in it: no row stops the others. Thread-safe. */
public final class RowMarker {

  private static final Logger LOG = LoggerFactory.getLogger(RowMarker.class);

  private final Grader grader;
  private final UnaryOperator<Supplier<Grade>> turn;

  /**
   * Marks at once.
   *
   * @param grader marks the answers
   */
  public RowMarker(Grader grader) {
    this.grader = grader;
    this.turn = marking -> marking;
  }

  /**
   * Marks when there is a slot, however long that takes.
   *
   * @param grader marks the answers
   * @param gate all marks go through it
   */
  public RowMarker(Grader grader, InferenceGate gate) {
    this.grader = grader;
    this.turn = marking -> () -> gate.job(marking);
  }

  /** What became of a row. */
  public BatchResult mark(BatchRow row) {
    if (row instanceof BatchRow.Broken broken) {
      return failed(row, broken.code(), broken.message());
    }
    BatchRow.Markable markable = (BatchRow.Markable) row;
    try {
      Grade grade = turn.apply(() -> grader.grade(markable.question(), markable.answer())).get();
      return new BatchResult.Marked(row, grade);
    } catch (RuntimeException | StackOverflowError e) {
      // one row must never stop the others; its text must not get into the message
      LOG.error("row {} failed with {}", row.number(), Trace.of(e));
      return failed(
          row, "internal_error", "this row made docimo fail (" + e.getClass().getName() + ")");
    }
  }

  private static BatchResult failed(BatchRow row, String code, String message) {
    return new BatchResult.Failed(row, new BatchResult.Failure(code, message));
  }
}

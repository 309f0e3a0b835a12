package docimo.batch;

import docimo.grading.Grader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Marks a row, whatever is in it: no row stops the others. Thread-safe. */
public final class RowMarker {

  private static final Logger LOG = LoggerFactory.getLogger(RowMarker.class);

  private final Grader grader;

  /**
   * @param grader marks the answers
   */
  public RowMarker(Grader grader) {
    this.grader = grader;
  }

  /** What became of a row. */
  public BatchResult mark(BatchRow row) {
    if (row instanceof BatchRow.Broken broken) {
      return failed(row, broken.code(), broken.message());
    }
    BatchRow.Markable markable = (BatchRow.Markable) row;
    try {
      return new BatchResult.Marked(row, grader.grade(markable.question(), markable.answer()));
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

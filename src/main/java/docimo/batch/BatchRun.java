package docimo.batch;

import docimo.grading.Grader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Marks the rows of a batch on several threads and writes the results in the order of the rows.
 * Holds a bounded number of rows at a time, however long the batch.
 */
public final class BatchRun {

  private static final Logger LOG = LoggerFactory.getLogger(BatchRun.class);

  private final Grader grader;
  private final ExecutorService workers;
  private final int window;

  /**
   * @param grader marks the answers
   * @param workers runs the marking; stays open
   * @param window how many rows may be under way at once, at least 1
   * @throws IllegalArgumentException when the window is smaller
   */
  public BatchRun(Grader grader, ExecutorService workers, int window) {
    if (window < 1) {
      throw new IllegalArgumentException("a window of " + window + " rows lets none through");
    }
    this.grader = grader;
    this.workers = workers;
    this.window = window;
  }

  /**
   * Marks all rows.
   *
   * @param progress told of each result after it was written
   * @return how many rows were written, by what became of them
   * @throws IOException when input or output fails; what was written until then stays
   * @throws InterruptedException when the thread is interrupted
   * @throws OutOfMemoryError when the memory does not suffice; what was written until then stays
   */
  public BatchSummary run(BatchInput input, BatchOutput output, Consumer<BatchResult> progress)
      throws IOException, InterruptedException {
    BatchSummary summary = new BatchSummary();
    Deque<Future<BatchResult>> underWay = new ArrayDeque<>();
    try {
      for (BatchRow row = input.next(); row != null; row = input.next()) {
        BatchRow current = row;
        underWay.add(workers.submit(() -> mark(current)));
        if (underWay.size() >= window) {
          write(underWay.remove(), output, progress, summary);
        }
      }
      while (!underWay.isEmpty()) {
        write(underWay.remove(), output, progress, summary);
      }
    } finally {
      // after a failure nobody waits for these any more
      underWay.forEach(marking -> marking.cancel(true));
    }
    return summary;
  }

  private static void write(
      Future<BatchResult> marking,
      BatchOutput output,
      Consumer<BatchResult> progress,
      BatchSummary summary)
      throws IOException, InterruptedException {
    try {
      BatchResult result = marking.get();
      output.write(result);
      summary.count(result);
      progress.accept(result);
    } catch (InterruptedException e) {
      marking.cancel(true);
      throw e;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof OutOfMemoryError outOfMemory) {
        throw outOfMemory; // of the process, not of the row: every other row could meet it too
      }
      throw new IllegalStateException("marking failed outside a row", e.getCause());
    }
  }

  private BatchResult mark(BatchRow row) {
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

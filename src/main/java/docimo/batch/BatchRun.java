package docimo.batch;

import docimo.grading.Grader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Marks the rows of a batch on several threads and writes the results in the order of the rows.
 * Holds a bounded number of rows at a time, however long the batch.
 */
public final class BatchRun {

  private final RowMarker marker;
  private final ExecutorService workers;
  private final int window;

  /**
   * @param grader marks the answers
   * @param workers runs the marking; stays open
   * @param window how many rows may be under way at once, at least 1
   * @throws IllegalArgumentException when the window is smaller
   */
  public BatchRun(Grader grader, ExecutorService workers, int window) {
    this(new RowMarker(grader), workers, window);
  }

  /**
   * @param marker marks the rows
   * @param workers runs the marking; stays open
   * @param window how many rows may be under way at once, at least 1
   * @throws IllegalArgumentException when the window is smaller
   */
  public BatchRun(RowMarker marker, ExecutorService workers, int window) {
    if (window < 1) {
      throw new IllegalArgumentException("a window of " + window + " rows lets none through");
    }
    this.marker = marker;
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
        underWay.add(workers.submit(() -> marker.mark(current)));
        while (comesBeforeTheNext(underWay, input)) {
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

  /** Whether the oldest result is to be written before another row is read. */
  private boolean comesBeforeTheNext(Deque<Future<BatchResult>> underWay, BatchInput input)
      throws IOException {
    Future<BatchResult> oldest = underWay.peek();
    return oldest != null && (underWay.size() >= window || oldest.isDone() || !input.isReady());
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
}

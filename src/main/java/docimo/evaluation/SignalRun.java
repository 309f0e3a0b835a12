package docimo.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Marks answers and takes their signals on several threads, and keeps them in order. */
public final class SignalRun {

  private final Observer observer;
  private final ExecutorService workers;

  /**
   * @param observer measures each answer
   * @param workers runs the measuring; stays open
   */
  public SignalRun(Observer observer, ExecutorService workers) {
    this.observer = observer;
    this.workers = workers;
  }

  /**
   * Measures all answers.
   *
   * @param progress told how many are done after each one
   * @return one observation for each answer, in the same order
   * @throws InterruptedException when the thread is interrupted
   */
  public List<Observation> observe(List<MarkedAnswer> answers, IntConsumer progress)
      throws InterruptedException {
    List<Future<Observation>> running = new ArrayList<>();
    for (MarkedAnswer answer : answers) {
      running.add(workers.submit(() -> observe(answer)));
    }
    List<Observation> rows = new ArrayList<>();
    for (Future<Observation> row : running) {
      rows.add(joined(row));
      progress.accept(rows.size());
    }
    return rows;
  }

  private Observation observe(MarkedAnswer answer) {
    try {
      return observer.observe(answer);
    } catch (RuntimeException | StackOverflowError e) {
      // as in a batch: one answer must not stop the others; the report counts it as not marked
      return Observation.none(answer);
    }
  }

  private static Observation joined(Future<Observation> row) throws InterruptedException {
    try {
      return row.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("marking failed", e.getCause());
    }
  }
}

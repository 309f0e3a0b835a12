package docimo.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Marks answers on several threads and keeps them in order. */
public final class MarkingRun {

  private final Marker marker;
  private final ExecutorService workers;

  /**
   * @param marker marks each answer
   * @param workers runs the marking; stays open
   */
  public MarkingRun(Marker marker, ExecutorService workers) {
    this.marker = marker;
    this.workers = workers;
  }

  /**
   * Marks all answers.
   *
   * @param progress told how many are done after each one
   * @return one judgement for each answer, in the same order
   * @throws InterruptedException when the thread is interrupted
   */
  public List<Judgement> judge(List<MarkedAnswer> answers, IntConsumer progress)
      throws InterruptedException {
    List<Future<MachineMark>> marks = new ArrayList<>();
    for (MarkedAnswer answer : answers) {
      marks.add(workers.submit(() -> mark(answer)));
    }
    List<Judgement> judgements = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      judgements.add(new Judgement(answers.get(i), joined(marks.get(i))));
      progress.accept(i + 1);
    }
    return judgements;
  }

  private MachineMark mark(MarkedAnswer answer) {
    try {
      return marker.mark(answer);
    } catch (RuntimeException | StackOverflowError e) {
      // as in a batch: one answer must not stop the others; the report counts it as not marked
      return MachineMark.NONE;
    }
  }

  private static MachineMark joined(Future<MachineMark> mark) throws InterruptedException {
    try {
      return mark.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("marking failed", e.getCause());
    }
  }
}

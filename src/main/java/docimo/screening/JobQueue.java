package docimo.screening;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Hands parts of jobs to workers, of this process or another (port). Thread-safe. A part may be
 * handed out again when its worker died; what was noted of it says where to go on.
 */
public interface JobQueue {

  /** Does parts of jobs. */
  interface Worker {

    /**
     * Works on a part until it is done, stopped, or the worker is asked to stop.
     *
     * @param stopping says whether to stop after the current step
     */
    void work(String jobId, int part, BooleanSupplier stopping);

    /** Whether it does such work; what it does not do is left to other processes. */
    default boolean does(Job.Kind kind) {
      return true;
    }
  }

  /**
   * What is to be done again and again, by one of all processes each time.
   *
   * @param name names it for all processes
   * @param every how long to wait after it was done
   * @param task does it; what it throws is tried again next time
   */
  record Chore(String name, Duration every, Runnable task) {}

  /** Hands out a part; does nothing when it is waiting or being worked on already. */
  void offer(Job.Kind kind, String jobId, int part);

  /** Begins to hand parts to a worker of this process, and to see to chores. */
  void start(Worker worker, List<Chore> chores);
}

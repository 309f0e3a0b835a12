package docimo.screening;

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
    void work(String jobId, int part, java.util.function.BooleanSupplier stopping);
  }

  /** Hands out a part; does nothing when it is waiting or being worked on already. */
  void offer(String jobId, int part);

  /** Begins to hand parts to a worker of this process. */
  void start(Worker worker);
}

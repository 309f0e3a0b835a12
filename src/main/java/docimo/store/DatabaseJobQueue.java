package docimo.store;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import docimo.screening.JobQueue;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Hands out parts of jobs through a table of the database, so that all processes on it share them:
 * a part is taken by one of them, and by another when that one has not been heard of for a while.
 * Thread-safe.
 */
public final class DatabaseJobQueue implements JobQueue, AutoCloseable {

  private static final Duration RETRY = Duration.ofSeconds(10);
  private static final Duration STOP = Duration.ofSeconds(30);
  private static final int MISSED_HEARTBEATS = 4;

  /**
   * How work is shared.
   *
   * @param threads how many parts this process works on at once, at least 1
   * @param polling how often it looks for parts
   * @param heartbeat how often it says that it is alive; after four of these in silence another
   *     process takes its parts
   */
  public record Pace(int threads, Duration polling, Duration heartbeat) {

    /** For a service. */
    public static Pace of(int threads) {
      return new Pace(threads, Duration.ofSeconds(2), Duration.ofSeconds(15));
    }
  }

  /** This process stops, perhaps before the part was done. */
  private static final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;
  }

  private final Scheduler scheduler;
  private final OneTimeTask<Void> task;
  private final Clock clock;
  private volatile @Nullable Worker worker;

  /**
   * @param clock says when a part is due
   */
  public DatabaseJobQueue(Database database, Pace pace, Clock clock) {
    this.clock = clock;
    this.task =
        Tasks.oneTime("job-part")
            .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
            .onDeadExecutionRevive()
            .execute(
                (instance, context) -> {
                  Worker current = worker;
                  String id = instance.getId();
                  int separator = id.lastIndexOf('/');
                  if (current != null) {
                    current.work(
                        id.substring(0, separator),
                        Integer.parseInt(id.substring(separator + 1)),
                        () ->
                            context.getSchedulerState().isShuttingDown()
                                || Thread.currentThread().isInterrupted());
                  }
                  if (current == null || context.getSchedulerState().isShuttingDown()) {
                    throw new StoppedException(); // which keeps the part in the table
                  }
                });
    this.scheduler =
        Scheduler.create(database.connections(), task)
            .threads(pace.threads())
            .pollingInterval(pace.polling())
            .heartbeatInterval(pace.heartbeat())
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .shutdownMaxWait(STOP)
            .failureLogging(LogLevel.WARN, false)
            .build();
  }

  @Override
  public void offer(String jobId, int part) {
    scheduler.scheduleIfNotExists(task.instance(jobId + "/" + part), clock.instant());
  }

  @Override
  public void start(Worker newWorker) {
    worker = newWorker;
    scheduler.start();
  }

  /** Takes no more parts, and waits until those being worked on have ended their step. */
  @Override
  public void close() {
    scheduler.stop();
  }
}

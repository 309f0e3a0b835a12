package docimo.store;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import docimo.screening.JobQueue;
import docimo.screening.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands out parts of jobs through a table of the database, so that all processes on it share them:
 * a part is taken by one of them, and by another when that one has not been heard of for a while.
 * Thread-safe.
 */
public final class DatabaseJobQueue implements JobQueue, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseJobQueue.class);
  private static final Duration RETRY = Duration.ofSeconds(10);
  private static final Duration STOP = Duration.ofSeconds(30);
  private static final int MISSED_HEARTBEATS = 4;

  /** Parts are due since then, so that a clock that jumps back lets none of them wait. */
  private static final Duration LONG_AGO = Duration.ofDays(3_650);

  /**
   * How work is shared.
   *
   * @param threads how many parts this process works on at once, at least 1
   * @param polling how often it looks for parts
   * @param heartbeat how often it says that it is alive; after four of these in silence another
   *     process takes its parts
   */
  public record Pace(int threads, Duration polling, Duration heartbeat) {

    /** For a service; others go on with what it had 12 to 18 seconds after it died. */
    public static Pace of(int threads) {
      return new Pace(threads, Duration.ofSeconds(2), Duration.ofSeconds(3));
    }
  }

  /** This process stops, perhaps before the part was done. */
  private static final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;
  }

  /** Threads whose failures are a line of the log. */
  private static final class Workers implements ThreadFactory {

    private final AtomicInteger number = new AtomicInteger();

    @Override
    public Thread newThread(Runnable work) {
      Thread thread = new Thread(work, "jobs-" + number.incrementAndGet());
      thread.setUncaughtExceptionHandler(
          (failed, e) ->
              LOG.warn(
                  "a part was left where it is, and goes on later: {}", e.getClass().getName()));
      return thread;
    }
  }

  private final DataSource connections;
  private final Pace pace;
  private final Clock clock;
  private final OneTimeTask<Void> partTask;
  private final AtomicInteger working = new AtomicInteger();
  private volatile SchedulerClient client;

  /** Whether it was closed, for {@link #start}, which {@link #close} may come before. */
  private boolean closed;

  private @Nullable Scheduler scheduler;
  private volatile @Nullable Worker worker;

  /**
   * @param clock says which part was handed out first
   */
  public DatabaseJobQueue(Database database, Pace pace, Clock clock) {
    this.connections = database.connections();
    this.pace = pace;
    this.clock = clock;
    this.partTask =
        Tasks.oneTime("job-part")
            .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
            .onDeadExecutionRevive()
            .execute((instance, context) -> work(instance.getId(), context));
    this.client = SchedulerClient.Builder.create(connections, partTask).build();
  }

  private void work(String id, ExecutionContext context) {
    Worker current = worker;
    int separator = id.lastIndexOf('/');
    if (current != null) {
      working.incrementAndGet();
      try {
        current.work(
            id.substring(0, separator),
            Integer.parseInt(id.substring(separator + 1)),
            () ->
                context.getSchedulerState().isShuttingDown()
                    || Thread.currentThread().isInterrupted());
      } catch (StoreException e) {
        LOG.warn("part {} waits {} s and goes on then: {}", id, RETRY.toSeconds(), e.getMessage());
        throw e;
      } finally {
        working.decrementAndGet();
      }
    }
    if (current == null || context.getSchedulerState().isShuttingDown()) {
      throw new StoppedException(); // which keeps the part in the table
    }
  }

  @Override
  public void offer(String jobId, int part) {
    client.scheduleIfNotExists(
        partTask.instance(jobId + "/" + part), clock.instant().minus(LONG_AGO));
  }

  /** Begins to hand out parts, unless it was closed before: a signal may come while we start. */
  @Override
  public synchronized void start(Worker newWorker, List<Chore> chores) {
    if (closed) {
      return;
    }
    worker = newWorker;
    Scheduler started =
        Scheduler.create(connections, partTask)
            .startTasks(chores.stream().map(DatabaseJobQueue::task).toList())
            .threads(pace.threads())
            .executorService(Executors.newFixedThreadPool(pace.threads(), new Workers()))
            .pollingInterval(pace.polling())
            .heartbeatInterval(pace.heartbeat())
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .shutdownMaxWait(STOP)
            .failureLogging(LogLevel.WARN, false)
            .enableImmediateExecution()
            .build();
    started.start();
    scheduler = started;
    client = started;
  }

  private static RecurringTask<Void> task(Chore chore) {
    return Tasks.recurring(chore.name(), FixedDelay.of(chore.every()))
        .onFailureReschedule()
        .onDeadExecutionRevive()
        .execute((instance, context) -> see(chore));
  }

  private static void see(Chore chore) {
    try {
      chore.task().run();
    } catch (StoreException e) {
      LOG.warn("{} is tried again in {}: {}", chore.name(), chore.every(), e.getMessage());
      throw e;
    }
  }

  /** How many parts this process works on now. */
  public int working() {
    return working.get();
  }

  /**
   * Takes no more parts, and waits until those being worked on have ended their step. What is
   * starting meanwhile has started before.
   */
  @Override
  public synchronized void close() {
    closed = true;
    Scheduler started = scheduler;
    scheduler = null;
    if (started != null) {
      started.stop();
    }
  }
}

package docimo.store;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import docimo.access.Tenant;
import docimo.screening.Job;
import docimo.screening.JobQueue;
import docimo.screening.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
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
 * There is one table for all tenants; a part names its tenant, and only the worker of that tenant
 * gets it. Thread-safe.
 */
public final class DatabaseJobQueue implements AutoCloseable {

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

  /**
   * Sees to it that the office of a tenant works on jobs in this process, which nobody may have
   * asked for yet.
   */
  public interface Opening {

    /** Returns when {@link JobQueue#start} was called with the queue of the tenant. */
    void open(String tenant);
  }

  /** Who works for a tenant, and what is to be done for it again and again. */
  private record Duty(JobQueue.Worker worker, List<JobQueue.Chore> chores) {}

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
  private final SqlTenants tenants;
  private final Pace pace;
  private final Clock clock;
  private final OneTimeTask<Void> partTask;

  /** By a name of its own, so that processes which do not mark rows leave these parts alone. */
  private final OneTimeTask<Void> gradesTask;

  private final AtomicInteger working = new AtomicInteger();
  private volatile SchedulerClient client;
  private final ConcurrentMap<String, Duty> duties = new ConcurrentHashMap<>();
  private volatile Opening opening = tenant -> {};

  /** Whether it was started or closed: whoever works does not wait for who closes it. */
  private volatile boolean begun;

  /** Whether it was closed, for {@link #start}, which {@link #close} may come before. */
  private boolean closed;

  private @Nullable Scheduler scheduler;

  /**
   * @param clock says which part was handed out first
   */
  public DatabaseJobQueue(Database database, Pace pace, Clock clock) {
    this.connections = database.connections();
    this.tenants = database.tenants();
    this.pace = pace;
    this.clock = clock;
    this.partTask = partTask("job-part");
    this.gradesTask = partTask("grades-part");
    this.client = SchedulerClient.Builder.create(connections, partTask, gradesTask).build();
  }

  private OneTimeTask<Void> partTask(String name) {
    return Tasks.oneTime(name)
        .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
        .onDeadExecutionRevive()
        .execute((instance, context) -> work(instance.getId(), context));
  }

  /** Asked from now on for tenants that no worker works for yet. */
  public void opening(Opening later) {
    opening = later;
  }

  /** The queue of a tenant. */
  public JobQueue of(String tenant) {
    return new JobQueue() {
      @Override
      public void offer(Job.Kind kind, String jobId, int part) {
        OneTimeTask<Void> task = kind == Job.Kind.GRADES ? gradesTask : partTask;
        String id = new PartName(tenant, jobId, part).toString();
        client.scheduleIfNotExists(task.instance(id), clock.instant().minus(LONG_AGO));
      }

      @Override
      public void start(Worker worker, List<Chore> chores) {
        duties.put(tenant, new Duty(worker, List.copyOf(chores)));
        if (!begun) {
          DatabaseJobQueue.this.start(worker, chores);
        }
      }
    };
  }

  private void work(String id, ExecutionContext context) {
    PartName part = PartName.read(id);
    working.incrementAndGet();
    try {
      Duty duty = duty(part.tenant());
      if (duty == null) {
        throw new StoppedException();
      }
      duty.worker()
          .work(
              part.jobId(),
              part.number(),
              () ->
                  context.getSchedulerState().isShuttingDown()
                      || Thread.currentThread().isInterrupted());
    } catch (StoreException e) {
      LOG.warn("part {} waits {} s and goes on then: {}", id, RETRY.toSeconds(), e.getMessage());
      throw e;
    } finally {
      working.decrementAndGet();
    }
    if (context.getSchedulerState().isShuttingDown()) {
      throw new StoppedException(); // which keeps the part in the table
    }
  }

  private @Nullable Duty duty(String tenant) {
    if (!duties.containsKey(tenant)) {
      opening.open(tenant);
    }
    return duties.get(tenant);
  }

  /** Begins to hand out parts, unless it was closed before: a signal may come while we start. */
  private synchronized void start(JobQueue.Worker worker, List<JobQueue.Chore> chores) {
    if (begun || closed) {
      return;
    }
    begun = true;
    Scheduler started =
        Scheduler.create(connections, tasks(worker))
            .startTasks(chores.stream().map(this::task).toList())
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

  private List<Task<?>> tasks(JobQueue.Worker worker) {
    return worker.does(Job.Kind.GRADES) ? List.of(partTask, gradesTask) : List.of(partTask);
  }

  private RecurringTask<Void> task(JobQueue.Chore chore) {
    return Tasks.recurring(chore.name(), FixedDelay.of(chore.every()))
        .onFailureReschedule()
        .onDeadExecutionRevive()
        .execute((instance, context) -> see(chore));
  }

  /** Sees to a chore for all tenants; what fails for one is no reason to leave out the others. */
  private void see(JobQueue.Chore chore) {
    StoreException failure = null;
    for (Tenant tenant : tenants.all()) {
      try {
        Duty duty = duty(tenant.name());
        if (duty != null) {
          duty.chores().stream()
              .filter(one -> one.name().equals(chore.name()))
              .forEach(one -> one.task().run());
        }
      } catch (StoreException e) {
        LOG.warn(
            "{} of tenant {} is tried again in {}: {}",
            chore.name(),
            tenant.name(),
            chore.every(),
            e.getMessage());
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
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

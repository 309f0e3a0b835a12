package docimo.api;

import docimo.batch.Trace;
import docimo.exchange.Json;
import docimo.screening.Job;
import docimo.screening.ScreeningOffice;
import docimo.screening.StoreException;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells listeners how far jobs are, as server-sent events. One thread asks the store once a second
 * for all jobs that somebody listens to, however many listen; nobody who does not read holds it up.
 * Thread-safe.
 */
final class JobEvents implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(JobEvents.class);

  private final int most;
  private final Set<JobListener> listeners = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "job-events");
            thread.setDaemon(true);
            return thread;
          });
  private final Future<?> telling;
  private volatile boolean closed;

  /**
   * @param most how many may listen at once
   */
  JobEvents(int most) {
    this.most = most;
    this.telling = clock.scheduleWithFixedDelay(this::tell, 1, 1, TimeUnit.SECONDS);
  }

  /**
   * Lets the sender of a request listen to a job until it is over.
   *
   * @param seen the id of the event that they saw last; empty for none
   * @throws RequestException when too many listen already
   */
  void listen(Context ctx, ScreeningOffice services, Job job, String seen) {
    JobListener listener = new JobListener(services, job.id(), seen, listeners::remove);
    synchronized (listeners) {
      if (closed || listeners.size() >= most) {
        ctx.header("Retry-After", "10");
        throw new RequestException(
            Problem.of(
                503,
                "too-many-listeners",
                "Too many listen",
                "The service tells "
                    + most
                    + " listeners at most; ask GET /v1/jobs/{id} now and then instead"));
      }
      listeners.add(listener);
    }
    ctx.contentType("text/event-stream");
    ctx.header("Cache-Control", "no-store");
    ctx.header("X-Accel-Buffering", "no");
    ctx.future(() -> listener.begin(ctx.res(), event(job, services)));
  }

  /**
   * How far a job is, as an event.
   *
   * @param id changes with whatever changes
   * @param data the job
   * @param last whether nothing more comes
   */
  record Event(String id, String data, boolean last) {

    String text() {
      return "id: " + id + "\nevent: " + (last ? "end" : "progress") + "\ndata: " + data + "\n\n";
    }
  }

  /** The event that says how far a job is now. */
  static Event event(Job job, ScreeningOffice services) {
    return new Event(
        job.version() + "." + job.done() + "." + job.failed(),
        Json.write(JobView.of(job, services)),
        JobView.isOver(job));
  }

  private static Event removed(String jobId) {
    Map<String, String> data = new TreeMap<>(Map.of("id", jobId, "state", "removed"));
    return new Event("removed", Json.write(data), true);
  }

  private void tell() {
    try {
      listeners.stream()
          .collect(Collectors.groupingBy(JobListener::services, Collectors.toSet()))
          .forEach(JobEvents::tell);
    } catch (StoreException e) {
      LOG.warn("how far jobs are is told later: {}", e.getMessage());
      listeners.forEach(JobListener::pause);
    } catch (RuntimeException e) {
      LOG.error("telling how far jobs are failed with {}", Trace.of(e));
    }
  }

  private static void tell(ScreeningOffice services, Set<JobListener> theirs) {
    Set<String> ids = theirs.stream().map(JobListener::jobId).collect(Collectors.toSet());
    Map<String, Event> events =
        services.jobs().those(ids).stream()
            .collect(Collectors.toMap(Job::id, job -> event(job, services)));
    for (JobListener listener : theirs) {
      Event event = events.get(listener.jobId());
      listener.tell(event == null ? removed(listener.jobId()) : event);
    }
  }

  /** Ends what everybody hears. */
  @Override
  public void close() {
    synchronized (listeners) {
      closed = true;
    }
    telling.cancel(false);
    clock.shutdownNow();
    listeners.forEach(JobListener::end);
  }
}

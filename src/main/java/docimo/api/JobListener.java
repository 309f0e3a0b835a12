package docimo.api;

import docimo.screening.ScreeningOffice;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who listens to a job. Nothing here waits for them: of what they have not read, only the
 * newest is kept. Thread-safe.
 */
final class JobListener implements WriteListener {

  /** After so many times without news a comment says that the connection is alive. */
  private static final int QUIET = 15;

  private static final String BEGINNING = "retry: 2000\n\n";
  private static final String HEARTBEAT = ": still here\n\n";

  private final ScreeningOffice services;
  private final String jobId;
  private final Consumer<JobListener> gone;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private @Nullable ServletOutputStream out;
  private String seen;
  private String waiting = BEGINNING;
  private boolean flushed = true;
  private boolean last;
  private int quiet;

  /**
   * @param seen the id of the event that they saw last; empty for none
   * @param gone told when they listen no more
   */
  JobListener(ScreeningOffice services, String jobId, String seen, Consumer<JobListener> gone) {
    this.services = services;
    this.jobId = jobId;
    this.seen = seen;
    this.gone = gone;
  }

  ScreeningOffice services() {
    return services;
  }

  String jobId() {
    return jobId;
  }

  /**
   * Begins to tell.
   *
   * @return completed when they listen no more
   */
  synchronized CompletableFuture<Void> begin(HttpServletResponse to, JobEvents.Event first) {
    if (!first.id().equals(seen)) {
      waiting = BEGINNING + first.text();
      seen = first.id();
    }
    last = first.last();
    try {
      out = to.getOutputStream();
      out.setWriteListener(this);
    } catch (IOException e) {
      end();
    }
    return ended;
  }

  /** Says how far the job is, unless that was said. */
  synchronized void tell(JobEvents.Event event) {
    if (out == null || last) {
      return;
    }
    if (event.id().equals(seen)) {
      pause(this);
      return;
    }
    seen = event.id();
    last = event.last();
    say(event.text());
  }

  /** Says now and then that the connection is alive. */
  static void pause(JobListener listener) {
    synchronized (listener) {
      if (++listener.quiet >= QUIET && listener.waiting.isEmpty()) {
        listener.say(HEARTBEAT);
      }
    }
  }

  private void say(String text) {
    quiet = 0;
    waiting = text;
    write();
  }

  @Override
  public synchronized void onWritePossible() {
    write();
  }

  private void write() {
    ServletOutputStream stream = out;
    try {
      while (stream != null && !ended.isDone() && stream.isReady()) {
        if (!waiting.isEmpty()) {
          byte[] bytes = waiting.getBytes(StandardCharsets.UTF_8);
          waiting = "";
          flushed = false;
          stream.write(bytes);
        } else if (!flushed) {
          flushed = true;
          stream.flush();
        } else {
          if (last) {
            end();
          }
          return;
        }
      }
    } catch (IOException e) {
      end();
    }
  }

  @Override
  public void onError(Throwable broken) {
    end();
  }

  /** Ends what they hear. */
  void end() {
    gone.accept(this);
    ended.complete(null);
  }
}

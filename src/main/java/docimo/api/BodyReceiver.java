package docimo.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Receives the whole body of a request before the next handler sees it, so that a client that sends
 * slowly holds a connection and some memory, but no thread. What is wrong with a body (too large,
 * too slow, cut off) is left for whoever reads it to find. Bodies that are read while they come are
 * passed on as they are.
 */
final class BodyReceiver extends Handler.Wrapper {

  /** How much of a body that is too large is passed over, so that its sender can read why. */
  private static final int PASSED_OVER = 16 * 1024 * 1024;

  private final Limits limits;
  private final Timeouts timeouts;
  private final AtomicLong buffered = new AtomicLong();

  BodyReceiver(Limits limits, Timeouts timeouts) {
    this.limits = limits;
    this.timeouts = timeouts;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    long length = request.getLength();
    boolean none =
        length == 0 || (length < 0 && !request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING));
    boolean refusedUnread =
        length > limits.bodyBytes()
            && (length > PASSED_OVER || request.getHeaders().contains(HttpHeader.EXPECT));
    if (none || refusedUnread || RouteGuard.hasStreamedBody(Request.getPathInContext(request))) {
      return super.handle(request, response, callback);
    }
    new Receiving(request, response, callback).begin();
    return true;
  }

  private void passOn(Request request, Response response, Callback callback) {
    try {
      if (!super.handle(request, response, callback)) {
        Response.writeError(request, response, callback, 404);
      }
    } catch (Exception e) {
      Response.writeError(request, response, callback, e);
    }
  }

  /** A body that is coming in. One thread at a time, but for the timer. */
  private final class Receiving implements Runnable {

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final AtomicBoolean over = new AtomicBoolean();
    private long passedOver;
    private boolean released;
    private Scheduler.@Nullable Task timer;

    private Receiving(Request request, Response response, Callback callback) {
      this.request = request;
      this.response = response;
      this.callback = callback;
    }

    private void begin() {
      Request.addCompletionListener(request, failure -> release());
      timer =
          request
              .getComponents()
              .getScheduler()
              .schedule(this::giveUp, timeouts.body().toNanos(), TimeUnit.NANOSECONDS);
      run();
    }

    /** Takes what has come and asks to be called when there is more. */
    @Override
    public void run() {
      while (!over.get()) {
        Content.Chunk chunk = request.read();
        if (chunk == null) {
          request.demand(this);
          return;
        }
        if (Content.Chunk.isFailure(chunk)) {
          end(chunk.getFailure());
          return;
        }
        boolean last = chunk.isLast();
        boolean kept = keep(chunk);
        if (!kept || last || passedOver > PASSED_OVER) {
          end(kept ? null : new BodyMemoryException());
          return;
        }
      }
    }

    /** One byte more than may be shows that it is too large; the rest is passed over. */
    private synchronized boolean keep(Content.Chunk chunk) {
      try {
        int length = chunk.remaining();
        int wanted = released ? 0 : Math.min(length, limits.bodyBytes() + 1 - bytes.size());
        if (buffered.addAndGet(wanted) > limits.bufferedBytes()) {
          buffered.addAndGet(-wanted);
          return false;
        }
        byte[] part = new byte[wanted];
        chunk.getByteBuffer().get(part);
        bytes.write(part, 0, wanted);
        passedOver += length - wanted;
        return true;
      } finally {
        chunk.release();
      }
    }

    /** The request is over, perhaps while something of its body was still coming. */
    private synchronized void release() {
      released = true;
      buffered.addAndGet(-bytes.size());
    }

    private void giveUp() {
      if (over.compareAndSet(false, true)) {
        // the timer's thread serves all connections: the rest is for one of the pool
        request
            .getComponents()
            .getExecutor()
            .execute(
                () ->
                    passOn(
                        new ReceivedRequest(request, new byte[0], new SlowBodyException()),
                        response,
                        callback));
      }
    }

    private void end(@Nullable Throwable failure) {
      if (over.compareAndSet(false, true)) {
        Scheduler.Task running = timer;
        if (running != null) {
          running.cancel();
        }
        IOException problem =
            failure == null || failure instanceof IOException
                ? (IOException) failure
                : new IOException(failure);
        passOn(new ReceivedRequest(request, bytes.toByteArray(), problem), response, callback);
      }
    }
  }
}

package docimo.api;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections whose client takes too long over the headers of a request, or to read a reply.
 * A connection without a byte is for the idle time of the server; this is for those that send or
 * read a byte now and then. Looks at all connections once a second.
 */
final class SlowConnections extends Handler.Wrapper implements Connection.Listener {

  private final Timeouts timeouts;
  private final Map<Connection, Watched> connections = new ConcurrentHashMap<>();
  private volatile Scheduler.@Nullable Task next;

  SlowConnections(Timeouts timeouts) {
    this.timeouts = timeouts;
  }

  /** What is known of a connection. */
  private static final class Watched {
    /** Whether a request is being received after its headers, worked on or answered. */
    private volatile boolean busy;

    /** When a piece of a reply was handed over that is not sent yet; 0 when there is none. */
    private volatile long sendingSince;

    private volatile long sendingBytes;

    // the rest is the sweeper's own
    private boolean wasBusy;
    private long requests;
    private long bytes;
    private long headersSince;
  }

  @Override
  protected void doStart() throws Exception {
    for (Connector connector : getServer().getConnectors()) {
      if (connector instanceof AbstractConnector container) {
        container.addBean(this, false);
      }
    }
    super.doStart();
    lookLater();
  }

  @Override
  protected void doStop() throws Exception {
    Scheduler.Task scheduled = next;
    next = null;
    if (scheduled != null) {
      scheduled.cancel();
    }
    super.doStop();
  }

  @Override
  public void onOpened(Connection connection) {
    if (connection instanceof ConnectionMetaData) {
      connections.put(connection, new Watched());
    }
  }

  @Override
  public void onClosed(Connection connection) {
    connections.remove(connection);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Watched watched = connections.get(request.getConnectionMetaData().getConnection());
    if (watched != null) {
      watched.busy = true;
      if (request.getConnectionMetaData().getConnector().isShutdown()) {
        giveTimeToStop(request.getConnectionMetaData().getConnection());
      }
      request.addHttpStreamWrapper(stream -> new Timed(stream, watched));
    }
    return super.handle(request, response, callback);
  }

  /**
   * Leaves requests that have begun the time that the service takes to stop. To be called when a
   * connector has been told to stop, which leaves each of its connections a second: one that waits
   * for a mark sends nothing.
   */
  void stopping() {
    connections.forEach(
        (connection, watched) -> {
          if (watched.busy) {
            giveTimeToStop(connection);
          }
        });
  }

  private void giveTimeToStop(Connection connection) {
    connection.getEndPoint().setIdleTimeout(timeouts.stop().toMillis());
  }

  private void lookLater() {
    next = getServer().getScheduler().schedule(this::look, 1, TimeUnit.SECONDS);
  }

  private void look() {
    long now = System.nanoTime();
    connections.forEach(
        (connection, watched) -> {
          if (headersAreLate(connection, watched, now) || readerIsSlow(watched, now)) {
            connection.getEndPoint().close();
          }
        });
    if (isStarted() && next != null) {
      lookLater();
    }
  }

  private boolean headersAreLate(Connection connection, Watched watched, long now) {
    boolean busy = watched.busy;
    if (busy || watched.wasBusy || connection.getMessagesIn() != watched.requests) {
      watched.wasBusy = busy; // what came meanwhile may have been a body
      watched.requests = connection.getMessagesIn();
      watched.bytes = connection.getBytesIn();
      watched.headersSince = 0;
      return false;
    }
    if (connection.getBytesIn() == watched.bytes) {
      return false;
    }
    if (watched.headersSince == 0) {
      watched.headersSince = now;
    }
    return now - watched.headersSince > timeouts.headers().toNanos();
  }

  private boolean readerIsSlow(Watched watched, long now) {
    long since = watched.sendingSince;
    Duration allowed =
        timeouts.idle().plusSeconds(watched.sendingBytes / timeouts.bytesPerSecond());
    return since != 0 && now - since > allowed.toNanos();
  }

  /** Notes when pieces of a reply begin and end to be sent, and when all is over. */
  private static final class Timed extends HttpStream.Wrapper {

    private final Watched watched;

    private Timed(HttpStream stream, Watched watched) {
      super(stream);
      this.watched = watched;
    }

    @Override
    public void send(
        MetaData.Request request,
        MetaData.Response response,
        boolean last,
        @Nullable ByteBuffer content,
        Callback callback) {
      watched.sendingBytes = content == null ? 0 : content.remaining();
      watched.sendingSince = System.nanoTime();
      super.send(request, response, last, content, new Sent(callback, watched));
    }

    @Override
    public void succeeded() {
      watched.busy = false;
      super.succeeded();
    }

    @Override
    public void failed(Throwable failure) {
      watched.busy = false;
      super.failed(failure);
    }
  }

  /** The end of a piece. */
  private static final class Sent extends Callback.Nested {

    private final Watched watched;

    private Sent(Callback callback, Watched watched) {
      super(callback);
      this.watched = watched;
    }

    @Override
    public void succeeded() {
      watched.sendingSince = 0;
      super.succeeded();
    }

    @Override
    public void failed(Throwable failure) {
      watched.sendingSince = 0;
      super.failed(failure);
    }
  }
}

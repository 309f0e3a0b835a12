package docimo.api;

import io.javalin.config.JettyConfig;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Sets the server up for the limits of the service. */
final class ServerParts {

  /** Threads beside those that work on requests: for the network, bodies and refusals. */
  private static final int MORE_THREADS = 72;

  /** Of the idle threads so many stay. */
  private static final int IDLE_THREADS = 8;

  /** A reply up to this size is sent without a thread that waits for its reader. */
  private static final int REPLY_BUFFER = 1 << 16;

  private final HttpService.Options options;

  ServerParts(HttpService.Options options) {
    this.options = options;
  }

  void configure(JettyConfig jetty) {
    QueuedThreadPool threads =
        new QueuedThreadPool(options.capacity().requests() + MORE_THREADS, IDLE_THREADS);
    threads.setName("http");
    jetty.threadPool = threads;
    jetty.modifyServer(this::modify);
    jetty.modifyServletContextHandler(
        context -> context.setErrorHandler(new ServerErrors(options.limits())));
    jetty.modifyHttpConfiguration(this::modify);
  }

  private void modify(HttpConfiguration http) {
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(options.limits().headerBytes());
    http.setOutputBufferSize(REPLY_BUFFER);
  }

  /** The last one that is inserted is the first one to see a request. */
  private void modify(Server server) {
    server.setErrorHandler(new ServerErrors(options.limits()));
    server.insertHandler(new BodyReceiver(options.limits(), options.timeouts()));
    server.insertHandler(new SlowConnections(options.timeouts()));
    server.insertHandler(new GracefulHandler());
    server.addBean(new NetworkConnectionLimit(options.capacity().connections(), server));
    server.setStopTimeout(options.timeouts().stop().toMillis());
  }
}

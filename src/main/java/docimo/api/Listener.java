package docimo.api;

import docimo.metrics.Metrics;
import io.javalin.config.JettyConfig;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** How the service listens, and what is done with every request before a route sees it. */
final class Listener {

  /** Threads beside those that work on requests: for the network, bodies and refusals. */
  private static final int MORE_THREADS = 72;

  /** Of the idle threads so many stay. */
  private static final int IDLE_THREADS = 8;

  /** A reply up to this size is sent without a thread that waits for its reader. */
  private static final int REPLY_BUFFER = 1 << 16;

  private final ServiceOptions options;
  private final Metrics metrics;
  private final SslContextFactory.@Nullable Server tls;
  private final SlowConnections connections;

  /**
   * @throws TlsException when its key store cannot be used
   */
  Listener(ServiceOptions options, Metrics metrics) {
    this.options = options;
    this.metrics = metrics;
    Tls keys = options.tls();
    this.tls = keys == null ? null : keys.context();
    this.connections = new SlowConnections(options.timeouts());
  }

  void configure(JettyConfig jetty) {
    QueuedThreadPool threads =
        new QueuedThreadPool(options.capacity().requests() + MORE_THREADS, IDLE_THREADS);
    threads.setName("http");
    jetty.threadPool = threads;
    jetty.modifyServer(this::handlers);
    jetty.modifyServletContextHandler(
        context -> context.setErrorHandler(new ServerErrors(options.limits())));
    jetty.modifyHttpConfiguration(this::requests);
    jetty.addConnector(this::connector);
  }

  /** Each handler has those before it inside. */
  private void handlers(Server server) {
    server.setErrorHandler(new ServerErrors(options.limits()));
    server.addBean(new NetworkConnectionLimit(options.capacity().connections(), server));
    server.setStopTimeout(options.timeouts().stop().toMillis());
    insert(server, new Telemetry.OnThread());
    insert(server, new BodyReceiver(options.limits(), options.timeouts()));
    insert(server, connections);
    insert(server, new GracefulHandler());
    if (!options.crossOrigin().origins().isEmpty()) {
      insert(server, options.crossOrigin().handler());
    }
    insert(server, new SecurityHeaders());
    insert(server, new Telemetry(metrics));
  }

  private static void insert(Server server, Handler.Singleton handler) {
    server.insertHandler(handler);
  }

  private void requests(HttpConfiguration http) {
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(options.limits().headerBytes());
    http.setOutputBufferSize(REPLY_BUFFER);
    if (tls != null) {
      // one certificate for whatever name it is reached by
      http.addCustomizer(new SecureRequestCustomizer(false));
    }
    if (!options.proxies().trusted().isEmpty()) {
      http.addCustomizer(new TrustedProxies(options.proxies()));
    }
  }

  private ServerConnector connector(Server server, HttpConfiguration http) {
    HttpConnectionFactory plain = new HttpConnectionFactory(http);
    ServerConnector connector =
        tls == null
            ? new PatientConnector(server, plain)
            : new PatientConnector(
                server, new SslConnectionFactory(tls, plain.getProtocol()), plain);
    connector.setHost(options.host());
    connector.setPort(options.port());
    connector.setIdleTimeout(options.timeouts().idle().toMillis());
    return connector;
  }

  /** Does not cut off, when it is told to stop, what has begun. */
  private final class PatientConnector extends ServerConnector {

    private PatientConnector(Server server, ConnectionFactory... factories) {
      super(server, factories);
    }

    @Override
    public CompletableFuture<Void> shutdown() {
      CompletableFuture<Void> done = super.shutdown();
      connections.stopping();
      return done;
    }
  }
}

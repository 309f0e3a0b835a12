package docimo.api;

import docimo.access.Keys;
import docimo.access.Loopback;
import docimo.exchange.JsonReader;
import docimo.grading.Grader;
import docimo.grading.InferenceGate;
import docimo.metrics.Metrics;
import docimo.question.QuestionBank;
import docimo.screening.ScreeningOffice;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP service. Made once, started once and stopped once; requests are served by many threads.
 */
public final class HttpService implements AutoCloseable {

  /**
   * What {@code GET /} says.
   *
   * @param access "keys" when requests need one, "open" as long as there are none
   */
  private record Overview(String service, String access, List<String> resources) {}

  private static final Logger LOG = LoggerFactory.getLogger(HttpService.class);

  private final Desk.Desks desks;
  private final RequestOffice office;
  private final Supplier<Optional<Keys>> keys;
  private final Admission admission;
  private final InferenceGate gate;
  private final ServiceOptions options;
  private final Idempotency idempotency;
  private final BatchRoutes batches;
  private final JobEvents events;
  private final Listener listener;
  private final Metrics metrics;
  private final Javalin javalin;
  private volatile boolean ready;
  private List<Routes.Route> registered = List.of();

  /**
   * A service without keys, for one tenant.
   *
   * @param grader gives what marks answers; requests that come before it is loaded wait for it
   * @param bank has the questions that requests name by id
   * @param office gives the services of screenings; asked at each request that needs them
   * @throws TlsException when the key store cannot be used
   */
  public HttpService(
      Supplier<Grader> grader,
      QuestionBank bank,
      Supplier<ScreeningOffice> office,
      ServiceOptions options) {
    this(
        grader,
        bank,
        office,
        new InferenceGate(InferenceGate.Options.standard()),
        options,
        new Metrics());
  }

  /**
   * As above, where others mark too.
   *
   * @param gate all marks of the routes go through it
   * @param metrics what is counted and timed; shown at {@code /metrics} and closed by who made them
   * @throws TlsException when the key store cannot be used
   */
  public HttpService(
      Supplier<Grader> grader,
      QuestionBank bank,
      Supplier<ScreeningOffice> office,
      InferenceGate gate,
      ServiceOptions options,
      Metrics metrics) {
    this(tenant -> new Desk(grader, bank, office), Optional::empty, gate, options, metrics);
  }

  /**
   * A service that asks for keys as soon as there is one.
   *
   * @param desks what requests are served with, by tenant
   * @param keys gives the keys, and may wait until the database is open; empty where there is none
   * @param gate all marks go through it
   * @param metrics what is counted and timed; shown at {@code /metrics} and closed by who made them
   * @throws TlsException when the key store cannot be used
   */
  public HttpService(
      Desk.Desks desks,
      Supplier<Optional<Keys>> keys,
      InferenceGate gate,
      ServiceOptions options,
      Metrics metrics) {
    this.metrics = metrics;
    this.gate = gate;
    this.desks = desks;
    this.keys = keys;
    this.admission = new Admission(keys, Loopback.is(options.host()));
    this.options = options;
    this.office = ctx -> desk(ctx).office().get();
    this.idempotency = new Idempotency(office, options.limits().bodyBytes(), options.volume());
    this.batches = new BatchRoutes(this::desk, gate, idempotency, options);
    this.events = new JobEvents(options.volume().listeners());
    this.listener = new Listener(options, metrics);
    this.javalin = Javalin.create(this::configure);
  }

  /**
   * Starts listening. It answers from now on, and says that it is not {@link #ready() ready} yet.
   *
   * @throws PortInUseException when the address cannot be had
   */
  public void start() {
    try {
      javalin.start();
    } catch (JavalinBindException e) {
      throw new PortInUseException(options.host(), options.port());
    }
  }

  /** Says from now on that it is ready: all that it needs is loaded. */
  public void ready() {
    ready = true;
  }

  /** The port that it listens on. */
  public int port() {
    return javalin.port();
  }

  /** Takes no more requests, and waits for those in flight as long as it was told to. */
  @Override
  public void close() {
    ready = false;
    batches.stop();
    events.close();
    try {
      javalin.stop();
    } catch (JavalinException e) {
      LOG.warn(
          "requests that were not answered within {} (timeouts.stop) were cut off",
          options.timeouts().stop());
    } finally {
      batches.close();
      idempotency.close();
    }
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.defaultContentType = "application/json";
    listener.configure(config.jetty);
    config.router.javaLangErrorHandler(ErrorTable::failed);
    config.routes.beforeMatched(HttpService::nameRoute);
    config.appData(
        RequestBody.JSON,
        new JsonReader(options.limits().jsonNesting(), options.limits().jsonNumberCharacters()));
    config.appData(RequestBody.LIMITS, options.limits());
    config.appData(RequestBody.TIMEOUTS, options.timeouts());
    RouteGuard guard = new RouteGuard(options.limits(), options.capacity(), options.rates());
    guard.register(config.routes);
    config.routes.after(idempotency::after);
    register(new Routes(config.routes, admission, guard, idempotency));
    ErrorTable.register(config.routes);
  }

  private void register(Routes routes) {
    routes.get("/", Need.NOTHING, ctx -> overview(ctx, routes));
    new ContractRoutes().register(routes);
    new GradeRoutes(this::desk, gate, options).register(routes);
    batches.register(routes);
    new QuestionRoutes(office, options.limits().bodyBytes()).register(routes);
    new ScreeningRoutes(office, ctx -> desk(ctx).bank(), options.limits().bodyBytes())
        .register(routes);
    new SubmissionRoutes(office, options.limits()).register(routes);
    new JobRoutes(office, idempotency, events, options.limits().bodyBytes()).register(routes);
    new GradingRoutes(office, options.limits().bodyBytes()).register(routes);
    new ResultRoutes(office).register(routes);
    new ExportRoutes(office).register(routes);
    new ReviewRoutes(office, options.limits().bodyBytes()).register(routes);
    new AuditRoutes(office, options.limits().bodyBytes()).register(routes);
    new CandidateRoutes(office).register(routes);
    new KeyRoutes(keys, options.limits().bodyBytes()).register(routes);
    routes.get("/livez", Need.NOTHING, ctx -> Reply.json(ctx, Map.of("status", "ok")));
    routes.get("/readyz", Need.NOTHING, this::readiness);
    routes.get("/metrics", Need.OPERATOR, this::figures);
    registered = routes.all();
  }

  /** All routes with what they ask of who calls them. */
  List<Routes.Route> routes() {
    return registered;
  }

  /** What a request is served with: that of the tenant whose key it came with. */
  private Desk desk(Context ctx) {
    return desks.of(Requester.of(ctx).tenant());
  }

  private void overview(Context ctx, Routes routes) {
    String access = admission.isFirstRun() ? "open" : "keys";
    Reply.json(ctx, new Overview("docimo", access, routes.resources()));
  }

  private static void nameRoute(Context ctx) {
    Endpoint route = ctx.endpoints().matchedHttpEndpoint();
    if (route != null) {
      Telemetry.found(ctx, route.path);
    }
  }

  private void figures(Context ctx) {
    RequestQuery.requireNone(ctx);
    ctx.contentType(Metrics.MEDIA_TYPE).result(metrics.text());
  }

  private void readiness(Context ctx) {
    if (ready) {
      Reply.json(ctx, Map.of("status", "ready"));
    } else {
      ErrorTable.send(ctx, Problem.notReady());
    }
  }
}

package docimo.api;

import docimo.access.Keys;
import docimo.access.Loopback;
import docimo.access.Scope;
import docimo.evaluation.attack.AttackOutcome;
import docimo.evaluation.attack.AttackPlan;
import docimo.evaluation.attack.AttackRun;
import docimo.exchange.JsonReader;
import docimo.grading.Grade;
import docimo.grading.Grader;
import docimo.grading.GradingObserver;
import docimo.grading.InferenceGate;
import docimo.grading.KeyPoints;
import docimo.metrics.Metrics;
import docimo.question.Question;
import docimo.question.QuestionBank;
import docimo.screening.ScreeningOffice;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.javalin.util.JavalinBindException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP service. Made once, started once and stopped once; requests are served by many threads.
 */
public final class HttpService implements AutoCloseable {

  /**
   * What the service can be told. Each concern has a record of its own, with a default.
   *
   * @param host address to listen on
   * @param port port to listen on; 0 takes a free one
   * @param limits how large a request may be
   * @param timeouts how long the service waits
   * @param capacity how much it takes on at once
   * @param rates how many requests a caller may make
   * @param tls the key that it shows; null for HTTP without TLS
   * @param proxies whom it believes of a client
   * @param crossOrigin pages of which origins may read its replies
   * @param volume how much of what comes in great numbers is taken
   */
  public record Options(
      String host,
      int port,
      Limits limits,
      Timeouts timeouts,
      Capacity capacity,
      RateLimits rates,
      @Nullable Tls tls,
      Proxies proxies,
      CrossOrigin crossOrigin,
      VolumeLimits volume) {

    /** With every default; there are no rates where only this machine can ask. */
    public static Options on(String host, int port) {
      return new Options(
          host,
          port,
          Limits.DEFAULT,
          Timeouts.DEFAULT,
          Capacity.DEFAULT,
          RateLimits.usual(host),
          null,
          Proxies.NONE,
          CrossOrigin.NONE,
          VolumeLimits.DEFAULT);
    }

    /** The same with another capacity. */
    public Options with(Capacity other) {
      return new Options(
          host, port, limits, timeouts, other, rates, tls, proxies, crossOrigin, volume);
    }

    /** The same with other rates. */
    public Options with(RateLimits others) {
      return new Options(
          host, port, limits, timeouts, capacity, others, tls, proxies, crossOrigin, volume);
    }

    /** The same with other limits. */
    public Options with(Limits others) {
      return new Options(
          host, port, others, timeouts, capacity, rates, tls, proxies, crossOrigin, volume);
    }

    /** The same with other times. */
    public Options with(Timeouts others) {
      return new Options(
          host, port, limits, others, capacity, rates, tls, proxies, crossOrigin, volume);
    }

    /** The same with TLS, or without. */
    public Options with(@Nullable Tls other) {
      return new Options(
          host, port, limits, timeouts, capacity, rates, other, proxies, crossOrigin, volume);
    }

    /** The same behind other proxies. */
    public Options with(Proxies others) {
      return new Options(
          host, port, limits, timeouts, capacity, rates, tls, others, crossOrigin, volume);
    }

    /** The same for pages of other origins. */
    public Options with(CrossOrigin other) {
      return new Options(
          host, port, limits, timeouts, capacity, rates, tls, proxies, other, volume);
    }

    /** The same with other limits of what comes in great numbers. */
    public Options with(VolumeLimits others) {
      return new Options(
          host, port, limits, timeouts, capacity, rates, tls, proxies, crossOrigin, others);
    }

    int maxBodyBytes() {
      return limits.bodyBytes();
    }
  }

  /**
   * What {@code GET /} says.
   *
   * @param access "keys" when requests need one, "open" as long as there are none
   */
  private record Overview(String service, String access, List<String> resources) {}

  private final Desk.Desks desks;
  private final RequestOffice office;
  private final Supplier<Optional<Keys>> keys;
  private final Admission admission;
  private final InferenceGate gate;
  private final Options options;
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
      Options options) {
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
      Options options,
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
      Options options,
      Metrics metrics) {
    this.metrics = metrics;
    this.gate = gate;
    this.desks = desks;
    this.keys = keys;
    this.admission = new Admission(keys, Loopback.is(options.host()));
    this.options = options;
    this.office = ctx -> desk(ctx).office().get();
    this.idempotency = new Idempotency(office, options.maxBodyBytes(), options.volume());
    this.batches = new BatchRoutes(this::desk, gate, idempotency, options.volume());
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

  /** Takes no more requests and waits for those in flight. */
  @Override
  public void close() {
    ready = false;
    batches.stop();
    events.close();
    javalin.stop();
    batches.close();
    idempotency.close();
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
    routes.post("/v1/grades", Need.of(Scope.GRADE), this::grade);
    batches.register(routes);
    routes.get(
        "/v1/questions",
        Need.of(Scope.GRADE, Scope.QUESTIONS_WRITE, Scope.REVIEW),
        this::questions);
    routes.get("/v1/questions/{id}", Need.of(Scope.QUESTIONS_WRITE, Scope.REVIEW), this::question);
    routes.post("/v1/questions/{id}/attacks", Need.of(Scope.QUESTIONS_WRITE), this::attack);
    new QuestionRoutes(office, options.maxBodyBytes()).register(routes);
    new ScreeningRoutes(office, ctx -> desk(ctx).bank(), options.maxBodyBytes()).register(routes);
    new SubmissionRoutes(office, options.limits()).register(routes);
    new JobRoutes(office, idempotency, events, options.maxBodyBytes()).register(routes);
    new GradingRoutes(office, options.maxBodyBytes()).register(routes);
    new ResultRoutes(office).register(routes);
    new ExportRoutes(office).register(routes);
    new ReviewRoutes(office, options.maxBodyBytes()).register(routes);
    new AuditRoutes(office, options.maxBodyBytes()).register(routes);
    new CandidateRoutes(office).register(routes);
    new KeyRoutes(keys, options.maxBodyBytes()).register(routes);
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

  private void grade(Context ctx) {
    GradeRequest request =
        GradeRequest.read(
            RequestBody.json(ctx, options.maxBodyBytes()), desk(ctx).bank(), options.limits());
    Supplier<Grader> grader = desk(ctx).grader();
    Grade grade =
        gate.request(
            ClientPresence.goneOf(ctx),
            () -> grader.get().grade(request.question(), request.answer()));
    Reply.json(ctx, grade);
  }

  private void questions(Context ctx) {
    RequestQuery.requireNone(ctx);
    Reply.json(
        ctx,
        Map.of(
            "questions", desk(ctx).bank().all().stream().map(QuestionView.Summary::of).toList()));
  }

  private void question(Context ctx) {
    RequestQuery.requireNone(ctx);
    Question question = desk(ctx).bank().get(ctx.pathParam("id"));
    Supplier<Grader> grader = desk(ctx).grader();
    KeyPoints points =
        gate.request(ClientPresence.goneOf(ctx), () -> grader.get().keyPoints(question));
    Reply.json(ctx, QuestionView.of(question, points));
  }

  private void attack(Context ctx) {
    RequestQuery.requireNone(ctx);
    Question question = desk(ctx).bank().get(ctx.pathParam("id"));
    AttackPlan plan = AttackRequest.read(RequestBody.optionalJson(ctx, options.maxBodyBytes()));
    Reply.json(ctx, AttackView.of(question, plan, attack(ctx, question, plan)));
  }

  /** Begins as a request, and goes on as a job: a mark at a time, behind those who wait. */
  private List<AttackOutcome> attack(Context ctx, Question question, AttackPlan plan) {
    long begin = System.nanoTime();
    Duration allowed = options.timeouts().attack();
    Grader ready = gate.request(ClientPresence.goneOf(ctx), desk(ctx).grader());
    return new AttackRun(
            ready.seenBy(GradingObserver.NONE),
            desk(ctx).bank().all(),
            trial -> {
              if (System.nanoTime() - begin > allowed.toNanos()) {
                throw new RequestException(LimitProblems.attack(allowed));
              }
              return gate.job(trial);
            })
        .attack(question, plan);
  }
}

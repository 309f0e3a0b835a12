package docimo.api;

import docimo.access.Keys;
import docimo.access.Loopback;
import docimo.access.Scope;
import docimo.evaluation.attack.AttackOutcome;
import docimo.evaluation.attack.AttackPlan;
import docimo.evaluation.attack.AttackRun;
import docimo.grading.Grade;
import docimo.grading.Grader;
import docimo.question.Question;
import docimo.question.QuestionBank;
import docimo.screening.ScreeningOffice;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;

/**
 * The HTTP service. Made once, started once and stopped once; requests are served by many threads.
 */
public final class HttpService implements AutoCloseable {

  /**
   * What the service can be told.
   *
   * @param host address to listen on
   * @param port port to listen on; 0 takes a free one
   * @param maxBodyBytes the largest body that a request may have
   * @param stopTimeoutMillis how long requests in flight may take to finish when it is stopped
   */
  public record Options(String host, int port, int maxBodyBytes, long stopTimeoutMillis) {

    /** Bodies up to 1 MiB, ten seconds to finish. */
    public static Options on(String host, int port) {
      return new Options(host, port, 1 << 20, 10_000);
    }
  }

  /**
   * What {@code GET /} says.
   *
   * @param access "keys" when requests need one, "open" as long as there are none
   */
  private record Overview(String service, String access, List<String> resources) {}

  private final Desk.Desks desks;
  private final Supplier<Optional<Keys>> keys;
  private final Admission admission;
  private final Options options;
  private final Javalin javalin;
  private volatile boolean ready;
  private List<Routes.Route> registered = List.of();

  /**
   * A service without keys, for one tenant.
   *
   * @param grader gives what marks answers; requests that come before it is loaded wait for it
   * @param bank has the questions that requests name by id
   * @param office gives the services of screenings; asked at each request that needs them
   */
  public HttpService(
      Supplier<Grader> grader,
      QuestionBank bank,
      Supplier<ScreeningOffice> office,
      Options options) {
    this(tenant -> new Desk(grader, bank, office), Optional::empty, options);
  }

  /**
   * A service that asks for keys as soon as there is one.
   *
   * @param desks what requests are served with, by tenant
   * @param keys gives the keys, and may wait until the database is open; empty where there is none
   */
  public HttpService(Desk.Desks desks, Supplier<Optional<Keys>> keys, Options options) {
    this.desks = desks;
    this.keys = keys;
    this.admission = new Admission(keys, Loopback.is(options.host()));
    this.options = options;
    this.javalin = Javalin.create(this::configure);
  }

  /**
   * Starts listening. It answers from now on, and says that it is not {@link #ready() ready} yet.
   *
   * @throws PortInUseException when the address cannot be had
   */
  public void start() {
    try {
      javalin.start(options.host(), options.port());
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
    javalin.stop();
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.defaultContentType = "application/json";
    config.jetty.modifyServer(this::finishGracefully);
    config.jetty.modifyServletContextHandler(
        context -> context.setErrorHandler(new ServerErrors()));
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    config.router.javaLangErrorHandler(ErrorTable::failed);
    config.routes.before(ctx -> ctx.header("X-Content-Type-Options", "nosniff"));
    register(new Routes(config.routes, admission));
    ErrorTable.register(config.routes);
  }

  private void register(Routes routes) {
    RequestOffice office = ctx -> desk(ctx).office().get();
    routes.get("/", Need.NOTHING, ctx -> overview(ctx, routes));
    routes.post("/v1/grades", Need.of(Scope.GRADE), this::grade);
    routes.get(
        "/v1/questions",
        Need.of(Scope.GRADE, Scope.QUESTIONS_WRITE, Scope.REVIEW),
        this::questions);
    routes.get("/v1/questions/{id}", Need.of(Scope.QUESTIONS_WRITE, Scope.REVIEW), this::question);
    routes.post("/v1/questions/{id}/attacks", Need.of(Scope.QUESTIONS_WRITE), this::attack);
    new QuestionRoutes(office, options.maxBodyBytes()).register(routes);
    new ScreeningRoutes(office, ctx -> desk(ctx).bank(), options.maxBodyBytes()).register(routes);
    new SubmissionRoutes(office, options.maxBodyBytes()).register(routes);
    new JobRoutes(office, options.maxBodyBytes()).register(routes);
    new ResultRoutes(office).register(routes);
    new ExportRoutes(office).register(routes);
    new ReviewRoutes(office, options.maxBodyBytes()).register(routes);
    new AuditRoutes(office, options.maxBodyBytes()).register(routes);
    new CandidateRoutes(office).register(routes);
    new KeyRoutes(keys, options.maxBodyBytes()).register(routes);
    routes.get("/livez", Need.NOTHING, ctx -> Reply.json(ctx, Map.of("status", "ok")));
    routes.get("/readyz", Need.NOTHING, this::readiness);
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

  private void finishGracefully(Server server) {
    server.setErrorHandler(new ServerErrors());
    server.insertHandler(new GracefulHandler());
    server.setStopTimeout(options.stopTimeoutMillis());
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
        GradeRequest.read(RequestBody.json(ctx, options.maxBodyBytes()), desk(ctx).bank());
    Grade grade = desk(ctx).grader().get().grade(request.question(), request.answer());
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
    Reply.json(ctx, QuestionView.of(question, desk(ctx).grader().get().keyPoints(question)));
  }

  private void attack(Context ctx) {
    RequestQuery.requireNone(ctx);
    Question question = desk(ctx).bank().get(ctx.pathParam("id"));
    AttackPlan plan = AttackRequest.read(RequestBody.optionalJson(ctx, options.maxBodyBytes()));
    List<AttackOutcome> outcomes =
        new AttackRun(desk(ctx).grader().get(), desk(ctx).bank().all()).attack(question, plan);
    Reply.json(ctx, AttackView.of(question, plan, outcomes));
  }
}

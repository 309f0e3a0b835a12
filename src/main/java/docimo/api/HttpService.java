package docimo.api;

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
import java.util.function.Supplier;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;

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
   */
  public record Options(String host, int port, Limits limits, Timeouts timeouts) {

    /** With every default. */
    public static Options on(String host, int port) {
      return new Options(host, port, Limits.DEFAULT, Timeouts.DEFAULT);
    }

    /** The same with other limits. */
    public Options with(Limits others) {
      return new Options(host, port, others, timeouts);
    }

    /** The same with other times. */
    public Options with(Timeouts others) {
      return new Options(host, port, limits, others);
    }

    int maxBodyBytes() {
      return limits.bodyBytes();
    }
  }

  /** What {@code GET /} says. */
  private record Overview(String service, List<String> resources) {}

  private final Supplier<Grader> grader;
  private final QuestionBank bank;
  private final Supplier<ScreeningOffice> office;
  private final Options options;
  private final Javalin javalin;
  private volatile boolean ready;

  /**
   * @param grader gives what marks answers; requests that come before it is loaded wait for it
   * @param bank has the questions that requests name by id
   * @param office gives the services of screenings; asked at each request that needs them
   */
  public HttpService(
      Supplier<Grader> grader,
      QuestionBank bank,
      Supplier<ScreeningOffice> office,
      Options options) {
    this.grader = grader;
    this.bank = bank;
    this.office = office;
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
    config.jetty.modifyHttpConfiguration(this::limitHeaders);
    config.jetty.addConnector(this::connector);
    config.router.javaLangErrorHandler(ErrorTable::failed);
    config.routes.before(ctx -> ctx.header("X-Content-Type-Options", "nosniff"));
    Routes routes = new Routes(config.routes);
    routes.get("/", ctx -> overview(ctx, routes));
    new ContractRoutes().register(routes);
    routes.post("/v1/grades", this::grade);
    routes.get("/v1/questions", this::questions);
    routes.get("/v1/questions/{id}", this::question);
    routes.post("/v1/questions/{id}/attacks", this::attack);
    new QuestionRoutes(office, options.maxBodyBytes()).register(routes);
    new ScreeningRoutes(office, bank, options.maxBodyBytes()).register(routes);
    new SubmissionRoutes(office, options.limits()).register(routes);
    new JobRoutes(office, options.maxBodyBytes()).register(routes);
    new ResultRoutes(office).register(routes);
    new ExportRoutes(office).register(routes);
    new ReviewRoutes(office, options.maxBodyBytes()).register(routes);
    new AuditRoutes(office, options.maxBodyBytes()).register(routes);
    new CandidateRoutes(office).register(routes);
    routes.get("/livez", ctx -> Reply.json(ctx, Map.of("status", "ok")));
    routes.get("/readyz", this::readiness);
    ErrorTable.register(config.routes);
  }

  private static void overview(Context ctx, Routes routes) {
    Reply.json(ctx, new Overview("docimo", routes.resources()));
  }

  private void finishGracefully(Server server) {
    server.setErrorHandler(new ServerErrors());
    server.insertHandler(new GracefulHandler());
    server.setStopTimeout(options.timeouts().stop().toMillis());
  }

  private void limitHeaders(HttpConfiguration http) {
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(options.limits().headerBytes());
  }

  private ServerConnector connector(Server server, HttpConfiguration http) {
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(options.host());
    connector.setPort(options.port());
    connector.setIdleTimeout(options.timeouts().idle().toMillis());
    return connector;
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
        GradeRequest.read(RequestBody.json(ctx, options.maxBodyBytes()), bank, options.limits());
    Grade grade = grader.get().grade(request.question(), request.answer());
    Reply.json(ctx, grade);
  }

  private void questions(Context ctx) {
    RequestQuery.requireNone(ctx);
    Reply.json(
        ctx, Map.of("questions", bank.all().stream().map(QuestionView.Summary::of).toList()));
  }

  private void question(Context ctx) {
    RequestQuery.requireNone(ctx);
    Question question = bank.get(ctx.pathParam("id"));
    Reply.json(ctx, QuestionView.of(question, grader.get().keyPoints(question)));
  }

  private void attack(Context ctx) {
    RequestQuery.requireNone(ctx);
    Question question = bank.get(ctx.pathParam("id"));
    AttackPlan plan = AttackRequest.read(RequestBody.optionalJson(ctx, options.maxBodyBytes()));
    List<AttackOutcome> outcomes = new AttackRun(grader.get(), bank.all()).attack(question, plan);
    Reply.json(ctx, AttackView.of(question, plan, outcomes));
  }
}

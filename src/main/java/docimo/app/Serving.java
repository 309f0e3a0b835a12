package docimo.app;

import docimo.access.Keys;
import docimo.access.Loopback;
import docimo.api.Desk;
import docimo.api.HttpService;
import docimo.api.PortInUseException;
import docimo.api.ServiceOptions;
import docimo.api.TlsException;
import docimo.exchange.GradingRows;
import docimo.grading.InferenceGate;
import docimo.metrics.Metrics;
import docimo.metrics.OtlpExport;
import docimo.question.QuestionBank;
import docimo.screening.ScreeningOffice;
import docimo.screening.StoreException;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** docimo, serving over HTTP. Thread-safe. */
public final class Serving implements AutoCloseable {

  private final HttpService http;
  private final Supplier<Application> starting;
  private final @Nullable CompletableFuture<Workplace> opening;
  private final Metrics metrics;

  private Serving(
      HttpService http,
      Supplier<Application> starting,
      @Nullable CompletableFuture<Workplace> opening,
      Metrics metrics) {
    this.metrics = metrics;
    this.http = http;
    this.starting = starting;
    this.opening = opening;
  }

  /**
   * Serves a bank over HTTP, without a database; returns when it is ready.
   *
   * @throws StartException when the address cannot be had
   */
  public static Serving ready(Application application, QuestionBank bank, String host, int port) {
    Serving service = listen(() -> application, bank, host, port);
    service.awaitReady();
    return service;
  }

  /**
   * Serves a bank over HTTP, without a database, while the models are still being loaded: it
   * listens at once, says that it is not ready, and lets requests that need the models wait.
   * Returns when it listens.
   *
   * @param starting as {@link Application#starting} gives it
   * @throws StartException when the address cannot be had
   */
  public static Serving listen(
      Supplier<Application> starting, QuestionBank bank, String host, int port) {
    if (!Loopback.is(host)) {
      throw StartException.withoutKeys(host);
    }
    Metrics metrics = new Metrics();
    Supplier<Application> knowing =
        new Knowing(() -> starting.get().seenBy(metrics.grading()), bank);
    HttpService http =
        new HttpService(
            () -> knowing.get().grader(),
            bank,
            () -> {
              throw new StoreException(
                  StoreException.Trouble.UNAVAILABLE, "no database was opened; give one");
            },
            new InferenceGate(InferenceGate.Options.standard()),
            ServiceOptions.on(host, port),
            metrics);
    return new Serving(listening(http), knowing, null, metrics);
  }

  /**
   * Serves a bank and the screenings of a database, while the models are still being loaded and the
   * database is being opened. Questions of the database stand before those of the bank. Returns
   * when it listens.
   *
   * @param starting as {@link Application#starting} gives it
   * @param settings say where the database is, and how to serve
   * @throws StartException when the address cannot be had, or others reach it and there is no key
   * @throws StoreException when others reach it and the database cannot be opened
   */
  public static Serving listen(
      Supplier<Application> starting, QuestionBank bank, Settings settings) {
    Metrics metrics = metrics(settings);
    Supplier<Application> seen = () -> starting.get().seenBy(metrics.grading());
    Supplier<Application> knowing = new Knowing(seen, bank);
    CompletableFuture<Workplace> opening = new CompletableFuture<>();
    InferenceGate gate = new InferenceGate(HttpOptions.gate(settings));
    Desk.Desks desks = tenant -> desk(knowing, bank, () -> Futures.joined(opening).office(tenant));
    HttpService http =
        service(
            desks,
            () -> Optional.of(Futures.joined(opening).keys()),
            gate,
            HttpOptions.of(settings),
            metrics);
    show(metrics, gate);
    metrics.show(
        "docimo.job.parts.running",
        "Parts of jobs that this process works on now.",
        () -> isOpen(opening) ? opening.join().partsInWork() : 0);
    Workplace.RowMarkings rows =
        tenant -> new GradingRows(desks.of(tenant).grader(), desks.of(tenant).bank(), gate);
    String host = settings.text(Setting.SERVER_HOST);
    if (Loopback.is(host)) {
      listening(http);
      opening.completeAsync(() -> Workplace.open(settings, seen, gate, rows));
    } else {
      listenWithKeys(http, opening, Workplace.open(settings, seen, gate, rows), host);
    }
    return new Serving(http, knowing, opening, metrics);
  }

  private static void show(Metrics metrics, InferenceGate gate) {
    metrics.show(
        "docimo.inference.slots", "Marks that may be made at once.", () -> gate.load().slots());
    metrics.show("docimo.inference.in.use", "Marks that are made now.", () -> gate.load().inUse());
    metrics.show(
        "docimo.inference.waiting",
        "Requests that wait for a slot now.",
        () -> gate.load().waiting());
    metrics.show(
        "docimo.inference.jobs.waiting",
        "Parts of jobs that wait for a slot now.",
        () -> gate.load().jobsWaiting());
    metrics.showTotal(
        "docimo.inference.refused", "Requests that got no slot.", () -> gate.load().refused());
    metrics.showTotal(
        "docimo.inference.abandoned",
        "Clients that went away while they waited for a slot.",
        () -> gate.load().abandoned());
  }

  private static boolean isOpen(CompletableFuture<Workplace> opening) {
    return opening.isDone() && !opening.isCompletedExceptionally();
  }

  private static Metrics metrics(Settings settings) {
    return new Metrics(
        settings
            .optional(Setting.OTEL_ENDPOINT)
            .map(URI::create)
            .map(
                to ->
                    new OtlpExport(to, settings.time(Setting.OTEL_INTERVAL), Application.version()))
            .orElse(null));
  }

  private static HttpService service(
      Desk.Desks desks,
      Supplier<Optional<Keys>> keys,
      InferenceGate gate,
      ServiceOptions options,
      Metrics metrics) {
    try {
      return new HttpService(desks, keys, gate, options, metrics);
    } catch (TlsException e) {
      throw new StartException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Questions of the tenant stand before those of the bank, which is the same for all. */
  private static Desk desk(
      Supplier<Application> application, QuestionBank bank, Supplier<ScreeningOffice> office) {
    return new Desk(
        () -> application.get().grader(),
        new ServedQuestions(() -> office.get().questions(), bank),
        office);
  }

  /** Where others reach it, it listens once it is known that they need a key. */
  private static void listenWithKeys(
      HttpService http, CompletableFuture<Workplace> opening, Workplace place, String host) {
    try {
      if (place.keys().isEmpty()) {
        throw StartException.withoutKeys(host);
      }
      listening(http);
    } catch (RuntimeException | Error e) {
      place.close();
      throw e;
    }
    opening.complete(place);
  }

  private static HttpService listening(HttpService http) {
    try {
      http.start();
    } catch (PortInUseException e) {
      throw new StartException(String.valueOf(e.getMessage()), e);
    }
    return http;
  }

  /** An application that is told of a bank as soon as its models are loaded. Thread-safe. */
  private static final class Knowing implements Supplier<Application> {

    private final Supplier<Application> starting;
    private final QuestionBank bank;
    private @Nullable Application application;

    private Knowing(Supplier<Application> starting, QuestionBank bank) {
      this.starting = starting;
      this.bank = bank;
    }

    @Override
    public synchronized Application get() {
      Application known = application;
      if (known == null) {
        known = starting.get().knowing(bank);
        application = known;
      }
      return known;
    }
  }

  /** The port that it listens on. */
  public int port() {
    return http.port();
  }

  /**
   * Waits until it is ready to mark, and begins to work on jobs. When the models cannot be loaded
   * or the database cannot be opened it no longer listens.
   *
   * @throws ModelException when a model is missing or damaged
   * @throws StoreException when the database cannot be opened
   */
  public void awaitReady() {
    try {
      if (opening != null) {
        Futures.joined(opening).work();
      }
      Objects.requireNonNull(starting.get());
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
    http.ready();
  }

  /**
   * Whether there is no key, so that everybody on this machine may do everything. Waits until the
   * database is open.
   */
  public boolean isFirstRun() {
    return opening == null || Futures.joined(opening).keys().isEmpty();
  }

  /**
   * Takes no more requests and waits for those in flight, then for the step that jobs are at, and
   * closes the database last.
   */
  @Override
  public void close() {
    try {
      http.close();
    } finally {
      try {
        if (opening != null) {
          opening.handle((workplace, failed) -> workplace).thenAccept(Serving::close).join();
        }
      } finally {
        metrics.close();
      }
    }
  }

  private static void close(@Nullable Workplace workplace) {
    if (workplace != null) {
      workplace.close();
    }
  }
}

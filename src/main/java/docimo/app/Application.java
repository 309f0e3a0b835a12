package docimo.app;

import docimo.access.Keys;
import docimo.access.Loopback;
import docimo.api.Desk;
import docimo.api.HttpService;
import docimo.api.PortInUseException;
import docimo.api.TlsException;
import docimo.embedding.TextEncoder;
import docimo.exchange.GradingRows;
import docimo.grading.Answer;
import docimo.grading.ContradictionWeights;
import docimo.grading.Grade;
import docimo.grading.Grader;
import docimo.grading.GradingObserver;
import docimo.grading.InferenceGate;
import docimo.grading.ReviewPolicy;
import docimo.grading.ScoringModel;
import docimo.metrics.Metrics;
import docimo.metrics.OtlpExport;
import docimo.question.Question;
import docimo.question.QuestionBank;
import docimo.question.Rule;
import docimo.screening.ScreeningOffice;
import docimo.screening.StoreException;
import docimo.similarity.Antonyms;
import docimo.similarity.TermWeights;
import docimo.text.OpenNlpTextAnalyzer;
import docimo.text.TextAnalyzer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** docimo, wired: the models loaded and the grader made from them. Thread-safe. */
public final class Application {

  /** Reads a model from its stream. */
  private interface Reader<T> {
    T read(InputStream in) throws IOException;
  }

  private static final String REMEDY = "build docimo again from a clean checkout";

  private static final Question NO_QUESTION = Question.inline("", List.of(), List.of(), Rule.ALL);

  private final Grader grader;

  private Application(Grader grader) {
    this.grader = grader;
  }

  /**
   * Loads the models and wires the grader with the encoder that the environment chooses, the system
   * clock and random ids.
   *
   * @throws ModelException when a model is missing or damaged
   */
  public static Application start() {
    return start(Encoders.chosen());
  }

  /**
   * Loads the models and wires the grader with this encoder, the system clock and random ids.
   *
   * @throws ModelException when a model is missing or damaged
   */
  public static Application start(Encoders encoders) {
    return start(new Models(), encoders, Clock.systemUTC(), () -> UUID.randomUUID().toString());
  }

  /** An application whose models are being loaded. Thread-safe. */
  public static final class Starting implements Supplier<Application> {

    private final CompletableFuture<Application> application;

    private Starting(Supplier<Application> start) {
      this.application = CompletableFuture.supplyAsync(start);
    }

    /** Waits until it is loaded, and throws what {@link Application#start()} throws. */
    @Override
    public Application get() {
      return joined(application);
    }

    /**
     * Waits until it is loaded or failed. A process that ended before would take the native library
     * away from the thread that loads the encoder, and crash.
     */
    public void awaitEnd() {
      ended(application);
    }
  }

  /**
   * Begins to load the models in the background.
   *
   * @param policy says which marks a person should look at
   * @param encoders chooses what gives meaning to words
   */
  public static Starting starting(ReviewPolicy policy, Encoders encoders) {
    return new Starting(() -> start(encoders).with(policy));
  }

  /**
   * Wires the grader with the encoder that comes with docimo, and a clock and a source of ids of
   * the caller's choice.
   *
   * @throws ModelException when a model is missing or damaged
   */
  public static Application start(Models models, Clock clock, Supplier<String> ids) {
    return start(models, Encoders.BUNDLED, clock, ids);
  }

  /**
   * Wires the grader with parts of the caller's choice.
   *
   * @throws ModelException when a model is missing or damaged
   */
  public static Application start(
      Models models, Encoders encoders, Clock clock, Supplier<String> ids) {
    CompletableFuture<TermWeights> frequencies =
        CompletableFuture.supplyAsync(
            () -> load(models, "background-frequencies", TermWeights::read));
    CompletableFuture<Antonyms> antonyms =
        CompletableFuture.supplyAsync(() -> load(models, "antonyms", Antonyms::read));
    CompletableFuture<ContradictionWeights> contradictions =
        CompletableFuture.supplyAsync(
            () -> load(models, "contradiction", ContradictionWeights::read));
    CompletableFuture<InputStream> checkedLanguages =
        CompletableFuture.supplyAsync(() -> models.open("language-detector"));
    CompletableFuture<Optional<TextEncoder>> encoding =
        CompletableFuture.supplyAsync(() -> encoders.load(models));
    TextAnalyzer analyzer;
    try {
      analyzer = textAnalyzer(models);
    } finally {
      ended(encoding); // nobody may end the process while native code is loaded
    }
    TextEncoder encoder = joined(encoding).orElse(null);
    ScoringModel scoring =
        load(models, encoder == null ? "scoring-lexical" : "scoring", ScoringModel::read);
    return new Application(
        new Grader(
            new Grader.Parts(
                analyzer,
                new LazyLanguageDetector(joined(checkedLanguages)),
                joined(frequencies),
                joined(antonyms),
                encoder,
                joined(contradictions)),
            scoring,
            version(),
            clock,
            ids));
  }

  /** The same application with another policy of which marks a person should look at. */
  public Application with(ReviewPolicy policy) {
    return new Application(grader.with(policy));
  }

  /** The same application, whose grades somebody sees come about. */
  public Application seenBy(GradingObserver observer) {
    return new Application(grader.seenBy(observer));
  }

  /** The same application, which recognises pasted references of these questions. */
  public Application knowing(QuestionBank bank) {
    return new Application(grader.knowing(bank.all()));
  }

  /** Marks answers. */
  public Grader grader() {
    return grader;
  }

  /** What each grade names as its makers, as far as they are the same for all questions. */
  public Grade.Versions versions() {
    return grader.seenBy(GradingObserver.NONE).grade(NO_QUESTION, Answer.of("")).versions();
  }

  /** An HTTP service that listens. */
  public static final class Service implements AutoCloseable {

    private final HttpService http;
    private final Supplier<Application> starting;
    private final @Nullable CompletableFuture<Workplace> opening;
    private final Metrics metrics;

    private Service(
        HttpService http,
        Supplier<Application> starting,
        @Nullable CompletableFuture<Workplace> opening,
        Metrics metrics) {
      this.metrics = metrics;
      this.http = http;
      this.starting = starting;
      this.opening = opening;
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
          joined(opening).work();
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
      return opening == null || joined(opening).keys().isEmpty();
    }

    /**
     * Takes no more requests and waits for those in flight, then for the step that jobs are at, and
     * closes the database last.
     */
    @Override
    public void close() {
      http.close();
      if (opening != null) {
        opening.handle((workplace, failed) -> workplace).thenAccept(Service::close).join();
      }
      metrics.close();
    }

    private static void close(@Nullable Workplace workplace) {
      if (workplace != null) {
        workplace.close();
      }
    }
  }

  /**
   * Serves a bank over HTTP, without a database; returns when it is ready.
   *
   * @throws StartException when the address cannot be had
   */
  public Service serve(QuestionBank bank, String host, int port) {
    Service service = listen(() -> this, bank, host, port);
    service.awaitReady();
    return service;
  }

  /**
   * Serves a bank over HTTP, without a database, while the models are still being loaded: it
   * listens at once, says that it is not ready, and lets requests that need the models wait.
   * Returns when it listens.
   *
   * @param starting as {@link #starting} gives it
   * @throws StartException when the address cannot be had
   */
  public static Service listen(
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
            HttpService.Options.on(host, port),
            metrics);
    return new Service(listening(http), knowing, null, metrics);
  }

  /**
   * Serves a bank and the screenings of a database, while the models are still being loaded and the
   * database is being opened. Questions of the database stand before those of the bank. Returns
   * when it listens.
   *
   * @param starting as {@link #starting} gives it
   * @param settings say where the database is, and how to serve
   * @throws StartException when the address cannot be had, or others reach it and there is no key
   * @throws StoreException when others reach it and the database cannot be opened
   */
  public static Service listen(
      Supplier<Application> starting, QuestionBank bank, Settings settings) {
    Metrics metrics = metrics(settings);
    Supplier<Application> seen = () -> starting.get().seenBy(metrics.grading());
    Supplier<Application> knowing = new Knowing(seen, bank);
    CompletableFuture<Workplace> opening = new CompletableFuture<>();
    InferenceGate gate = new InferenceGate(HttpOptions.gate(settings));
    Desk.Desks desks = tenant -> desk(knowing, bank, () -> joined(opening).office(tenant));
    HttpService http =
        service(
            desks,
            () -> Optional.of(joined(opening).keys()),
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
    return new Service(http, knowing, opening, metrics);
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
            .map(to -> new OtlpExport(to, settings.time(Setting.OTEL_INTERVAL), version()))
            .orElse(null));
  }

  private static HttpService service(
      Desk.Desks desks,
      Supplier<Optional<Keys>> keys,
      InferenceGate gate,
      HttpService.Options options,
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

  /** The version of docimo, as in the manifest of its jar; "dev" outside a jar. */
  public static String version() {
    String version = Application.class.getPackage().getImplementationVersion();
    return version == null ? "dev" : version;
  }

  /**
   * The text analyser by itself.
   *
   * @throws ModelException when one of its models is missing or damaged
   */
  public static TextAnalyzer textAnalyzer(Models models) {
    try {
      return OpenNlpTextAnalyzer.load(
          models.open("sentence-detector"),
          models.open("tokenizer"),
          models.open("pos-tagger"),
          models.open("lemmatizer"));
    } catch (IOException e) {
      throw new ModelException("text", "cannot be read: " + e.getMessage(), REMEDY);
    }
  }

  private static <T> T load(Models models, String name, Reader<? extends T> reader) {
    try {
      return reader.read(models.open(name));
    } catch (IOException e) {
      throw new ModelException(name, "cannot be read: " + e.getMessage(), REMEDY);
    }
  }

  private static <T> T joined(CompletableFuture<T> loading) {
    try {
      return loading.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** Waits for the end of it, good or bad. */
  private static void ended(CompletableFuture<?> loading) {
    loading.handle((done, failed) -> done).join();
  }
}

package docimo.app;

import docimo.access.Keys;
import docimo.access.Tenant;
import docimo.access.Tenants;
import docimo.evaluation.Agreement;
import docimo.evaluation.LabelAgreement;
import docimo.exchange.GradeJson;
import docimo.exchange.QuestionJson;
import docimo.grading.Answer;
import docimo.grading.Grade;
import docimo.grading.InferenceGate;
import docimo.grading.ReviewPolicy;
import docimo.question.Question;
import docimo.screening.AgreementMeasure;
import docimo.screening.Keeping;
import docimo.screening.Marking;
import docimo.screening.RowMarking;
import docimo.screening.ScreeningOffice;
import docimo.screening.ScreeningParts;
import docimo.store.Database;
import docimo.store.DatabaseJobQueue;
import docimo.store.DatabaseJobQueue.Pace;
import docimo.store.DatabaseUrl;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A database that is open, with the services that work on it: an office for each tenant, opened
 * when it is asked for first, and the keys and tenants. Thread-safe.
 */
public final class Workplace implements AutoCloseable {

  /** What marks rows that somebody sends, for each tenant by its own bank. Thread-safe. */
  interface RowMarkings {

    /** That of a tenant; null where the rows are left to other processes. */
    @Nullable RowMarking of(String tenant);
  }

  private static final int KAPPA_LEVELS = 11;
  private static final int SALT_BYTES = 16;

  /** A file is of this process alone: what a dead one left behind is taken up soon. */
  private static final Duration OWN_POLLING = Duration.ofMillis(250);

  private static final Duration OWN_HEARTBEAT = Duration.ofSeconds(2);

  private final Database database;
  private final DatabaseJobQueue queue;
  private final Marking machine;
  private final Clock clock;
  private final Supplier<String> salts;
  private final Tenants tenants;
  private final Keys keys;
  private final String tenant;
  private final Keeping keeping;
  private final RowMarkings rowMarkings;
  private final ConcurrentMap<String, ScreeningOffice> offices = new ConcurrentHashMap<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  private Workplace(
      Database database,
      DatabaseJobQueue queue,
      Marking machine,
      Clock clock,
      String tenant,
      Keeping keeping,
      RowMarkings rowMarkings) {
    SecureRandom random = new SecureRandom();
    this.database = database;
    this.queue = queue;
    this.machine = machine;
    this.clock = clock;
    this.salts = () -> HexFormat.of().formatHex(bytes(random, SALT_BYTES));
    this.tenants = new Tenants(database.tenants(), clock);
    this.keys = new Keys(database.keys(), clock, count -> bytes(random, count));
    this.tenant = tenant;
    this.keeping = keeping;
    this.rowMarkings = rowMarkings;
    queue.opening(name -> office(name).jobs().start());
  }

  /**
   * Opens a database, makes it when it is a file that is not there yet, and migrates it when it is
   * of an older version. User and password are those of the address, or else those of the
   * environment variables DOCIMO_DB_USER and DOCIMO_DB_PASSWORD.
   *
   * @param address a path, or an address that begins with jdbc:postgresql: or jdbc:h2:
   * @param application asked for when something is to be marked first; may wait
   * @throws docimo.screening.StoreException when it cannot be opened
   */
  public static Workplace open(String address, Supplier<Application> application) {
    return open(address, application, Keeping.DEFAULT, null);
  }

  /**
   * The same, with a machine for rows that somebody sends to be marked beside all screenings.
   *
   * @param keeping how long such rows, and replies, are kept
   * @param rowMarking marks them; null where that is left to other processes
   */
  public static Workplace open(
      String address,
      Supplier<Application> application,
      Keeping keeping,
      @Nullable RowMarking rowMarking) {
    return open(
        DatabaseUrl.of(address, environment("DOCIMO_DB_USER"), environment("DOCIMO_DB_PASSWORD")),
        Tenant.DEFAULT,
        application,
        new InferenceGate(InferenceGate.Options.standard()),
        keeping,
        any -> rowMarking);
  }

  /**
   * Opens the database that the settings name, as {@link #open(String, Supplier)} does.
   *
   * @throws docimo.screening.StoreException when it cannot be opened
   */
  public static Workplace open(Settings settings, Supplier<Application> application) {
    return open(settings, Tenant.DEFAULT, application);
  }

  /**
   * The same, beside others who mark, and with a machine for rows that somebody sends.
   *
   * @param gate all marks go through it
   * @param rowMarkings mark rows
   */
  static Workplace open(
      Settings settings,
      Supplier<Application> application,
      InferenceGate gate,
      RowMarkings rowMarkings) {
    return open(url(settings), Tenant.DEFAULT, application, gate, keeping(settings), rowMarkings);
  }

  /**
   * The same, for one of the tenants.
   *
   * @param tenant whose {@link #office()} is
   * @throws docimo.access.NoSuchAccessException when there is no such tenant
   */
  public static Workplace open(
      Settings settings, String tenant, Supplier<Application> application) {
    return open(
        url(settings),
        tenant,
        application,
        new InferenceGate(InferenceGate.Options.standard()),
        keeping(settings),
        other -> null);
  }

  private static DatabaseUrl url(Settings settings) {
    return DatabaseUrl.of(
        settings.text(Setting.DB_URL),
        settings.optional(Setting.DB_USER).orElse(null),
        settings.optional(Setting.DB_PASSWORD).orElse(null));
  }

  private static Keeping keeping(Settings settings) {
    return new Keeping(
        Duration.ofHours(settings.whole(Setting.JOBS_KEEP_HOURS)),
        Duration.ofHours(settings.whole(Setting.IDEMPOTENCY_KEEP_HOURS)));
  }

  private static Workplace open(
      DatabaseUrl url,
      String tenant,
      Supplier<Application> application,
      InferenceGate gate,
      Keeping keeping,
      RowMarkings rowMarkings) {
    Database database = Database.open(url, new QuestionJson());
    try {
      Clock clock = Clock.systemUTC();
      DatabaseJobQueue queue = new DatabaseJobQueue(database, pace(url), clock);
      Machine machine = new Machine(application, gate, false);
      Workplace place =
          new Workplace(database, queue, machine, clock, tenant, keeping, rowMarkings);
      place.office();
      return place;
    } catch (RuntimeException | Error e) {
      database.close();
      throw e;
    }
  }

  /** Where the database is, without a password. */
  public String address() {
    return database.url().withoutPassword();
  }

  /** The services of the tenant for whom it was opened. */
  public ScreeningOffice office() {
    return office(tenant);
  }

  /**
   * The services of a tenant.
   *
   * @throws docimo.access.NoSuchAccessException when there is no such tenant
   */
  public ScreeningOffice office(String name) {
    ScreeningOffice open = offices.get(name);
    return open != null ? open : offices.computeIfAbsent(name, this::openOffice);
  }

  private ScreeningOffice openOffice(String name) {
    tenants.require(name);
    return new ScreeningOffice(
        new ScreeningParts(
            database.store(name),
            machine,
            new GradeJson(),
            Workplace::figures,
            clock,
            () -> UUID.randomUUID().toString(),
            salts),
        queue.of(name),
        keeping,
        rowMarkings.of(name));
  }

  /** The keys of all tenants. */
  public Keys keys() {
    return keys;
  }

  /** The tenants. */
  public Tenants tenants() {
    return tenants;
  }

  /** How many parts of jobs this process works on now. */
  public int partsInWork() {
    return queue.working();
  }

  /** Begins to work on jobs of all tenants, first on what was left behind. */
  public void work() {
    tenants.list().forEach(one -> office(one.name()).jobs().start());
  }

  /**
   * Lets workers end the step that they are at, and closes the database. What is left of a job goes
   * on at the next start. May be called twice.
   */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      try {
        queue.close();
      } finally {
        database.close();
      }
    }
  }

  private static @Nullable String environment(String name) {
    String value = System.getenv(name);
    return value == null || value.isEmpty() ? null : value;
  }

  private static Pace pace(DatabaseUrl url) {
    int threads = Runtime.getRuntime().availableProcessors();
    return url.isEmbedded() ? new Pace(threads, OWN_POLLING, OWN_HEARTBEAT) : Pace.of(threads);
  }

  private static byte[] bytes(SecureRandom random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private static AgreementMeasure.Figures figures(double[] machine, double[] human) {
    return new AgreementMeasure.Figures(
        defined(LabelAgreement.quadraticWeightedKappa(machine, human, KAPPA_LEVELS)),
        defined(Agreement.pearson(machine, human)),
        Agreement.rmse(machine, human),
        Agreement.meanError(machine, human));
  }

  private static @Nullable Double defined(double figure) {
    return Double.isNaN(figure) ? null : (Double) figure;
  }

  /** The grader of an application that may still be loading; those who wait for it hold a slot. */
  private record Machine(Supplier<Application> application, InferenceGate gate, boolean isUnhurried)
      implements Marking {

    @Override
    public Grade mark(Question question, Answer answer, ReviewPolicy policy) {
      Supplier<Grade> work = () -> application.get().grader().with(policy).grade(question, answer);
      return isUnhurried ? gate.job(work) : gate.request(work);
    }

    @Override
    public Grade.Versions versions() {
      return application.get().versions();
    }

    @Override
    public Marking unhurried() {
      return new Machine(application, gate, true);
    }
  }
}

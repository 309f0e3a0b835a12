package docimo.app;

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
import docimo.screening.Marking;
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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A database that is open, with the services that work on it. Thread-safe. */
public final class Workplace implements AutoCloseable {

  private static final int KAPPA_LEVELS = 11;
  private static final int SALT_BYTES = 16;

  /** A file is of this process alone: what a dead one left behind is taken up soon. */
  private static final Duration OWN_POLLING = Duration.ofMillis(250);

  private static final Duration OWN_HEARTBEAT = Duration.ofSeconds(2);

  private final Database database;
  private final DatabaseJobQueue queue;
  private final ScreeningOffice office;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Workplace(Database database, DatabaseJobQueue queue, ScreeningOffice office) {
    this.database = database;
    this.queue = queue;
    this.office = office;
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
    return open(
        DatabaseUrl.of(address, environment("DOCIMO_DB_USER"), environment("DOCIMO_DB_PASSWORD")),
        application,
        new InferenceGate(InferenceGate.Options.standard()));
  }

  /**
   * Opens the database that the settings name, as {@link #open(String, Supplier)} does.
   *
   * @throws docimo.screening.StoreException when it cannot be opened
   */
  public static Workplace open(Settings settings, Supplier<Application> application) {
    return open(settings, application, new InferenceGate(InferenceGate.Options.standard()));
  }

  /**
   * The same, beside others who mark.
   *
   * @param gate all marks go through it
   */
  static Workplace open(Settings settings, Supplier<Application> application, InferenceGate gate) {
    return open(
        DatabaseUrl.of(
            settings.text(Setting.DB_URL),
            settings.optional(Setting.DB_USER).orElse(null),
            settings.optional(Setting.DB_PASSWORD).orElse(null)),
        application,
        gate);
  }

  private static Workplace open(
      DatabaseUrl url, Supplier<Application> application, InferenceGate gate) {
    Database database = Database.open(url, new QuestionJson());
    try {
      Clock clock = Clock.systemUTC();
      DatabaseJobQueue queue = new DatabaseJobQueue(database, pace(url), clock);
      return new Workplace(
          database,
          queue,
          new ScreeningOffice(
              new ScreeningParts(
                  database.store(),
                  new Machine(application, gate, false),
                  new GradeJson(),
                  Workplace::figures,
                  clock,
                  () -> UUID.randomUUID().toString(),
                  salts()),
              queue));
    } catch (RuntimeException | Error e) {
      database.close();
      throw e;
    }
  }

  /** The services. */
  public ScreeningOffice office() {
    return office;
  }

  /** How many parts of jobs this process works on now. */
  public int partsInWork() {
    return queue.working();
  }

  /** Begins to work on jobs, first on what was left behind. */
  public void work() {
    office.jobs().start();
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

  private static Supplier<String> salts() {
    SecureRandom random = new SecureRandom();
    return () -> {
      byte[] salt = new byte[SALT_BYTES];
      random.nextBytes(salt);
      return HexFormat.of().formatHex(salt);
    };
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

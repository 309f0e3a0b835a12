package docimo.cli;

import docimo.access.InvalidAccessException;
import docimo.access.Tenant;
import docimo.app.Application;
import docimo.app.Encoders;
import docimo.app.Settings;
import docimo.app.Workplace;
import docimo.exchange.Json;
import docimo.screening.InvalidValueException;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command on a database. */
abstract class DatabaseCommand extends ConsoleCommand {

  /** For who stops the process; null when there is nothing to go on with. */
  private volatile @Nullable String remedy;

  private volatile boolean stopping;

  @Mixin private DatabaseOption database = new DatabaseOption();

  @Option(names = "--json", description = "Print JSON, one object a line.")
  boolean json;

  DatabaseCommand(Console console) {
    super(console);
  }

  @Override
  public final Integer call() throws IOException, InterruptedException {
    Settings settings = settings(database::read);
    try (Workplace place = Workplace.open(settings, tenant(), new Loaded(Encoders.of(settings)))) {
      // a process that is told to stop lets jobs end their step, and the database be closed
      Thread stop = new Thread(() -> stop(place), "stop");
      Runtime.getRuntime().addShutdownHook(stop);
      try {
        return run(place);
      } catch (RuntimeException e) {
        if (stopping) {
          return FAILED; // the database was closed before all was done, as whoever stops it knows
        }
        throw e;
      } finally {
        forget(stop);
      }
    } catch (InvalidValueException | InvalidAccessException e) {
      throw wrongUsage(String.valueOf(e.getMessage()));
    }
  }

  /** Whose office it works in. */
  String tenant() {
    return Tenant.DEFAULT;
  }

  /** Does it, and returns the exit code. */
  abstract Integer run(Workplace place) throws IOException, InterruptedException;

  /**
   * What to say when the process is told to stop from now on.
   *
   * @param text says how to go on; null for nothing
   */
  final void ifStopped(@Nullable String text) {
    remedy = text;
  }

  private void stop(Workplace place) {
    stopping = true;
    try {
      place.close();
    } finally {
      String text = remedy;
      if (text != null) {
        say(text);
      }
    }
  }

  /** Prints a result: as JSON, or as the text for people. */
  final void print(Object value, Supplier<String> text) {
    console.out().println(json ? Json.write(value) : plain(text.get()));
  }

  /** Says something beside the results. */
  final void say(String text) {
    console.err().println(plain(text));
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static String mark(@Nullable Double mark) {
    return mark == null ? "-" : String.format(Locale.ROOT, "%.2f", mark);
  }

  /** Without control characters, which could give orders to a terminal. */
  static String plain(String text) {
    return text.replaceAll("[\\p{Cc}&&[^\\n\\t]]", "\uFFFD");
  }

  private static void forget(Thread stop) {
    try {
      Runtime.getRuntime().removeShutdownHook(stop);
    } catch (IllegalStateException e) {
      // the process is ending, and the hook runs
    }
  }

  /** Loads the models when they are asked for first; for all threads of a command. */
  private static final class Loaded implements Supplier<Application> {

    private final Encoders encoders;
    private @Nullable Application application;

    private Loaded(Encoders encoders) {
      this.encoders = encoders;
    }

    @Override
    public synchronized Application get() {
      Application known = application;
      if (known == null) {
        known = Application.start(encoders);
        application = known;
      }
      return known;
    }
  }
}

package docimo.testing;

import docimo.app.Application;
import docimo.app.Models;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;

/** docimo as it is shipped, but with a clock that stands and ids that count. */
public final class TestApplication {

  /** What the clock shows. */
  public static final Instant NOW = Instant.parse("2026-11-02T09:30:00Z");

  private TestApplication() {}

  /** The one that all tests share; its ids go on counting. */
  public static Application shared() {
    return Holder.SHARED;
  }

  /** A new one, whose first grade has the id {@code grade-1}. */
  public static Application start() {
    AtomicInteger grades = new AtomicInteger();
    return Application.start(
        new Models(), Clock.fixed(NOW, ZoneOffset.UTC), () -> "grade-" + grades.incrementAndGet());
  }

  /** Loads the models when somebody first asks. */
  private static final class Holder {
    static final Application SHARED = start();
  }
}

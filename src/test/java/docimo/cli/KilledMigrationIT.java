package docimo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import docimo.store.FirstSchema;
import docimo.testing.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged jar is killed at random moments while it migrates a database of the first version,
 * and then started again. How often: {@code -Ddocimo.kills=50} in {@code test.jvm.args}, where
 * {@code -Ddocimo.jobs=5000} gives it a database for which it takes longer.
 */
@DisabledOnOs(OS.WINDOWS)
class KilledMigrationIT {

  private static final int KILLS = Integer.getInteger("docimo.kills", 2);
  private static final int JOBS = Integer.getInteger("docimo.jobs", 300);
  private static final int PARTS = 40;

  /** What must hold wherever the process was killed. */
  abstract static class Kills extends DatabaseScenario {

    @TempDir private Path streams = Path.of("");
    private final Random random = new Random(5);

    @Test
    void theNextStartMigratesAndNothingIsLost() throws IOException, InterruptedException {
      long undisturbed = migrated(address());
      for (int i = 0; i < KILLS; i++) {
        String database = newDatabase();
        filled(database);
        try (Jar docimo = Jar.start(streams, streams, "audit", "verify", "--db", database)) {
          Thread.sleep((long) (undisturbed * (0.3 + 0.8 * random.nextDouble())));
          docimo.kill();
        }
        Cli verified = Cli.run("audit", "verify", "--db", database).isDone();
        assertThat(verified.out()).startsWith("intact: " + JOBS + " events");
        assertThat(FirstSchema.counts(database))
            .isEqualTo(List.of((long) JOBS, JOBS * (long) PARTS, 1L));
        assertThat(FirstSchema.wrong(database)).isZero();
      }
    }

    /** How many milliseconds it takes when nobody kills it. */
    private long migrated(String database) throws IOException, InterruptedException {
      filled(database);
      long begin = System.nanoTime();
      try (Jar docimo = Jar.start(streams, streams, "audit", "verify", "--db", database)) {
        assertThat(docimo.exitCode()).as(docimo.err()).isZero();
      }
      return (System.nanoTime() - begin) / 1_000_000;
    }

    private static void filled(String database) {
      try (FirstSchema schema = FirstSchema.at(database)) {
        schema.fill(JOBS, PARTS);
      }
    }
  }

  @Nested
  class OnAFile extends Kills {

    private int made;

    @Override
    String newDatabase() {
      return folder.resolve("db" + made++).toString();
    }
  }

  @Nested
  @EnabledIf(
      value = "docimo.testing.PostgresServer#isThere",
      disabledReason = "there is no PostgreSQL to start on this platform")
  class OnPostgres extends Kills {

    @Override
    String newDatabase() {
      return PostgresServer.newDatabase();
    }
  }
}

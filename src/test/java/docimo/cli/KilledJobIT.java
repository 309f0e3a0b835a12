package docimo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import docimo.testing.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged jar is killed at random moments of an upload and of a regrade, as a power cut would.
 * How often: {@code -Ddocimo.kills=12} in {@code test.jvm.args}.
 */
@DisabledOnOs(OS.WINDOWS)
class KilledJobIT {

  private static final int KILLS = Integer.getInteger("docimo.kills", 2);
  private static final int ANSWERS = 240;
  private static final int EARLIEST_MILLIS = 1_500;
  private static final int LATEST_MILLIS = 5_000;
  private static final Pattern RESUME = Pattern.compile("go on with --resume (\\S+)");

  /** What must hold wherever the process was killed. */
  abstract static class Kills extends DatabaseScenario {

    @TempDir private Path streams = Path.of("");
    private final Random random = new Random(5);

    /** How many processes work on the job besides the one that is killed. */
    abstract int others();

    @Test
    void nothingIsLostAndNothingIsMarkedTwice() throws IOException, InterruptedException {
      String screening = screening();
      List<String> candidates = new ArrayList<>();
      for (int i = 0; i < ANSWERS; i++) {
        candidates.add("c-" + i);
      }
      killed("screening", "upload", screening, file("answers.csv", candidates));
      assertThat(grades()).isEqualTo(ANSWERS);
      run("questions", "import", another()).isDone();
      killed("regrade", "--screening", screening, "--apply");
      assertThat(grades()).isEqualTo(2 * ANSWERS);
      assertThat(run("regrade", "--screening", screening).isDone().err()).startsWith("0 stale");
      assertThat(run("export", "--screening", screening, "--format", "jsonl").isDone().lines())
          .hasSize(ANSWERS);
      assertThat(run("audit", "verify").isDone().out()).startsWith("intact: ");
    }

    /** Kills the command again and again, and lets it end then. */
    private void killed(String... command) throws IOException, InterruptedException {
      String[] resumed = killedOnce(command);
      for (int i = 1; i < KILLS; i++) {
        List<Jar> helpers = new ArrayList<>();
        try (Jar docimo = start(resumed)) {
          for (int n = 0; n < others(); n++) {
            helpers.add(start(resumed));
          }
          pause(EARLIEST_MILLIS);
          docimo.kill();
          for (Jar helper : helpers) {
            assertThat(helper.exitCode()).as(helper.err()).isZero();
          }
        } finally {
          helpers.forEach(Jar::close);
        }
      }
      run(resumed).isDone();
    }

    /** Kills the command when it has said how to go on, and gives the command that does. */
    private String[] killedOnce(String... command) throws IOException, InterruptedException {
      try (Jar docimo = start(command)) {
        await()
            .atMost(Duration.ofMinutes(2))
            .until(() -> docimo.hasEnded() || RESUME.matcher(docimo.err()).find());
        Matcher job = RESUME.matcher(docimo.err());
        assertThat(job.find()).as(docimo.err()).isTrue();
        pause(0);
        docimo.kill();
        return resumed(command, job.group(1));
      }
    }

    private void pause(int least) throws InterruptedException {
      Thread.sleep(least + random.nextInt(LATEST_MILLIS - EARLIEST_MILLIS));
    }

    private static String[] resumed(String[] command, String job) {
      return command[0].equals("regrade")
          ? new String[] {"regrade", "--resume", job}
          : Stream.concat(Stream.of(command), Stream.of("--resume", job)).toArray(String[]::new);
    }

    private Jar start(String... command) throws IOException {
      return Jar.start(
          streams,
          streams,
          Stream.concat(Stream.of(command), Stream.of("--db", address())).toArray(String[]::new));
    }

    private long grades() {
      return run("audit", "events", "--json").isDone().lines().stream()
          .map(DatabaseScenario::json)
          .map((JsonNode event) -> event.get("kind").asText())
          .filter("grade_recorded"::equals)
          .count();
    }

    /** The question with another reference. */
    private String another() throws IOException {
      return Files.writeString(
              folder.resolve("another.json"),
              "{\"questions\": [{\"id\": \""
                  + QUESTION
                  + "\", \"prompt\": \"What is an autoencoder?\", \"references\": [\"A network that"
                  + " learns to copy its input through a narrow code.\"]}]}")
          .toString();
    }
  }

  @Nested
  class OnAFile extends Kills {

    @Override
    String newDatabase() {
      return folder.resolve("db").toString();
    }

    @Override
    int others() {
      return 0;
    }
  }

  @Nested
  @EnabledIf(
      value = "docimo.testing.PostgresServer#isThere",
      disabledReason = "there is no PostgreSQL to start on this platform")
  class OnPostgresWithAnotherProcess extends Kills {

    @Override
    String newDatabase() {
      return PostgresServer.newDatabase();
    }

    @Override
    int others() {
      return 1;
    }
  }
}

package docimo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar is told to stop in the middle of a job. */
class StoppedJobIT {

  /** 128 and the number of the signal, as every JVM that was told to stop. */
  private static final int STOPPED_BY_SIGTERM = 143;

  private static final int ANSWERS = 60;

  @TempDir private Path streams = Path.of("");

  @Nested
  @DisabledOnOs(OS.WINDOWS)
  class Regrade extends DatabaseScenario {

    @Override
    String newDatabase() {
      return streams.resolve("db").toString();
    }

    @Test
    void saysHowToGoOnAndGoesOn() throws IOException, InterruptedException {
      String screening = screening();
      List<String> candidates = new ArrayList<>();
      for (int i = 0; i < ANSWERS; i++) {
        candidates.add("c-" + i);
      }
      run("screening", "upload", screening, file("answers.csv", candidates)).isDone();
      run("questions", "import", another()).isDone();

      String job = stopped(screening);

      assertThat(run("regrade", "--resume", job).isDone().out())
          .startsWith("regrade " + job + " done: " + ANSWERS + " answers looked at, 0 failed");
      assertThat(run("regrade", "--screening", screening).isDone().err()).startsWith("0 stale");
      assertThat(run("audit", "verify").isDone().out()).startsWith("intact: ");
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

    private String stopped(String screening) throws IOException, InterruptedException {
      try (Jar docimo =
          Jar.start(
              streams, streams, "regrade", "--screening", screening, "--apply", "--db", "db")) {
        await()
            .atMost(Duration.ofMinutes(1))
            .until(() -> docimo.err().contains("if it is interrupted, go on with --resume "));
        docimo.terminate();
        assertThat(docimo.exitCode()).isEqualTo(STOPPED_BY_SIGTERM);
        String job = docimo.err().lines().findFirst().orElse("").replaceFirst(".* ", "");
        assertThat(docimo.err().lines())
            .hasSize(2)
            .last()
            .isEqualTo(
                "regrade "
                    + job
                    + " is not done; go on with 'docimo regrade --resume "
                    + job
                    + "'");
        assertThat(docimo.out()).isEmpty();
        return job;
      }
    }
  }
}

package docimo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import docimo.grading.ScoringModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a user calls it, on answers in our own words. */
final class TrainCommandTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @SuppressWarnings("NullAway.Init")
  private String first;

  @SuppressWarnings("NullAway.Init")
  private String second;

  @SuppressWarnings("NullAway.Init")
  private Path model;

  @BeforeEach
  void writeData() throws IOException {
    first = Files.writeString(folder.resolve("first.jsonl"), MarkedRows.of("first")).toString();
    second = Files.writeString(folder.resolve("second.jsonl"), MarkedRows.of("second")).toString();
    model = folder.resolve("model.properties");
  }

  @Test
  void writesAModelThatSaysWhatItWasMadeOf() throws IOException {
    Cli.run("train", first, second, "--output", model.toString()).isDone();

    assertThat(Files.readString(model))
        .contains("# fitted on first: 5 of 6 answers to 2 questions, licence not known to docimo")
        .containsPattern("# SHA-256 of first.jsonl: [0-9a-f]{64}\n")
        .containsPattern("# held out second: wRMSE 0\\.\\d{3}")
        .contains("encoder all-minilm", "written.weight.", "familiar.words = ")
        .doesNotContain(folder.toString());
    try (InputStream in = Files.newInputStream(model)) {
      assertThat(ScoringModel.read(in).errors()).isNotNull();
    }
  }

  @Test
  void sameDataGiveTheSameBytes() throws IOException {
    Cli.run("train", first, second, "--output", model.toString()).isDone();
    Path again = folder.resolve("again.properties");
    Cli.run("train", second, first, "--output", again.toString()).isDone();

    assertThat(again).hasSameBinaryContentAs(model);
  }

  @Test
  void replacesAFileOnlyWhenTold() throws IOException {
    Files.writeString(model, "precious");

    Cli.run("train", first, "--output", model.toString()).hasFailedSaying("is there already");
    assertThat(model).hasContent("precious");
    Cli.run("train", first, "--output", model.toString(), "--overwrite").isDone();
    assertThat(Files.readString(model)).contains("held-out figures need two data sets");
  }

  @Test
  void fitsNothingOnDataWithoutALicence() throws IOException {
    Path none = Files.writeString(folder.resolve("none.jsonl"), MarkedRows.of("cunlp"));

    Cli both = Cli.run("train", none.toString(), first, "--output", model.toString()).isDone();
    assertThat(both.err()).contains("cunlp states no licence");
    assertThat(Files.readString(model)).doesNotContain("fitted on cunlp");
    Cli alone = Cli.run("train", none.toString(), "--output", folder.resolve("x").toString());
    assertThat(alone.exitCode()).isEqualTo(1);
    assertThat(alone.err()).contains("no answer that a model may be fitted on");
  }

  @Test
  void buildsOnTheModelThatItIsGiven() throws IOException {
    Path base =
        Files.writeString(
            folder.resolve("base.properties"),
            """
            version = b
            weight.keyword_coverage = 1
            verdict.covered = 0.9
            verdict.partial = 0.1
            """);

    Cli.run("train", first, "--output", model.toString(), "--base", base.toString()).isDone();
    assertThat(Files.readString(model))
        .contains("verdict.covered = 0.9\n")
        .doesNotContain("\nwritten.");
    Files.writeString(base, "nonsense");
    Cli.run("train", first, "--output", folder + "/y", "--base", base.toString())
        .hasFailedSaying("cannot be built on");
  }

  @Test
  void wrongUsageIsTwo() {
    Cli.run("train", first).isWrongUsageSaying("--output");
    Cli.run("train", first, "--output", "x", "--limit", "0").isWrongUsageSaying("--limit");
  }
}

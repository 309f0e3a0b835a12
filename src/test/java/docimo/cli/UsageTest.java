package docimo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UsageTest {

  @ParameterizedTest
  @CsvSource({
    "--help, docimo [",
    "-h, docimo [",
    "help, docimo [",
    "serve --help, docimo serve",
    "help serve, docimo serve",
    "config --help, docimo config",
    "grade --help, docimo grade",
    "batch --help, docimo batch",
    "bank --help, docimo bank",
    "evaluate --help, docimo evaluate",
    "train --help, docimo train",
    "bank list --help, docimo bank list",
    "bank show --help, docimo bank show",
    "bank lint --help, docimo bank lint",
    "bank import --help, docimo bank import",
    "screening jobs --help, docimo screening jobs",
    "screening cancel --help, docimo screening cancel",
    "screening purge --help, docimo screening purge",
    "review keep --help, docimo review keep",
    "review agreement --help, docimo review agreement",
    "regrade --help, docimo regrade",
    "audit verify --help, docimo audit verify",
    "tenant create --help, docimo tenant create",
    "tenant list --help, docimo tenant list",
    "key create --help, docimo key create",
    "key list --help, docimo key list",
    "key rotate --help, docimo key rotate",
    "key revoke --help, docimo key revoke"
  })
  void helpGoesToStandardOutput(String call, String usage) {
    Cli help = Cli.run(call.split(" ")).isDone();

    assertThat(help.out()).contains("Usage: " + usage).contains("--help");
    assertThat(help.err()).isEmpty();
  }

  @Test
  void helpNamesTheCommandsAndTheExitCodes() {
    assertThat(Cli.run("--help").out())
        .contains("serve", "grade", "batch", "bank")
        .containsPattern("0\\s+done")
        .containsPattern("1\\s+failed")
        .containsPattern("2\\s+wrong usage");
  }

  @Test
  void helpOfBatchTellsWhatCannotBeGoneOnWithAndWhatTheExitCodeMeans() {
    assertThat(Cli.run("batch", "--help").out())
        .contains("CSV cannot be gone on with", "exit code is 0", "--overwrite");
  }

  @Test
  void helpOfImportAsksForAFile() {
    assertThat(Cli.run("bank", "import", "--help").out())
        .containsPattern("Usage: docimo bank import[^\\[]* ?(\\[[^]]*\\]\\s*)* FILE")
        .doesNotContain("the bank that comes with docimo", "[FILE]");
  }

  @Test
  void versionIsPrinted() {
    assertThat(Cli.run("--version").isDone().out()).startsWith("docimo ").hasLineCount(1);
  }

  @Test
  void withoutACommandTheUsageSaysWhichThereAre() {
    assertThat(Cli.run().isWrongUsageSaying("say what to do").err()).contains("grade", "batch");
    assertThat(Cli.run("bank").isWrongUsageSaying("list, show, lint or import").err())
        .contains("lint");
    Cli.run("review").isWrongUsageSaying("release, keep or agreement");
    Cli.run("screening").isWrongUsageSaying("freeze, jobs, cancel or purge");
    Cli.run("audit").isWrongUsageSaying("events, verify or replay");
    Cli.run("tenant").isWrongUsageSaying("create or list");
    Cli.run("key").isWrongUsageSaying("create, list, rotate or revoke");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--nonsense",
        "help nonsense",
        "grade --nonsense",
        "batch",
        "batch a.jsonl b.jsonl",
        "batch in.jsonl --nonsense",
        "bank nonsense",
        "bank list --nonsense",
        "bank list a.md b.md",
        "bank import",
        "serve --port",
        "serve --port many",
        "serve --port 65536",
        "serve --port -1",
        "serve --set bank",
        "serve --config nowhere.properties",
        "config --nonsense",
        "grade --answer a",
        "grade --question cache",
        "grade --question cache --answer a --purpose fun",
        "batch in.jsonl --resume",
        "batch in.jsonl --resume --output out.csv",
        "regrade --resume",
        "screening jobs",
        "screening cancel",
        "screening purge now",
        "review keep mark --revision second",
        "audit verify --head 96",
        "tenant create",
        "key create --name x",
        "key create --scope grade",
        "key rotate",
        "key rotate x --overlap-hours many",
        "key revoke",
        "serve --tenant acme"
      })
  void callThatDocimoDoesNotHaveIsWrongUsage(String call) {
    Cli.run(call.split(" ")).isWrongUsageSaying("docimo");
  }

  @Test
  void commandThatWasMistypedIsWrongUsageAndTheOneThatWasMeantIsNamed() {
    Cli call = Cli.run("sevre", "--port", "0");

    assertThat(call.exitCode()).isEqualTo(2);
    assertThat(call.err()).containsSubsequence("'sevre'", "Did you mean: ", "docimo serve");
    assertThat(call.out()).isEmpty();
  }

  @Test
  void wrongUsageNamesTheOption() {
    Cli.run("grade", "--nonsense", "--question", "x", "--answer", "y")
        .isWrongUsageSaying("--nonsense", "docimo grade");
    Cli.run("serve", "--port", "65536").isWrongUsageSaying("from 0 to 65535, not 65536");
    Cli.run("grade", "--question", "x").isWrongUsageSaying("--answer");
  }

  /** Somebody piped the results into a program that has ended, or the disk is full. */
  @Test
  void outputThatNobodyTakesIsAFailure() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("closed");
          }
        };

    int exitCode =
        Main.run(
            new Console(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(closed, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8)),
            "--version");

    assertThat(exitCode).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualToNormalizingNewlines(
            "docimo: the results could not be written to standard output\n");
  }
}

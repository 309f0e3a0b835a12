package docimo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import docimo.exchange.Json;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class ServeCommandTest {

  @Test
  void aServiceWithoutKeysSaysWhatThatMeansAndHowToMakeOne() {
    assertThat(announced(true))
        .contains("no key yet", "GET /v1/questions/{id}", "docimo key create", "32 questions")
        .hasLineCount(2);
  }

  @Test
  void aServiceWithKeysSaysWhereItIs() {
    assertThat(announced(false)).contains("http://127.0.0.1:7070/").hasLineCount(1);
  }

  @Test
  void helpSaysWhatAnotherAddressMeans() {
    assertThat(Cli.run("serve", "--help").isDone().out())
        .contains("docimo key create", "nobody else may do anything");
  }

  @Test
  void whoReadsTheLogAsJsonGetsItAsJson() {
    assertThat(announced(true, "--set", "log.format=json").lines())
        .hasSize(2)
        .allSatisfy(line -> assertThat(Json.read(line).get("logger").asText()).isNotEmpty());
  }

  @Test
  void withAKeyStoreItIsHttps() {
    assertThat(announced(false, "--set", "tls.key-store=docimo.p12"))
        .contains("https://127.0.0.1:7070/");
  }

  private static String announced(boolean firstRun, String... args) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    ServeCommand command =
        new ServeCommand(new Console(InputStream.nullInputStream(), stream, stream));
    new CommandLine(command).parseArgs(args);
    command.announce(command.settings(), 32, 7070, firstRun);
    return err.toString(StandardCharsets.UTF_8);
  }
}

package docimo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import docimo.exchange.Json;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class ServeCommandTest {

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
  void addressThatOthersReachIsWarnedOf(String host) {
    assertThat(announced("--host", host))
        .contains("no authentication", host, "GET /v1/questions/{id}", "docimo serves 32 questions")
        .hasLineCount(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.8.9.1", "::1", "localhost"})
  void addressOfThisMachineIsNot(String host) {
    assertThat(announced("--host", host)).contains("docimo serves").hasLineCount(1);
  }

  @Test
  void defaultAddressIsNot() {
    assertThat(announced()).contains("http://127.0.0.1:7070/").hasLineCount(1);
  }

  @Test
  void helpSaysWhatAnotherAddressMeans() {
    assertThat(Cli.run("serve", "--help").isDone().out())
        .contains("no authentication", "GET /v1/questions/{id}");
  }

  @Test
  void whoReadsTheLogAsJsonGetsItAsJson() {
    assertThat(announced("--host", "0.0.0.0", "--set", "log.format=json").lines())
        .hasSize(2)
        .allSatisfy(line -> assertThat(Json.read(line).get("logger").asText()).isNotEmpty());
  }

  @Test
  void withAKeyStoreItIsHttps() {
    assertThat(announced("--set", "tls.key-store=docimo.p12")).contains("https://127.0.0.1:7070/");
  }

  private static String announced(String... args) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    ServeCommand command =
        new ServeCommand(new Console(InputStream.nullInputStream(), stream, stream));
    new CommandLine(command).parseArgs(args);
    command.announce(command.settings(), 32, 7070);
    return err.toString(StandardCharsets.UTF_8);
  }
}

package docimo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What a call of docimo did. No call may show a stack trace, so none is taken that does.
 *
 * @param exitCode what the process would end with
 * @param out standard output
 * @param err standard error
 */
record Cli(int exitCode, String out, String err) {

  static Cli run(String... args) {
    return runWithInput(new byte[0], args);
  }

  static Cli runWithInput(byte[] in, String... args) {
    return call(new ByteArrayInputStream(in), args);
  }

  /** With another environment than that of the tests. */
  static Cli runIn(Map<String, String> environment, String... args) {
    return call(InputStream.nullInputStream(), environment, args);
  }

  static Cli call(InputStream in, String... args) {
    return call(in, Map.of(), args);
  }

  private static Cli call(InputStream in, Map<String, String> environment, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode =
        Main.run(
            new Console(
                in,
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                environment),
            args);
    Cli call =
        new Cli(
            exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    assertThat(call.out + call.err)
        .as("docimo " + String.join(" ", args))
        .doesNotContainPattern("(?m)^\\s+at [\\w.$]+\\(|Exception|defect of docimo");
    return call;
  }

  /** Done; the caller looks at the output. */
  Cli isDone() {
    assertThat(exitCode).as(err).isZero();
    return this;
  }

  /** Failed with a line on standard error, and nothing on standard output. */
  Cli hasFailedSaying(String... parts) {
    assertThat(exitCode).as(err).isEqualTo(1);
    assertThat(err.lines()).as(err).hasSize(1);
    assertThat(err).startsWith("docimo: ").contains(parts);
    assertThat(out).isEmpty();
    return this;
  }

  /** Called wrongly: what is wrong and the usage on standard error. */
  Cli isWrongUsageSaying(String... parts) {
    assertThat(exitCode).as(err).isEqualTo(2);
    assertThat(err).contains(parts).contains("Usage: docimo");
    assertThat(out).isEmpty();
    return this;
  }

  List<String> lines() {
    return out.lines().toList();
  }
}

package docimo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged jar, started as a user would start it. */
final class Jar implements AutoCloseable {

  private final Process process;
  private final Path out;
  private final Path err;

  private Jar(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /**
   * Starts docimo.
   *
   * @param workingDirectory where it runs
   * @param streams folder that takes what it prints
   */
  static Jar start(Path workingDirectory, Path streams, String... args) throws IOException {
    String jar = System.getProperty("docimo.jar");
    assertThat(jar).as("mvn verify sets docimo.jar").isNotNull();
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar"));
    command.add(Path.of(String.valueOf(jar)).toAbsolutePath().toString());
    command.addAll(List.of(args));
    Path out = Files.createTempFile(streams, "out", ".txt");
    Path err = Files.createTempFile(streams, "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(workingDirectory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    // with it the JVM prints a line of its own
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    return new Jar(builder.start(), out, err);
  }

  /** The port that a service says it listens on. */
  int port() {
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> !process.isAlive() || err().contains("(Ctrl-C stops it)"));
    assertThat(process.isAlive()).as(err()).isTrue();
    return Integer.parseInt(err().replaceFirst("(?s).*http://127\\.0\\.0\\.1:(\\d+)/.*", "$1"));
  }

  boolean hasEnded() {
    return !process.isAlive();
  }

  /** Asks it to stop, as SIGTERM does. */
  void terminate() {
    process.destroy();
  }

  /** Ends it at once, as SIGKILL does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Waits until it has ended. */
  int exitCode() throws InterruptedException {
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("docimo has ended").isTrue();
    return process.exitValue();
  }

  String out() throws IOException {
    return Files.readString(out);
  }

  String err() {
    try {
      return Files.readString(err);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}

package docimo.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Node program of the integration page runs; skipped where there is no Node 20. */
final class NodeClientTest {

  private static final Path PROGRAM = Path.of("src/test/js/mock-interview.mjs").toAbsolutePath();

  @TempDir Path folder;

  @Test
  void programOfTheIntegrationPageRuns() throws Exception {
    assumeTrue(hasNode(), "there is no Node 20 or newer on the PATH");
    try (OfficeService docimo = new OfficeService(folder, ExampleBook.BANK)) {
      String said = run("node", PROGRAM.toString(), docimo.address());

      assertThat(said)
          .contains(
              "practice: ",
              "refused: urn:docimo:problem:invalid-field at /answr",
              "job: done, 3 of 3, not taken: question_not_asked",
              "c-17: ",
              "c-18: ");
    }
  }

  private boolean hasNode() throws InterruptedException {
    try {
      String version = run("node", "--version").strip();
      return Integer.parseInt(version.replaceFirst("^v", "").replaceFirst("\\..*", "")) >= 20;
    } catch (IOException | NumberFormatException e) {
      return false;
    }
  }

  private String run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }
}

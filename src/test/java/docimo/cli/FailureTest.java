package docimo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import docimo.testing.LogLines;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What docimo says when it fails for a reason that nobody foresaw. */
final class FailureTest {

  @Test
  void defectIsLoggedWithItsFramesAndWithoutItsMessages() {
    try (LogLines log = new LogLines()) {
      String err =
          failure(() -> new IllegalStateException(new IllegalArgumentException("secret words")));

      assertThat(err)
          .isEqualTo(
              "docimo: this is a defect of docimo (java.lang.IllegalStateException); the log says"
                  + " where\n");
      assertThat(log.messages())
          .singleElement()
          .asString()
          .contains("java.lang.IllegalStateException\n  at docimo.cli.FailureTest")
          .contains("caused by java.lang.IllegalArgumentException\n  at ")
          .contains("\n  at docimo.cli.BatchCommand.call(")
          .doesNotContain("secret");
    }
  }

  @Test
  void memoryThatDoesNotSufficeIsSaid() {
    assertThat(failure(() -> new OutOfMemoryError("for the test")))
        .isEqualTo(failure(() -> new IllegalStateException(new OutOfMemoryError("for the test"))))
        .startsWith("docimo: there is not enough memory; ")
        .contains("-Xmx")
        .hasLineCount(1);
  }

  /** What standard error has when reading standard input fails. */
  private static String failure(Supplier<Throwable> thrown) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    InputStream in =
        new InputStream() {
          @Override
          public int read() {
            return read(new byte[1], 0, 1);
          }

          @Override
          public int read(byte[] buffer, int offset, int length) {
            Throwable t = thrown.get();
            if (t instanceof Error error) {
              throw error;
            }
            throw (RuntimeException) t;
          }
        };
    int exitCode =
        Main.run(
            new Console(
                in,
                new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8)),
            "batch",
            "-");
    assertThat(exitCode).isEqualTo(1);
    return err.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }
}

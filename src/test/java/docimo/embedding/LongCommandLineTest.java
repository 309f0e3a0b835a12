package docimo.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Some releases of the native runtime end the JVM when its command line is over 4,096 bytes. */
class LongCommandLineTest {

  /** Encodes one word and says how long its vector is. */
  public static final class Program {
    private Program() {}

    public static void main(String[] args) {
      try (OnnxTextEncoder encoder =
          OnnxTextEncoder.load(MiniLm.NAME, MiniLm.model(), MiniLm.tokenizer(), 1)) {
        float[] vector = encoder.encode("water").vector();
        System.out.println(vector == null ? -1 : vector.length);
      }
    }
  }

  @Test
  void encodes(@TempDir Path folder) throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Program.class.getName(),
                "x".repeat(6_000))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    String printed = Files.readString(output);
    assertThat(process.exitValue()).as(printed).isZero();
    assertThat(printed).contains("384");
  }
}

package docimo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds src/docs/operations.md to what it describes. */
final class OperationsPageTest {

  private static final Path PAGE = Path.of("src/docs/operations.md");

  @Test
  void everySettingHasItsRowAndNoOtherHas() throws IOException {
    List<String> rows =
        Arrays.stream(Setting.values())
            .map(
                setting ->
                    "| `%s` | %s | %s | %s |"
                        .formatted(
                            setting.dotted(),
                            setting.type().values(),
                            setting.usual().isEmpty() ? "" : "`" + setting.usual() + "`",
                            setting.meaning()))
            .toList();

    assertThat(table("| setting |"))
        .as("the rows should be:%n%s%n", String.join("\n", rows))
        .containsExactlyElementsOf(rows);
  }

  /** The rows of the table whose first line begins so. */
  private static List<String> table(String head) throws IOException {
    return Files.readAllLines(PAGE).stream()
        .dropWhile(line -> !line.startsWith(head))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .toList();
  }
}

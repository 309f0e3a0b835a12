package docimo.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import docimo.question.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of fixtures/import is a page and what must be read from it: a case is added by adding
 * a folder. To write the expectation of a new page, run once with {@code -Ddocimo.write.fixtures},
 * then read it line by line.
 */
final class ImportFixturesTest {

  private static final Path CASES = Path.of("fixtures", "import");
  private static final ObjectMapper JSON = new ObjectMapper();

  static List<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void pageIsReadAsExpected(Path folder) throws IOException {
    Path expected = folder.resolve("expected.json");
    List<Question> questions = BankFiles.read(folder.resolve("page.md")).questions();
    String read = BankFiles.write(questions, BankFiles.Format.JSON);
    if (Boolean.getBoolean("docimo.write.fixtures") && !Files.exists(expected)) {
      Files.writeString(expected, read);
    }

    JsonNode actual = JSON.readTree(read);
    JsonNode wanted = JSON.readTree(Files.readString(expected));

    assertThat(actual.toPrettyString()).isEqualTo(wanted.toPrettyString());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatWasReadSurvivesEveryFormat(Path folder) {
    List<Question> questions = BankFiles.read(folder.resolve("page.md")).questions();

    for (BankFiles.Format format : BankFiles.Format.values()) {
      String written = BankFiles.write(questions, format);
      assertThat(BankFiles.read("written", written, format).questions())
          .as(format.name())
          .isEqualTo(questions);
    }
  }

  @Test
  void everyCaseIsComplete() throws IOException {
    for (Path folder : cases()) {
      try (Stream<Path> files = Files.list(folder)) {
        assertThat(files.map(file -> file.getFileName().toString()))
            .as(folder.toString())
            .containsExactlyInAnyOrder("page.md", "expected.json");
      }
    }
  }
}

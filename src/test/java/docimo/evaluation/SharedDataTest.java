package docimo.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import docimo.exchange.MarkedAnswerReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The public data sets can be read whole; skipped where they are not beside the repository. */
final class SharedDataTest {

  private static final Path FOLDER = Path.of("..", "shared", "datasets");

  @ParameterizedTest
  @CsvSource({
    "mohler, 2273, 630, 79",
    "scientsbank, 10804, 10804, 195",
    "beetle, 5199, 3941, 42",
    "saf_en, 2981, 2463, 31",
    "stita, 333, 333, 6",
    "digiklausur, 646, 646, 28",
    "cunlp, 171, 171, 3",
  })
  void readsTheWholeSet(String name, int answers, int ofBenchmark, int questions)
      throws IOException {
    Path file = FOLDER.resolve(name + ".jsonl");
    assumeTrue(Files.exists(file), "skipped: there is no " + file);
    List<MarkedAnswer> read = read(file);
    assertThat(read).hasSize(answers).allMatch(answer -> answer.dataset().equals(name));
    assertThat(read).filteredOn(a -> a.asag2024Score() != null).hasSize(ofBenchmark);
    int[] numbers = Questions.number(read.stream().map(MarkedAnswer::questionKey).toList());
    assertThat(Arrays.stream(numbers).distinct().count()).isEqualTo(questions);
  }

  private static List<MarkedAnswer> read(Path file) throws IOException {
    List<MarkedAnswer> answers = new ArrayList<>();
    try (MarkedAnswerReader reader =
        new MarkedAnswerReader(
            file.toString(), new BufferedInputStream(Files.newInputStream(file)))) {
      for (MarkedAnswer answer = reader.next(); answer != null; answer = reader.next()) {
        answers.add(answer);
      }
    }
    return answers;
  }
}

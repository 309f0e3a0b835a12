package docimo.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import docimo.exchange.BankFiles;
import docimo.exchange.BankFormatException;
import docimo.exchange.BankLint;
import docimo.grading.Answer;
import docimo.grading.Grader;
import docimo.grading.KeyPoints;
import docimo.question.Question;
import docimo.testing.TestApplication;
import docimo.testing.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BanksTest {

  private static final Path SOURCES = Path.of("fixtures/bank");
  private static final List<Question> QUESTIONS = Banks.bundled().questions();

  @Test
  void contentsNameEveryFileOfTheBank() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      List<String> banks =
          files.map(file -> file.getFileName().toString()).filter(n -> n.endsWith(".md")).toList();

      assertThat(Files.readAllLines(SOURCES.resolve("contents.txt")))
          .containsExactlyInAnyOrderElementsOf(banks);
    }
  }

  @Test
  void bankThatShipsIsTheOneOfTheSources() {
    assertThat(QUESTIONS).containsExactlyInAnyOrderElementsOf(BankFiles.read(SOURCES).questions());
  }

  @Test
  void bankThatShipsHasTheDeepLearningTopicsAndMore() {
    assertThat(QUESTIONS).hasSizeGreaterThanOrEqualTo(24);
    assertThat(QUESTIONS).extracting(Question::id).doesNotHaveDuplicates();
    assertThat(QUESTIONS)
        .filteredOn(question -> "Deep learning".equals(question.topic()))
        .extracting(Question::prompt)
        .satisfiesExactlyInAnyOrder(
            prompt -> assertThat(prompt).containsIgnoringCase("autoencoder"),
            prompt -> assertThat(prompt).containsIgnoringCase("activation function"),
            prompt -> assertThat(prompt).containsIgnoringCase("very well on the training data"),
            prompt -> assertThat(prompt).containsIgnoringCase("batch normalisation"),
            prompt -> assertThat(prompt).containsIgnoringCase("exploding gradients"),
            prompt -> assertThat(prompt).containsIgnoringCase("hyperparameter"),
            prompt -> assertThat(prompt).containsIgnoringCase("parameter sharing"),
            prompt -> assertThat(prompt).containsIgnoringCase("convolutional network"));
  }

  @Test
  void lintFindsNothingInTheBankThatShips() {
    assertThat(
            BankLint.check(
                BankFiles.read(SOURCES), Texts.ANALYZER, () -> TestApplication.shared().grader()))
        .isEmpty();
  }

  @Test
  void everyQuestionThatShipsHasKeyPointsAndGivesItsOwnReferenceAHighMark() {
    Grader grader = TestApplication.shared().grader();

    assertThat(QUESTIONS)
        .allSatisfy(
            question -> {
              KeyPoints points = grader.keyPoints(question);
              assertThat(points.points()).as(question.id()).isNotEmpty();
              var score = grader.grade(question, Answer.of(question.references().get(0))).score();
              assertThat(score).as(question.id()).isNotNull();
              if (score != null) {
                assertThat(score.given() / score.maximum()).as(question.id()).isGreaterThan(0.8);
              }
            });
  }

  @Test
  void withoutAFileTheBankThatShipsIsRead() {
    assertThat(Banks.read(null).questions()).isEqualTo(QUESTIONS);
  }

  @Test
  void fileTakesThePlaceOfTheBankThatShips(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("own.md"),
            "## What is a stack?\n\nThe last item in is the first out.\n");

    assertThat(Banks.read(file).questions())
        .extracting(Question::prompt)
        .containsExactly("What is a stack?");
    assertThatThrownBy(() -> Banks.read(folder.resolve("other.md")))
        .isInstanceOf(BankFormatException.class)
        .hasMessageContaining("other.md");
  }
}

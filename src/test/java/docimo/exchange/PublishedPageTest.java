package docimo.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import docimo.exchange.page.ReferenceText;
import docimo.question.Question;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A real page, read where it is at hand; it is somebody else's text and no part of this project.
 */
final class PublishedPageTest {

  private static final Path PAGE = Path.of("..", "shared", "seed", "deep-learning-questions.md");

  private List<Question> questions = List.of();

  @BeforeEach
  void readPage() {
    assumeTrue(Files.exists(PAGE), () -> "the published page is not at hand: " + PAGE);
    questions = BankFiles.read(PAGE).questions();
  }

  @Test
  void hasEightQuestionsWithOneAnswerEach() {
    assertThat(questions).hasSize(8);
    assertThat(questions).allSatisfy(q -> assertThat(q.references()).hasSize(1));
    assertThat(questions).extracting(Question::id).doesNotHaveDuplicates();
  }

  @Test
  void promptsHaveNoNumberAndNoMarks() {
    assertThat(questions)
        .extracting(Question::prompt)
        .allSatisfy(
            prompt ->
                assertThat(prompt)
                    .doesNotContainPattern("^Q\\d|#")
                    .endsWith("?")
                    .doesNotContain("["));
  }

  @Test
  void answersHoldNoMarkup() {
    assertThat(questions)
        .extracting(q -> q.references().get(0))
        .allSatisfy(
            text ->
                assertThat(text)
                    .doesNotContain("![", "](", "http", "Answer:", "###", "---", "* ")
                    .isEqualTo(ReferenceText.plain(text)));
  }

  @Test
  void listItemsAreLinesOfTheirOwn() {
    assertThat(questions)
        .extracting(
            q -> q.references().get(0).lines().filter(l -> l.matches(" *(-|\\d+\\.) .*")).count())
        .containsExactly(6L, 4L, 15L, 6L, 6L, 13L, 0L, 6L);
  }

  @Test
  void nestedItemsStayNested() {
    assertThat(questions.get(2).references().get(0).lines().filter(l -> l.startsWith("  - ")))
        .hasSize(3);
  }

  @Test
  void proseGluedToAListIsParted() {
    List<String> paragraphs = List.of(questions.get(0).references().get(0).split("\n\n", -1));

    assertThat(paragraphs).hasSize(7);
    assertThat(paragraphs.get(3)).startsWith("Then ");
    assertThat(paragraphs.get(4)).startsWith("NOTE");
  }

  @Test
  void formulasAndIdentifiersSurvive() {
    assertThat(questions.get(1).references().get(0)).contains("max(0,x)", "x<0", "\n- Leaky");
    assertThat(questions.get(2).references().get(0)).contains("restore_best_weights");
  }

  @Test
  void imagesAreReported() {
    assertThat(BankFiles.read(PAGE).findings())
        .extracting(Finding::code)
        .containsExactly("image-removed", "image-removed");
  }
}

package docimo.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import docimo.grading.Answer;
import docimo.grading.Grade;
import docimo.question.MarkedExample;
import docimo.question.Question;
import docimo.question.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncodersTest {

  private static final Question QUESTION =
      Question.inline(
          "Why do we use a cache?",
          List.of("It keeps results at hand, so that they are not computed again."),
          List.of(),
          Rule.ALL);

  @Test
  void withoutEncoderWordsMarkAndTheGradeSaysSo() {
    Grade grade = grade(new Models(), Encoders.NONE);

    assertThat(grade.score()).isNotNull();
    assertThat(grade.versions().encoder()).isNull();
    assertThat(grade.versions().scorer()).isEqualTo("lexical-1");
    assertThat(grade.components())
        .extracting(c -> c.name())
        .containsExactly(
            "keyword_coverage",
            "cosine_similarity",
            "opposite_words",
            "denial",
            "key_point_coverage");
  }

  @Test
  void withoutEncoderMarkedAnswersCountByTheirWords() {
    Grade plain = grade(new Models(), Encoders.NONE, QUESTION);
    Grade alike = grade(new Models(), Encoders.NONE, marked("Results are kept, not computed."));
    Grade unlike = grade(new Models(), Encoders.NONE, marked("At hand."));

    double before = given(plain);
    assertThat(given(alike)).isLessThan(before - 0.1);
    assertThat(given(unlike)).isBetween(before - 0.05, before);
  }

  private static Question marked(String answer) {
    return Question.inline(
        QUESTION.prompt(),
        QUESTION.references(),
        List.of(),
        Rule.ALL,
        List.of(new MarkedExample(answer, 0)));
  }

  private static double given(Grade grade) {
    return Objects.requireNonNull(grade.score()).given();
  }

  @Test
  void anEncoderThatWasTakenOutIsDoneWithout() {
    Models models =
        new Models(
            name -> name.endsWith(".onnx") ? null : EncodersTest.class.getResourceAsStream(name));

    assertThat(grade(models, Encoders.BUNDLED).versions().encoder()).isNull();
  }

  @Test
  void aFolderWithAModelIsTakenAndNamed(@TempDir Path folder) throws IOException {
    Path model = Files.createDirectory(folder.resolve("my-encoder"));
    copy("/all-minilm-l6-v2-q.onnx", model.resolve("model.onnx"));
    copy("/all-minilm-l6-v2-q-tokenizer.json", model.resolve("tokenizer.json"));

    Grade grade = grade(new Models(), Encoders.in(model));

    assertThat(grade.versions().encoder()).isEqualTo("my-encoder");
    assertThat(grade.components()).extracting(c -> c.name()).contains("semantic_coverage");
  }

  @Test
  void aFolderWithoutModelIsNamedWithTheRemedy(@TempDir Path folder) {
    assertThatThrownBy(() -> grade(new Models(), Encoders.in(folder)))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("DOCIMO_ENCODER");
  }

  private static Grade grade(Models models, Encoders encoders) {
    return grade(models, encoders, QUESTION);
  }

  private static Grade grade(Models models, Encoders encoders, Question question) {
    return Application.start(models, encoders, Clock.systemUTC(), () -> "id")
        .grader()
        .grade(question, Answer.of("Results that are kept need no second computing."));
  }

  private static void copy(String resource, Path file) throws IOException {
    try (InputStream in = EncodersTest.class.getResourceAsStream(resource)) {
      Files.copy(Objects.requireNonNull(in), file);
    }
  }
}

package docimo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import docimo.app.Application;
import docimo.exchange.BankFiles;
import docimo.exchange.Json;
import docimo.grading.Answer;
import docimo.grading.Grader;
import docimo.question.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Marks that must not change unnoticed. Each folder of fixtures/grading is a case: a question, an
 * answer, and what becomes of it. To add a case, add a folder with question.md and answer.txt, run
 * this test with -Dtest.jvm.args=-Ddocimo.golden=write, and read what it wrote.
 */
class GoldenGradesTest {

  private static final Path CASES = Path.of("fixtures", "grading");
  private static final boolean WRITE = "write".equals(System.getProperty("docimo.golden"));
  private static final ObjectMapper PRETTY =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final Grader GRADER = Application.start().grader();

  static List<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theGradeIsTheOneThatWasAgreedOn(Path folder) throws IOException {
    Path expected = folder.resolve("expected.json");
    ObjectNode grade = grade(folder);
    if (WRITE) {
      Files.writeString(expected, PRETTY.writeValueAsString(grade) + "\n");
    }
    assertThat(PRETTY.writeValueAsString(grade))
        .isEqualToNormalizingNewlines(Files.readString(expected).strip());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aCaseHoldsThreeFilesAndNothingElse(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("question.md", "answer.txt", "expected.json");
    }
  }

  private static ObjectNode grade(Path folder) throws IOException {
    Question question = BankFiles.read(folder.resolve("question.md")).questions().get(0);
    String answer = Files.readString(folder.resolve("answer.txt"));
    return essence(Json.tree(GRADER.grade(question, Answer.of(answer))));
  }

  /** What a reader of the case wants to see; offsets show as what they quote. */
  private static ObjectNode essence(ObjectNode grade) {
    ObjectNode essence = PRETTY.createObjectNode();
    essence.set("status", grade.get("status"));
    essence.set("reason", grade.path("reason").path("code"));
    essence.set("score", grade.path("score").path("given"));
    essence.set("band", grade.path("score").path("band"));
    ArrayNode points = essence.putArray("key_points");
    for (JsonNode point : grade.get("key_points")) {
      ObjectNode shown = points.addObject();
      shown.set("verdict", point.get("verdict"));
      shown.set("label", point.get("label"));
      shown.put("said", quotes(point.get("evidence")));
    }
    essence.put("keywords", keywords(grade.get("keywords").get("matched")));
    essence.set("feedback", grade.get("feedback").get("summary"));
    return essence;
  }

  private static String quotes(JsonNode evidence) {
    StringBuilder quotes = new StringBuilder();
    evidence.forEach(
        e -> quotes.append(quotes.isEmpty() ? "" : " … ").append(e.get("quote").asText()));
    return quotes.toString();
  }

  private static String keywords(JsonNode matched) {
    StringBuilder keywords = new StringBuilder();
    matched.forEach(
        k ->
            keywords
                .append(keywords.isEmpty() ? "" : ", ")
                .append(k.get("term").asText())
                .append(
                    k.get("match").asText().equals("word")
                        ? ""
                        : " (" + k.get("match").asText() + ")"));
    return keywords.toString();
  }
}

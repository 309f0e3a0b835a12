package docimo.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import docimo.evaluation.Label;
import docimo.evaluation.MarkedAnswer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MarkedAnswerReaderTest {

  private static final String ROW =
      "{\"dataset\":\"shop\",\"question_id\":\"q1\",\"question\":\"Why?\",\"references\":[\"So.\"],"
          + "\"answer_id\":\"a1\",\"answer\":\"Because.\",\"score\":0.5}";

  @Test
  void readsWhatARowHas() throws IOException {
    List<MarkedAnswer> answers =
        read(
            ROW
                + "\n\n"
                + ROW.replace(
                    "0.5",
                    "1, \"split\":\"train\", \"asag2024_score\":0.75, \"label2\":\"incorrect\","
                        + " \"label3\":\"contradictory\", \"label5\":\"non_domain\", \"graders\":[]"));
    MarkedAnswer plain = answers.get(0);
    assertThat(plain.dataset()).isEqualTo("shop");
    assertThat(plain.split()).isEqualTo("all");
    assertThat(plain.questionKey()).isEqualTo("Why?");
    assertThat(plain.question().references()).containsExactly("So.");
    assertThat(plain.answerId()).isEqualTo("a1");
    assertThat(plain.answer()).isEqualTo("Because.");
    assertThat(plain.score()).isEqualTo(0.5);
    assertThat(plain.asag2024Score()).isNull();
    assertThat(plain.label2()).isNull();
    MarkedAnswer full = answers.get(1);
    assertThat(full.question()).isSameAs(plain.question());
    assertThat(full.split()).isEqualTo("train");
    assertThat(full.asag2024Score()).isEqualTo(0.75);
    assertThat(full.label2()).isEqualTo(Label.INCORRECT);
    assertThat(full.label3()).isEqualTo(Label.CONTRADICTORY);
  }

  @Test
  void groupsByIdWhereTheQuestionIsNotKnown() throws IOException {
    assertThat(read(ROW.replace("Why?", " ")).get(0).questionKey()).isEqualTo("q1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"score\":0.5    | \"score\":1.5         | 'score' must be from 0 to 1",
        "\"score\":0.5    | \"score\":\"half\"    | 'score' must be a number, not a string",
        "\"score\":0.5    | \"score\":null        | 'score' is missing; every row needs it",
        "\"dataset\":     | \"set\":              | 'dataset' is missing; every row needs it",
        "\"a1\"           | 7                     | 'answer_id' must be a string, not a number",
        "\"q1\"           | \" \"                 | 'question_id' must not be blank",
        "\"answer\":      | \"text\":             | 'answer' is missing; every row needs it",
        "[\"So.\"]        | [\"So.\",1]           | 'references/1' must be a string, not a number",
        "0.5              | 0.5,\"label2\":\"contradictory\" | 'label2' must be correct or incorrect",
        "0.5              | 0.5,\"label3\":\"maybe\" | 'label3' must be one of correct, contradictory, incorrect",
        "0.5}             | 0.5                   | the row is not valid JSON at column 125",
      })
  void namesFileLineAndField(String part, String instead, String problem) {
    assertThatExceptionOfType(DataFormatException.class)
        .isThrownBy(() -> read(ROW + "\n\n" + ROW.replace(part, instead)))
        .withMessage("shop.jsonl, line 3: " + problem);
  }

  @Test
  void refusesWhatIsNoObject() {
    assertThatExceptionOfType(DataFormatException.class)
        .isThrownBy(() -> read("[]"))
        .withMessage("shop.jsonl, line 1: the row must be an object, not a list");
    assertThatExceptionOfType(DataFormatException.class)
        .isThrownBy(() -> read(new ByteArrayInputStream(new byte[] {'{', (byte) 0xff, '}'})))
        .withMessageContaining("shop.jsonl, line 1: the row is not UTF-8");
  }

  @Test
  void readsMarksOfOthers() throws IOException {
    String results =
        """
        {"row":1,"answer_id":"a1","status":"graded","score":0.25,"dataset":"shop","input_score":0.5}
        {"row":2,"answer_id":"a2","status":"failed","score":null}
        """;
    MarkedAnswer answer = read(ROW).get(0);
    assertThat(ResultReader.read("r.jsonl", stream(results)).find(answer).orElseThrow().score())
        .isEqualTo(0.25);
    assertThatExceptionOfType(DataFormatException.class)
        .isThrownBy(() -> ResultReader.read("r.jsonl", stream("{\"score\":1}")))
        .withMessage("r.jsonl, line 1: 'answer_id' is missing; every result needs it");
    assertThatExceptionOfType(DataFormatException.class)
        .isThrownBy(() -> ResultReader.read("r.jsonl", stream("{\"answer_id\":\"a\",\"score\":2}")))
        .withMessage("r.jsonl, line 1: 'score' must be from 0 to 1");
  }

  private static List<MarkedAnswer> read(String text) throws IOException {
    return read(stream(text));
  }

  private static List<MarkedAnswer> read(InputStream in) throws IOException {
    List<MarkedAnswer> answers = new ArrayList<>();
    try (MarkedAnswerReader reader = new MarkedAnswerReader("shop.jsonl", in)) {
      for (MarkedAnswer answer = reader.next(); answer != null; answer = reader.next()) {
        answers.add(answer);
      }
    }
    return answers;
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}

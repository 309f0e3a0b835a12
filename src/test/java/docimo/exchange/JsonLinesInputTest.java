package docimo.exchange;

import static docimo.exchange.BatchRows.broken;
import static docimo.exchange.BatchRows.markable;
import static docimo.exchange.BatchRows.read;
import static org.assertj.core.api.Assertions.assertThat;

import docimo.batch.BatchRow;
import docimo.grading.Answer;
import docimo.question.KeyPoint;
import docimo.question.Question;
import docimo.question.Rule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonLinesInputTest {

  private static final String GOOD =
      "{\"answer_id\": \"good\", \"question_id\": \"cache\", \"answer\": \"It keeps copies.\"}";

  @Test
  void readsEveryFieldOfARow() {
    BatchRow.Markable row =
        markable(
            only(
                """
                {"answer_id": "a1", "answer": "Warm bread", "question": "What is toast?", \
                "references": ["Toast is *bread*.", "Brown bread."], "reference": "Hot bread.", \
                "key_points": ["bread", {"label": "heat", "phrasings": ["warm"], "weight": 2}], \
                "rule": "any 1", "candidate_ref": "c9", "purpose": "screening"}
                """));

    assertThat(row.answerId()).isEqualTo("a1");
    assertThat(row.answer()).isEqualTo(new Answer("Warm bread", "c9", Answer.Purpose.SCREENING));
    assertThat(row.question())
        .isEqualTo(
            Question.inline(
                "What is toast?",
                List.of("Toast is bread.", "Brown bread.", "Hot bread."),
                List.of(KeyPoint.of("bread"), new KeyPoint("heat", List.of("warm"), 2, null)),
                Rule.parse("any 1")));
    assertThat(row.carried()).isEmpty();
  }

  @Test
  void questionOfTheBankIsFoundByItsId() {
    assertThat(markable(only(GOOD)).question()).isEqualTo(BatchRows.BANK.get("cache"));
  }

  @Test
  void referenceOfTheRowGoesBeforeTheBankAndTheIdIsCarried() {
    BatchRow.Markable row =
        markable(only("{\"answer\":\"a\",\"reference\":\"r\",\"question_id\":\"elsewhere\"}"));

    assertThat(row.question().references()).containsExactly("r");
    assertThat(row.carried().keySet()).containsExactly("question_id");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "{\"id\":\"x\"} ~ x",
        "{\"id\":7} ~ 7",
        "{\"answer_id\":\"x\",\"id\":\"y\"} ~ x",
        "{\"answer_id\":null,\"id\":\"y\"} ~ y",
        "{\"answer_id\":[1],\"id\":\"y\"} ~ y",
        "{\"id\":true} ~ true",
        "{} ~ "
      })
  void answerIsCalledByAnswerIdOrId(String row, String id) {
    assertThat(only(row).answerId()).isEqualTo(id);
  }

  @Test
  void otherFieldsAreCarriedThrough() {
    BatchRow row =
        only(
            "{\"id\":1,\"answer_id\":2,\"answer\":\"a\",\"reference\":\"r\",\"mark\":0.50,\"x\":{}}");

    assertThat(row.carried().keySet()).containsExactly("id", "mark", "x");
    assertThat(row.carried().get("mark")).hasToString("0.50");
  }

  @Test
  void carriedFieldNeverHidesOneOfTheResult() {
    BatchRow row =
        only(
            "{\"answer\":\"a\",\"reference\":\"r\",\"score\":1,\"input_score\":2,\"status\":\"s\"}");

    assertThat(row.carried().keySet())
        .containsExactlyInAnyOrder("input_input_score", "input_score", "input_status");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "{\"answer\": \"half a ~ invalid_json ~ line 1: the row is not valid JSON at column",
        "words ~ invalid_json ~ not valid JSON",
        "{} {} ~ invalid_json ~ not valid JSON",
        "{\"answer\":1,\"answer\":2} ~ invalid_json ~ not valid JSON",
        "[1, 2] ~ invalid_json ~ no object",
        "null ~ invalid_json ~ no object",
        "{\"id\":\"x\",\"reference\":\"r\"} ~ answer_missing ~ the row has no 'answer'; add it",
        "{\"answer\":\"a\"} ~ question_missing ~ neither 'question_id' nor 'question' with 'references'; add one",
        "{\"answer\":\"a\",\"question_id\":null} ~ question_missing ~ neither 'question_id' nor",
        "{\"answer\":[\"a\"],\"reference\":\"r\"} ~ invalid_field ~ '/answer' must be a string, not a list",
        "{\"answer\":3,\"reference\":\"r\"} ~ invalid_field ~ '/answer' must be a string, not a number",
        "{\"answer\":\"a\",\"reference\":3} ~ invalid_field ~ '/reference' must be a string",
        "{\"answer\":\"a\",\"references\":\"r\"} ~ invalid_field ~ '/references' must be a list, not a string",
        "{\"answer\":\"a\",\"references\":[\"r\",null]} ~ invalid_field ~ '/references/1' must be a string",
        "{\"answer\":\"a\",\"question_id\":7} ~ invalid_field ~ '/question_id' must be a string",
        "{\"answer\":\"a\",\"reference\":\"r\",\"purpose\":\"fun\"} ~ invalid_field ~ '/purpose' must be one of practice, screening",
        "{\"answer\":\"a\",\"reference\":\"r\",\"key_points\":[\" \"]} ~ invalid_field ~ '/key_points/0' must not be blank",
        "{\"answer\":\"a\",\"reference\":\"r\",\"key_points\":[{\"label\":\"l\",\"weight\":0}]} ~ invalid_field ~ '/key_points/0/weight' must be a number from 0.001 to 1000",
        "{\"answer\":\"a\",\"reference\":\"r\",\"marked_answers\":[{\"answer\":\"b\",\"score\":2}]} ~ invalid_field ~ '/marked_answers/0/score' must be the mark that people gave",
        "{\"answer\":\"a\",\"reference\":\"r\",\"key_points\":[{\"lable\":\"l\"}]} ~ invalid_field ~ '/key_points/0/lable' is unknown",
        "{\"answer\":\"a\",\"reference\":\"r\",\"rule\":\"some\"} ~ invalid_field ~ '/rule' must be 'all', 'any 3'",
        "{\"answer\":\"a\",\"question_id\":\"cachet\"} ~ question_not_found ~ no question with the id 'cachet' in the bank; give the row a 'reference' or mend the id"
      })
  void rowThatCannotBeMarkedSaysWhyAndTheNextIsRead(String row, String code, String message) {
    List<BatchRow> rows = read("in.jsonl", row + "\n" + GOOD + "\n");

    assertThat(rows).hasSize(2);
    assertThat(broken(rows.get(0)).code()).isEqualTo(code);
    assertThat(broken(rows.get(0)).message()).contains(message);
    assertThat(markable(rows.get(1)).number()).isEqualTo(2);
  }

  @Test
  void messageNamesTheLineOfTheFileWhateverTheNumberOfTheRow() {
    List<BatchRow> rows =
        read("in.jsonl", "\n\n" + GOOD + "\n\n{\"answer\": half\n[]\n{\"answer\":1}\n");

    assertThat(rows).extracting(BatchRow::number).containsExactly(1L, 2L, 3L, 4L);
    assertThat(broken(rows.get(1)).message())
        .startsWith("line 5: the row is not valid JSON at column 1");
    assertThat(broken(rows.get(2)).message()).startsWith("line 6: ");
    assertThat(broken(rows.get(3)).message()).startsWith("line 7: ");
  }

  @Test
  void rowThatCannotBeMarkedKeepsItsIdAndWhatItCarries() {
    BatchRow row = only("{\"id\":\"x\",\"cohort\":\"spring\"}");

    assertThat(row.answerId()).isEqualTo("x");
    assertThat(row.carried().keySet()).containsExactly("cohort");
  }

  @Test
  void messageNeverQuotesTheAnswer() {
    assertThat(broken(only("{\"answer\": secretwords}")).message()).doesNotContain("secretwords");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\n\n", "\r\n \t\r\n\n"})
  void blankLinesAndLineEndsOfAnySystemAreNoRows(String end) {
    assertThat(read("in.jsonl", end + GOOD + end + GOOD + end))
        .extracting(BatchRow::number)
        .containsExactly(1L, 2L);
    assertThat(read("in.jsonl", GOOD + end + GOOD)).hasSize(2);
  }

  @Test
  void byteOrderMarkIsPassedOver() {
    assertThat(markable(only("\uFEFF" + GOOD)).answerId()).isEqualTo("good");
  }

  @Test
  void emptyFileHasNoRows() {
    assertThat(read("in.jsonl", "")).isEmpty();
    assertThat(read("in.jsonl", "\uFEFF")).isEmpty();
  }

  @Test
  void bytesThatAreNoTextAreARowThatSaysSo() {
    byte[] file = (GOOD + "\n#\n" + GOOD).getBytes(StandardCharsets.UTF_8);
    file[GOOD.length() + 1] = (byte) 0xC3;

    List<BatchRow> rows = read("in.jsonl", file);

    assertThat(rows).hasSize(3);
    assertThat(broken(rows.get(1)).code()).isEqualTo("unreadable_row");
    assertThat(broken(rows.get(1)).message()).contains("not UTF-8 text; save the file as UTF-8");
  }

  @Test
  void zeroBytesAreNoJson() {
    List<BatchRow> rows = read("in.jsonl", "\0\0\0\n" + GOOD);

    assertThat(broken(rows.get(0)).code()).isEqualTo("invalid_json");
    assertThat(rows).hasSize(2);
  }

  @Test
  void answerOfTwoMegabytesIsRead() {
    String answer = "word ".repeat(400_000);

    assertThat(
            markable(only("{\"answer\":\"" + answer + "\",\"reference\":\"r\"}")).answer().text())
        .isEqualTo(answer);
  }

  @Test
  void questionThatIsTooLargeIsARowThatSaysSo() {
    String row = "{\"answer\":\"a\",\"reference\":\"" + "many words ".repeat(250_000) + "\"}";

    assertThat(broken(only(row)).code()).isEqualTo("invalid_field");
    assertThat(broken(only(row)).message())
        .endsWith("'/reference' must have 50000 characters at most, not 2750000");
  }

  @Test
  void lineOverTheBoundIsARowThatSaysSo() {
    byte[] file = new byte[17 * 1024 * 1024];
    java.util.Arrays.fill(file, (byte) 'x');
    byte[] good = ("\n" + GOOD).getBytes(StandardCharsets.UTF_8);
    System.arraycopy(good, 0, file, file.length - good.length, good.length);

    List<BatchRow> rows = read("in.jsonl", file);

    assertThat(rows).hasSize(2);
    assertThat(broken(rows.get(0)).code()).isEqualTo("unreadable_row");
    assertThat(broken(rows.get(0)).message()).contains("longer than 16777216 bytes; shorten it");
    assertThat(markable(rows.get(1)).answerId()).isEqualTo("good");
  }

  @Test
  void deeplyNestedRowIsARowThatSaysSo() {
    List<BatchRow> rows = read("in.jsonl", "[".repeat(100_000) + "\n" + GOOD);

    assertThat(broken(rows.get(0)).code()).isEqualTo("invalid_json");
    assertThat(rows).hasSize(2);
  }

  private static BatchRow only(String row) {
    List<BatchRow> rows = read("in.jsonl", row);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }
}

package docimo.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import docimo.batch.BatchInput;
import docimo.batch.BatchOutput;
import docimo.batch.BatchResult;
import docimo.batch.BatchRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BatchFilesTest {

  private static final String GOOD =
      "{\"answer_id\":\"good\",\"question_id\":\"cache\",\"answer\":\"It keeps copies of slow data"
          + " in fast memory.\",\"cohort\":\"spring\",\"mark\":0.50}";

  @Test
  void everyRowHasOneResultWhateverItHolds() throws IOException {
    List<String> hostile =
        List.of(
            "{\"answer\": \"half",
            "{\"answer\":7,\"reference\":\"r\"}",
            "{\"answer\":\"a\"}",
            "{\"answer\":\"a\",\"question_id\":\"unknown\"}",
            "{\"answer\":\"" + "many words ".repeat(200_000) + "\",\"question_id\":\"cache\"}",
            "\u0001\u0002\u0003",
            "{\"answer\":\"\\u0000\\ud800 copies\",\"question_id\":\"cache\"}",
            "[]");
    String file = GOOD + "\n" + String.join("\n" + GOOD + "\n\n", hostile) + "\r\n" + GOOD;

    List<JsonNode> results = results(file);

    assertThat(results).hasSize(2 * hostile.size() + 1);
    assertThat(results)
        .extracting(row -> row.get("row").asInt())
        .isEqualTo(IntStream.rangeClosed(1, results.size()).boxed().toList());
    assertThat(results)
        .filteredOn(row -> row.path("answer_id").asText().equals("good"))
        .hasSize(hostile.size() + 1)
        .allSatisfy(row -> assertThat(row.get("status").asText()).isEqualTo("graded"));
    assertThat(results)
        .filteredOn(row -> !List.of("graded", "needs_review").contains(row.get("status").asText()))
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row.get("score").isNull()).isTrue();
              assertThat(row.get("reason").get("code").asText()).isNotBlank();
              assertThat(row.get("reason").get("message").asText()).isNotBlank();
            });
  }

  @Test
  void markedRowHasItsScoreAsAShareTheGradeAndWhatItCarried() throws IOException {
    JsonNode row = results(GOOD).get(0);

    assertThat(row.get("answer_id").asText()).isEqualTo("good");
    assertThat(row.get("score").asDouble()).isBetween(0.8, 1.0);
    assertThat(row.get("question").get("id").asText()).isEqualTo("cache");
    assertThat(row.get("key_points")).isNotEmpty();
    assertThat(row.get("components")).isNotEmpty();
    assertThat(row.get("cohort").asText()).isEqualTo("spring");
    assertThat(row.get("mark")).hasToString("0.50");
  }

  @Test
  void resultHoldsNothingThatChangesFromRunToRun() throws IOException {
    JsonNode row = results(GOOD).get(0);

    assertThat(row.has("id")).isFalse();
    assertThat(row.has("created_at")).isFalse();
    assertThat(results(GOOD)).containsExactly(row);
  }

  @Test
  void everyRowSaysByAHashWhichAnswerItIsOf() throws IOException {
    String sha = "850f7dc43910ff890f8879c0ed26fe697c93a067ad93a7d50f466a7028a9bf4e";

    assertThat(
            results(
                """
                {"answer":"caf\u00E9","reference":"r"}
                {"answer":"caf\u00E9","question_id":"x","answer_sha256":1}
                {}
                """))
        .extracting(row -> row.get("answer_sha256").textValue())
        .containsExactly(sha, sha, null);
  }

  @Test
  void failedRowKeepsCandidateAndPurposeWhereTheyCanBeRead() throws IOException {
    List<JsonNode> rows =
        results(
            """
            {"answer":"a","question_id":"x","candidate_ref":"c-1","purpose":"screening"}
            {"candidate_ref":"c-2"}
            {"answer":"a","reference":"r","candidate_ref":"c-3","purpose":"fun"}
            {"answer":"a","reference":"r","candidate_ref":4,"purpose":"screening"}
            no JSON
            """);

    assertThat(rows)
        .allSatisfy(row -> assertThat(row.get("status").asText()).isEqualTo("failed"))
        .extracting(
            row -> row.get("candidate_ref").textValue(), row -> row.get("purpose").textValue())
        .containsExactly(
            tuple("c-1", "screening"),
            tuple("c-2", "practice"),
            tuple("c-3", null),
            tuple(null, "screening"),
            tuple(null, null));
  }

  @Test
  void eachRowIsHandedOnBeforeTheNext() throws IOException {
    ByteArrayOutputStream handedOn = new ByteArrayOutputStream();
    Writer writer = new OutputStreamWriter(handedOn, StandardCharsets.UTF_8);
    BatchOutput output = BatchFiles.jsonLines(writer);
    BatchRow row = BatchRows.read("in.jsonl", "{}").get(0);

    for (int rows = 1; rows <= 3; rows++) {
      output.write(new BatchResult.Failed(row, new BatchResult.Failure("code", "message")));

      assertThat(handedOn.toString(StandardCharsets.UTF_8).lines()).hasSize(rows);
      assertThat(handedOn.toString(StandardCharsets.UTF_8)).endsWith("}\n");
    }
  }

  @Test
  void rowWithoutAReferenceSaysThatItCannotBeMarked() throws IOException {
    JsonNode row = results("{\"id\":\"x\",\"question\":\"Why?\",\"answer\":\"Just so.\"}").get(0);

    assertThat(row.get("answer_id").asText()).isEqualTo("x");
    assertThat(row.get("status").asText()).isEqualTo("not_gradable");
    assertThat(row.get("reason").get("message").asText()).containsIgnoringCase("reference");
  }

  @Test
  void outputThatTakesNoMoreIsAnIoException() throws IOException {
    for (String name : List.of("out.csv", "out.jsonl")) {
      Full full = new Full();
      BatchOutput output =
          name.endsWith("csv") ? BatchFiles.csv(name, List.of(), full) : BatchFiles.jsonLines(full);
      full.taken = 0;

      assertThatThrownBy(() -> BatchRows.mark(open(GOOD), output))
          .as(name)
          .isInstanceOf(IOException.class)
          .hasMessage("no space left");
    }
  }

  private static List<JsonNode> results(String file) throws IOException {
    String results = BatchRows.results("in.jsonl", file.getBytes(StandardCharsets.UTF_8));
    assertThat(results).endsWith("\n");
    return results.lines().map(Json::read).toList();
  }

  private static BatchInput open(String file) throws IOException {
    return BatchFiles.open(
        "in.jsonl",
        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
        BatchRows.BANK);
  }

  /** A disk that has room for so many characters. */
  private static final class Full extends Writer {

    private int taken = Integer.MAX_VALUE;

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
      taken -= length;
      if (taken < 0) {
        throw new IOException("no space left");
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}

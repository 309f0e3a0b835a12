package docimo.api;

import static docimo.api.TestService.mediaType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import docimo.exchange.Json;
import docimo.question.Question;
import docimo.question.QuestionBank;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many answers in one request, marked while they come. */
final class BatchTest {

  private static final String PATH = "/v1/grades:batch";
  private static final String LINES = "application/x-ndjson";
  private static final String ARRAY = "application/json";
  private static final VolumeLimits SMALL = new VolumeLimits(3, 2_000, 1, 1, 1_000);

  private static final String ROWS =
      """
      {"answer_id": "a", "question_id": "tcp", "answer": "Bytes come in order.", "cohort": 7}

      {"id": 2, "question": {"prompt": "Why is bread brown?", "references": ["Heat browns it."]}, "answer": "The heat does it.", "candidate_ref": "c"}
      {"answer_id": "c", "question_id": "nobody-asks", "answer": "What?"}
      {"answer_id": "d", "question": "Why?", "reference": "Because of the heat.", "answer": "Heat."}
      {"answer_id": "e", broken
      {"answer_id": "f", "question": {"prompt": "Why?", "unknown": 1}, "answer": "Heat."}
      """;

  @RegisterExtension static final TestService docimo = TestService.start();

  private static HttpResponse<String> batch(String type, String body, String... more) {
    List<String> headers = new ArrayList<>(List.of(more));
    headers.addAll(List.of("Content-Type", type));
    return docimo.exchange(
        "POST", PATH, BodyPublishers.ofString(body), headers.toArray(String[]::new));
  }

  private static List<JsonNode> lines(String body) {
    return body.lines().map(Json::read).toList();
  }

  @Test
  void everyRowGetsAResultInItsPlaceAndFailedOnesSayWhy() {
    HttpResponse<String> response = batch(LINES, ROWS);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(mediaType(response)).isEqualTo(LINES);
    List<JsonNode> results = lines(response.body());
    assertThat(results)
        .extracting(row -> row.get("row").asInt() + " " + row.get("answer_id").asText())
        .containsExactly("1 a", "2 2", "3 c", "4 d", "5 null", "6 f");
    assertThat(results)
        .extracting(row -> row.get("status").asText())
        .containsExactly("graded", "graded", "failed", "graded", "failed", "failed");
    assertThat(results.get(0).get("cohort").intValue()).isEqualTo(7);
    assertThat(results.get(1).get("candidate_ref").textValue()).isEqualTo("c");
    assertThat(results)
        .extracting(row -> row.at("/reason/code").asText())
        .containsExactly("", "", "question_not_found", "", "invalid_json", "invalid_field");
    assertThat(results.get(5).at("/reason/message").textValue())
        .startsWith("line 7: '/question/unknown' is unknown");
    assertThat(batch(LINES, ROWS).body()).isEqualTo(response.body());
  }

  @Test
  void aQuestionWithTooManyMarkedAnswersFails() {
    String marked =
        String.join(", ", Collections.nCopies(31, "{\"answer\": \"Heat.\", \"score\": 1}"));
    String row =
        "{\"question\": {\"prompt\": \"Why?\", \"references\": [\"The heat.\"], \"marked_answers\": ["
            + marked
            + "]}, \"answer\": \"Heat.\"}";

    assertThat(lines(batch(LINES, row).body()).get(0).at("/reason/message").textValue())
        .startsWith("line 1: '/question/marked_answers' must have 30 entries at most, not 31");
  }

  @Test
  void anAnswerOverTheLimitOfTheServiceFailsAndTheOthersDoNot() {
    try (TestService strict = TestService.start(o -> o.with(new Limits(4096, 10, 8192)))) {
      String rows =
          """
          {"answer_id": "fits", "question_id": "tcp", "answer": "In order.."}
          {"answer_id": "long", "question_id": "tcp", "answer": "In order..."}
          """;
      HttpResponse<String> response =
          strict.exchange("POST", PATH, BodyPublishers.ofString(rows), "Content-Type", LINES);

      assertThat(lines(response.body()))
          .extracting(row -> row.at("/reason/message").asText())
          .satisfiesExactly(
              fits -> assertThat(fits).doesNotContain("limits.answer-characters"),
              tooLong ->
                  assertThat(tooLong)
                      .isEqualTo(
                          "line 2: '/answer' has 11 characters; this service reads 10 at most"
                              + " (limits.answer-characters), so send less"));
      assertThat(lines(response.body()).get(1).get("status").asText()).isEqualTo("failed");
    }
  }

  @Test
  void aListGetsTheSameResultsAndAListOnRequest() {
    String rows =
        "["
            + String.join(
                ",",
                ROWS.lines().filter(l -> !l.contains("broken")).filter(l -> !l.isEmpty()).toList())
            + "]";
    List<JsonNode> fromList = lines(batch(ARRAY, rows).body());
    HttpResponse<String> asList = batch(ARRAY, rows, "Accept", ARRAY);
    assertThat(mediaType(asList)).isEqualTo(ARRAY);
    List<JsonNode> listed = new ArrayList<>();
    Json.read(asList.body()).forEach(listed::add);
    assertThat(listed).isEqualTo(fromList).hasSize(5);
    assertThat(fromList.get(0)).isEqualTo(lines(batch(LINES, ROWS).body()).get(0));
    assertThat(batch(ARRAY, "[]", "Accept", ARRAY).body()).isEqualTo("[]");
    assertThat(batch(LINES, "").body()).isEmpty();
  }

  @Test
  void aListThatBreaksYieldsTheRowsBeforeItAndSaysSo() {
    String first = "{\"answer_id\": \"a\", \"question_id\": \"tcp\", \"answer\": \"In order.\"}";
    List<JsonNode> results =
        lines(batch(ARRAY, "[" + first + ",\n" + first + ",\n{\"answer").body());
    assertThat(results).hasSize(3);
    assertThat(results.get(2).at("/row").intValue()).isEqualTo(3);
    assertThat(results.get(2).at("/reason/code").textValue()).isEqualTo("malformed_json");
    assertThat(results.get(2).at("/reason/message").textValue()).contains("line 3");
  }

  @Test
  void whatHasNoRowsIsAProblem() {
    assertProblem(batch(ARRAY, "nonsense"), 400, "malformed-json");
    assertProblem(batch(ARRAY, "{\"answer\": \"x\"}"), 422, "invalid-field");
    assertProblem(batch("text/plain", "x"), 415, "unsupported-media-type");
    assertProblem(batch(LINES + "; charset=latin1", "x"), 415, "unsupported-media-type");
    assertProblem(
        batch(LINES, ROWS, "Prefer", "respond-async", Actor.HEADER, "r"), 503, "store-unavailable");
    assertProblem(docimo.send("GET", PATH), 405, "method-not-allowed");
  }

  @Test
  void whatIsTooMuchIsSaidWithItsLimit() {
    try (TestService small = TestService.start(TestService.BANK, SMALL)) {
      String row = "{\"question_id\": \"tcp\", \"answer\": \"In order.\"}\n";
      HttpResponse<String> rows =
          small.send("POST", PATH, BodyPublishers.ofString(row.repeat(5)), LINES);
      List<JsonNode> results = lines(rows.body());
      assertThat(results).hasSize(4);
      assertThat(results.get(3).at("/reason/code").textValue()).isEqualTo("too_many_rows");
      assertThat(results.get(3).at("/reason/message").textValue()).contains("3 rows at most");
      HttpResponse<String> bytes =
          small.send("POST", PATH, BodyPublishers.ofString(row.repeat(100)), LINES);
      assertProblem(bytes, 413, "body-too-large");
      assertThat(bytes.body()).contains("2000 bytes");
    }
  }

  @Test
  void aResultComesAsSoonAsItIsReadyAndABrokenBodySaysSo() throws IOException {
    try (RawConnection connection = docimo.connect()) {
      connection.write(
          "POST "
              + PATH
              + " HTTP/1.1\r\nHost: x\r\nContent-Type: "
              + LINES
              + "\r\nTransfer-Encoding: chunked\r\n\r\n");
      for (int i = 1; i <= 3; i++) {
        connection.write(
            chunk(
                "{\"answer_id\": \""
                    + i
                    + "\", \"question_id\": \"tcp\", \"answer\": \"In order.\"}\n"));
        String line = connection.line();
        while (!line.startsWith("{")) {
          line = connection.line();
        }
        assertThat(Json.read(line).get("answer_id").textValue()).isEqualTo("" + i);
      }
      connection.write("no chunk\r\n");
      String line = connection.line();
      while (!line.startsWith("{")) {
        line = connection.line();
      }
      assertThat(Json.read(line).at("/reason/code").textValue()).isEqualTo("incomplete_body");
      assertThat(Json.read(line).at("/row").intValue()).isEqualTo(4);
    }
  }

  private static String chunk(String text) {
    return Integer.toHexString(text.getBytes(StandardCharsets.UTF_8).length)
        + "\r\n"
        + text
        + "\r\n";
  }

  /** Counts the rows that were read, by the questions that they ask for. */
  private static final class CountingBank implements QuestionBank {

    private final AtomicInteger asked = new AtomicInteger();

    @Override
    public Optional<Question> find(String id) {
      asked.incrementAndGet();
      return Optional.empty();
    }

    @Override
    public List<Question> all() {
      return List.of();
    }
  }

  @Test
  void whoDoesNotReadStopsTheWorkAndWhoVanishesEndsIt() throws Exception {
    CountingBank bank = new CountingBank();
    int rows = 2_000;
    String row =
        "{\"question_id\": \"q\", \"answer\": \"a\", \"pad\": \"" + "x".repeat(100_000) + "\"}\n";
    byte[] bytes = row.getBytes(StandardCharsets.UTF_8);
    try (TestService service = TestService.start(bank, new VolumeLimits(rows, 1L << 30, 1, 1, 1))) {
      try (RawConnection connection = service.connect()) {
        connection.write(
            "POST "
                + PATH
                + " HTTP/1.1\r\nHost: x\r\nContent-Type: "
                + LINES
                + "\r\nContent-Length: "
                + (long) rows * bytes.length
                + "\r\n\r\n");
        CompletableFuture<Void> sending =
            CompletableFuture.runAsync(
                () -> {
                  try {
                    for (int i = 0; i < rows; i++) {
                      connection.write(bytes);
                    }
                  } catch (IOException e) {
                    // what the test is about: nobody takes the rest
                  }
                });
        await().atMost(Duration.ofMinutes(1)).until(() -> bank.asked.get() > 0);
        AtomicInteger before = new AtomicInteger(-1);
        await()
            .atMost(Duration.ofMinutes(1))
            .pollInterval(Duration.ofSeconds(1))
            .until(() -> before.getAndSet(bank.asked.get()) == bank.asked.get());
        assertThat(bank.asked.get()).isLessThan(rows / 2);
        assertThat(sending).isNotDone();
        assertProblem(
            service.send("POST", PATH, BodyPublishers.ofString("{}"), LINES),
            503,
            "too-many-batches");
      }
      // the one that waited has a place as soon as the work for the other has ended
      await()
          .atMost(Duration.ofMinutes(1))
          .until(
              () ->
                  service.send("POST", PATH, BodyPublishers.ofString("{}"), LINES).statusCode()
                      == 200);
      assertThat(bank.asked.get()).isLessThan(rows / 2);
    }
  }

  private static void assertProblem(HttpResponse<String> response, int status, String type) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(Json.read(response.body()).at("/type").textValue())
        .isEqualTo("urn:docimo:problem:" + type);
  }
}

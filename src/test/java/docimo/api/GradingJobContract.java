package docimo.api;

import static docimo.api.OfficeService.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import docimo.exchange.Json;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many answers as a job, and who listens to it, on every database. */
abstract class GradingJobContract {

  static final String PATH = "/v1/grades:batch";
  static final String LINES = "application/x-ndjson";
  private static final VolumeLimits LIMITS = new VolumeLimits(300, 1 << 20, 2, 1, 256 << 10);

  OfficeService docimo;

  /** The address of an empty database. */
  abstract String newDatabase();

  @BeforeEach
  void start() {
    docimo = new OfficeService(newDatabase(), LIMITS);
  }

  @AfterEach
  void stop() {
    docimo.close();
  }

  static String rows(int count) {
    StringBuilder rows = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      rows.append("{\"answer_id\": \"a").append(i).append("\", \"question_id\": \"");
      rows.append(i % 10 == 5 ? "nobody-asks" : "tcp").append("\", \"candidate_ref\": \"c-");
      rows.append(i % 3).append("\", \"answer\": \"Bytes arrive in order, ").append(i);
      rows.append(" of them.\"}\n");
    }
    return rows.toString();
  }

  HttpResponse<String> later(String rows, String... more) {
    List<String> headers =
        new ArrayList<>(
            List.of("Content-Type", LINES, "Prefer", "respond-async", Actor.HEADER, "rita"));
    headers.addAll(List.of(more));
    return docimo.exchange(
        "POST", PATH, BodyPublishers.ofString(rows), headers.toArray(String[]::new));
  }

  private String begun(String rows) {
    HttpResponse<String> accepted = later(rows);
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
    assertThat(accepted.headers().firstValue("Preference-Applied")).contains("respond-async");
    return accepted.headers().firstValue("Location").orElseThrow();
  }

  private JsonNode ended(String job) {
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> json(docimo.get(job), 200).at("/state").textValue().equals("done"));
    return json(docimo.get(job), 200);
  }

  @Test
  void aJobComesToTheSameResultsAsABatch() {
    String rows = rows(45) + "{ broken\n";
    String job = begun(rows);
    JsonNode done = ended(job);
    assertThat(done.at("/kind").textValue()).isEqualTo("grades");
    assertThat(done.at("/screening_id").isNull()).isTrue();
    assertThat(done.at("/total").intValue()).isEqualTo(46);
    assertThat(done.at("/done").intValue()).isEqualTo(46);
    assertThat(done.at("/failed").intValue()).isEqualTo(6);
    assertThat(done.at("/kept_until").textValue())
        .isGreaterThan(done.at("/changed_at").textValue());
    HttpResponse<String> atOnce =
        docimo.exchange("POST", PATH, BodyPublishers.ofString(rows), "Content-Type", LINES);
    HttpResponse<String> results = docimo.send("GET", job + "/results", "Accept", LINES);
    assertThat(results.body()).isEqualTo(atOnce.body());
    assertThat(results.headers().firstValue("Docimo-Job-State")).contains("done");

    JsonNode first = json(docimo.get(job + "/results?limit=30"), 200);
    assertThat(first.at("/results")).hasSize(30);
    JsonNode second = json(docimo.get(job + "/results?limit=30&after=" + first.at("/next")), 200);
    assertThat(second.at("/results")).hasSize(16);
    assertThat(second.at("/results/0/row").intValue()).isEqualTo(31);
    assertThat(second.at("/next").isNull()).isTrue();
    assertThat(json(docimo.post("/v1/audit/verify", "auditor"), 200).at("/intact").booleanValue())
        .isTrue();
  }

  @Test
  void aRemovedJobIsGoneWithItsResults() {
    String job = begun(rows(3));
    ended(job);
    assertThat(docimo.send("DELETE", job).statusCode()).isEqualTo(400);
    assertThat(docimo.send("DELETE", job, Actor.HEADER, "rita").statusCode()).isEqualTo(204);
    assertThat(docimo.get(job).statusCode()).isEqualTo(404);
    assertThat(docimo.get(job + "/results").statusCode()).isEqualTo(404);
    String screening = docimo.screening(Map.of());
    HttpResponse<String> regrade =
        docimo.post("/v1/screenings/" + screening + "/regrade", "r", Map.of("apply", true));
    String other = regrade.headers().firstValue("Location").orElseThrow();
    assertThat(json(docimo.send("DELETE", other, Actor.HEADER, "r"), 409).at("/type").textValue())
        .endsWith(":job-kind");
  }

  @Test
  void aStoppedJobKeepsWhatWasDoneInOrderAndGoesOn() {
    String job = begun(rows(300));
    json(docimo.post(job + "/cancel", "rita"), 200);
    JsonNode page = json(docimo.get(job + "/results?limit=1000"), 200);
    List<Integer> numbers = new ArrayList<>();
    page.at("/results").forEach(row -> numbers.add(row.at("/row").intValue()));
    for (int i = 0; i < numbers.size(); i++) {
      assertThat(numbers.get(i)).isEqualTo(i + 1);
    }
    assertThat(page.at("/next").isNull()).isTrue();
    assertThat(docimo.post(job + "/resume", "rita").statusCode()).isEqualTo(202);
    assertThat(ended(job).at("/done").intValue()).isEqualTo(300);
    assertThat(docimo.send("GET", job + "/results", "Accept", LINES).body().lines()).hasSize(300);
  }

  @Test
  void whatIsTooMuchOrBrokenIsNotKept() throws IOException {
    HttpResponse<String> many = later(rows(301));
    assertThat(json(many, 413).at("/type").textValue()).endsWith(":too-many-rows");
    assertThat(json(many, 413).at("/detail").textValue()).contains("300 rows at most");
    assertThat(later(rows(3), "X", "y").statusCode()).isEqualTo(202);
    HttpResponse<String> nobody =
        docimo.exchange(
            "POST",
            PATH,
            BodyPublishers.ofString(rows(1)),
            "Content-Type",
            LINES,
            "Prefer",
            "respond-async");
    assertThat(json(nobody, 400).at("/type").textValue()).endsWith(":actor-missing");
  }

  @Test
  void anErasedCandidateIsInNoResult() {
    String job = begun(rows(9));
    ended(job);
    HttpResponse<String> erased = docimo.send("DELETE", "/v1/candidates/c-1", Actor.HEADER, "rita");
    assertThat(json(erased, 200).at("/ref").textValue()).startsWith("erased:");
    HttpResponse<String> results = docimo.send("GET", job + "/results", "Accept", LINES);
    assertThat(results.body()).doesNotContain("c-1", ", 4 of them");
    List<JsonNode> lines = results.body().lines().map(Json::read).toList();
    assertThat(lines).hasSize(9);
    assertThat(lines.get(0).at("/reason/code").textValue()).isEqualTo("candidate_erased");
    assertThat(lines.get(1).at("/status").textValue()).isEqualTo("graded");
    assertThat(docimo.send("DELETE", "/v1/candidates/c-1", Actor.HEADER, "rita").statusCode())
        .isEqualTo(404);
    assertThat(json(docimo.post("/v1/audit/verify", "a"), 200).at("/intact").booleanValue())
        .isTrue();
  }

  @Test
  void whoListensHearsHowFarItIsUntilItsEnd() throws IOException {
    String job = begun(rows(200));
    String id;
    try (RawConnection listening = docimo.connect()) {
      listening.write("GET " + job + "/events HTTP/1.1\r\nHost: x\r\n\r\n");
      String text = until(listening, "event: end");
      assertThat(text).contains("text/event-stream", "retry: 2000", "event: progress");
      String data = until(listening, "data: ");
      JsonNode last = Json.read(data.substring(data.indexOf("data: ") + 6));
      assertThat(last.at("/state").textValue()).isEqualTo("done");
      assertThat(last.at("/done").intValue()).isEqualTo(200);
      id = text.substring(text.lastIndexOf("id: ") + 4).lines().findFirst().orElseThrow();
      assertThat(until(listening, "0")).isNotNull(); // the last chunk
    }
    assertThat(docimo.send("GET", job + "/events", "Last-Event-ID", id).statusCode())
        .isEqualTo(204);
    String again = docimo.send("GET", job + "/events", "Last-Event-ID", "1.0.0").body();
    assertThat(again).contains("event: end", "id: " + id);
    assertThat(docimo.get("/v1/jobs/none/events").statusCode()).isEqualTo(404);
  }

  /** Reads on to a line that begins so, and gives all that was read. */
  static String until(RawConnection connection, String begin) throws IOException {
    StringBuilder text = new StringBuilder();
    String line;
    do {
      line = connection.line();
      text.append(line).append('\n');
    } while (!line.startsWith(begin));
    return text.toString();
  }

  @Test
  void listenersAreCountedAndTheServiceStopsAllTheSame() throws IOException {
    String screening = docimo.screening(Map.of());
    String upload = "/v1/screenings/" + screening + "/uploads";
    RawConnection broken = docimo.connect();
    try (RawConnection listening = docimo.connect()) {
      broken.write(
          "POST "
              + upload
              + " HTTP/1.1\r\nHost: x\r\nDocimo-Actor: r\r\nContent-Type: text/csv\r\n"
              + "Content-Length: 100\r\n\r\nanswer,");
      String jobs = "/v1/screenings/" + screening + "/jobs";
      await().until(() -> json(docimo.get(jobs), 200).at("/jobs").size() == 1);
      String job = "/v1/jobs/" + json(docimo.get(jobs), 200).at("/jobs/0/id").textValue();
      listening.write("GET " + job + "/events HTTP/1.1\r\nHost: x\r\n\r\n");
      assertThat(until(listening, "data: ")).contains("\"receiving\"");
      HttpResponse<String> another = docimo.get(job + "/events");
      assertThat(json(another, 503).at("/type").textValue()).endsWith(":too-many-listeners");
      assertThat(another.headers().firstValue("Retry-After")).contains("10");
      broken.close();
      docimo.service().close();
      assertThat(until(listening, "0")).doesNotContain("event: end");
    }
  }
}

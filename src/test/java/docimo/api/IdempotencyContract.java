package docimo.api;

import static docimo.api.OfficeService.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import docimo.exchange.Json;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that come again, on every database. */
abstract class IdempotencyContract {

  private static final String KEY = "Idempotency-Key";
  private static final String JSON = "application/json";
  private static final int AT_ONCE = 50;
  private static final int LARGEST_REPLY = 11_000;
  private static final VolumeLimits LIMITS = new VolumeLimits(300, 1 << 20, 2, 1, LARGEST_REPLY);

  private OfficeService docimo;

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

  private HttpResponse<String> post(
      String path, String key, String type, String body, String... more) {
    List<String> headers =
        new ArrayList<>(List.of(KEY, key, "Content-Type", type, Actor.HEADER, "rita"));
    headers.addAll(List.of(more));
    return docimo.exchange(
        "POST", path, BodyPublishers.ofString(body), headers.toArray(String[]::new));
  }

  private static boolean isReplayed(HttpResponse<String> response) {
    return response.headers().firstValue("Idempotency-Replayed").isPresent();
  }

  private static String question(String id) {
    return Json.write(
        Map.of("id", id, "prompt", "What is " + id + "?", "reference", "It is " + id));
  }

  private static String problem(HttpResponse<String> response, int status) {
    return json(response, status).at("/type").textValue().replace("urn:docimo:problem:", "");
  }

  @Test
  void theSameRequestGetsTheSameReplyAndIsCarriedOutOnce() {
    HttpResponse<String> first = post("/v1/questions", "k1", JSON, question("q"));
    HttpResponse<String> again = post("/v1/questions", "\"k1\"", JSON, question("q"));
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(isReplayed(first)).isFalse();
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(isReplayed(again)).isTrue();
    assertThat(again.body()).isEqualTo(first.body());
    for (String header : List.of("Location", "ETag", "Content-Type")) {
      assertThat(again.headers().firstValue(header)).isEqualTo(first.headers().firstValue(header));
    }
    assertThat(problem(post("/v1/questions", "k2", JSON, question("q")), 409))
        .isEqualTo("question-exists");
    assertThat(isReplayed(post("/v1/questions", "k2", JSON, question("q")))).isTrue();
  }

  @Test
  void aKeyIsOfOneRequest() {
    post("/v1/questions", "k", JSON, question("q"));
    assertThat(problem(post("/v1/questions", "k", JSON, question("r")), 422))
        .isEqualTo("idempotency-key-reused");
    assertThat(problem(post("/v1/screenings", "k", JSON, question("q")), 422))
        .isEqualTo("idempotency-key-reused");
    assertThat(docimo.get("/v1/questions/r/revisions").statusCode()).isEqualTo(404);
    assertThat(problem(post("/v1/questions", "no key", JSON, question("r")), 400))
        .isEqualTo("idempotency-key-invalid");
  }

  @Test
  void ofManyAtOnceExactlyOneIsCarriedOut() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        calls.add(
            () ->
                post(
                    "/v1/screenings",
                    "once",
                    JSON,
                    "{\"title\": \"T\", \"questions\": [{\"question_id\": \"tcp\"}]}"));
      }
      int carriedOut = 0;
      for (Future<HttpResponse<String>> call : pool.invokeAll(calls)) {
        HttpResponse<String> response = call.get();
        if (response.statusCode() == 409) {
          assertThat(problem(response, 409)).isEqualTo("idempotency-in-flight");
          assertThat(response.headers().firstValue("Retry-After")).contains("1");
        } else {
          assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
          carriedOut += isReplayed(response) ? 0 : 1;
        }
      }
      assertThat(carriedOut).isEqualTo(1);
    } finally {
      pool.shutdown();
    }
    assertThat(json(docimo.get("/v1/screenings"), 200).at("/screenings")).hasSize(1);
  }

  @Test
  void noRouteForgetsTheKey() {
    List<String> routes = new ArrayList<>();
    json(docimo.get("/"), 200).at("/resources").forEach(route -> routes.add(route.textValue()));
    List<String> posts =
        routes.stream()
            .filter(route -> route.startsWith("POST ") && !route.contains("/v1/keys"))
            .toList();
    assertThat(posts).hasSizeGreaterThan(20);
    for (String route : posts) {
      String path = route.substring(5).replaceAll("\\{\\w+\\}", "tcp");
      boolean streamed = path.endsWith("/uploads") || path.endsWith(":batch");
      HttpResponse<String> first = post(path, route.replace(" ", ""), JSON, "{}");
      HttpResponse<String> again = post(path, route.replace(" ", ""), JSON, "{}");
      assertThat(first.statusCode()).as(route).isLessThan(500);
      assertThat(again.statusCode()).as(route).isEqualTo(first.statusCode());
      assertThat(isReplayed(again)).as(route).isNotEqualTo(streamed);
      assertThat(isReplayed(first)).as(route).isFalse();
      if (!streamed) {
        assertThat(again.body()).as(route).isEqualTo(first.body());
      }
    }
  }

  @Test
  void batchesAndUploadsMakeOneJob() {
    String rows = GradingJobContract.rows(20);
    String path = GradingJobContract.PATH;
    assertThat(problem(post(path, "now", "application/x-ndjson", rows), 400))
        .isEqualTo("idempotency-key-not-possible");
    HttpResponse<String> first =
        post(path, "later", "application/x-ndjson", rows, "Prefer", "respond-async");
    HttpResponse<String> again =
        post(path, "later", "application/x-ndjson", rows, "Prefer", "respond-async");
    assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("Location"))
        .isEqualTo(first.headers().firstValue("Location"));
    assertThat(isReplayed(again)).isTrue();
    HttpResponse<String> other =
        post(path, "later", "application/x-ndjson", rows + rows, "Prefer", "respond-async");
    assertThat(problem(other, 422)).isEqualTo("idempotency-key-reused");

    byte[] endless = rows.repeat(1 + (1 << 20) / rows.length()).getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> tooLarge =
        docimo.exchange(
            "POST",
            path,
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(endless)),
            KEY,
            "later",
            "Content-Type",
            "application/x-ndjson",
            Actor.HEADER,
            "rita",
            "Prefer",
            "respond-async");
    assertThat(problem(tooLarge, 413)).isEqualTo("body-too-large");

    String screening = docimo.screening(Map.of());
    String uploads = "/v1/screenings/" + screening + "/uploads";
    String csv = "candidate_ref,question_id,answer\nc,tcp,In order.\n";
    assertThat(post(uploads, "up", "text/csv", csv).statusCode()).isEqualTo(202);
    assertThat(isReplayed(post(uploads, "up", "text/csv", csv))).isTrue();
    assertThat(json(docimo.get("/v1/screenings/" + screening + "/jobs"), 200).at("/jobs"))
        .hasSize(1);
  }

  @Test
  void whatQuotesAnswersIsRemovedWithACandidate() {
    String screening = docimo.screening(Map.of());
    String path = "/v1/screenings/" + screening + "/submissions";
    String answer =
        "{\"candidate_ref\": \"c\", \"question_id\": \"tcp\", \"answer\": \"In order.\"}";
    assertThat(post(path, "s", JSON, answer).statusCode()).isEqualTo(201);
    json(docimo.send("DELETE", "/v1/candidates/c", Actor.HEADER, "r"), 200);
    assertThat(problem(post(path, "s", JSON, answer), 409)).isEqualTo("idempotency-reply-gone");
    assertThat(json(docimo.get(path), 200).at("/submissions")).hasSize(1);
  }

  @Test
  void aReplyThatIsTooLargeIsMadeAgainWhereThatChangesNothing() {
    String attack = "/v1/questions/overfitting/attacks";
    HttpResponse<String> first = post(attack, "large", JSON, "{}");
    assertThat(first.body().length()).isGreaterThan(LARGEST_REPLY);
    HttpResponse<String> again = post(attack, "large", JSON, "{}");
    assertThat(isReplayed(again)).isFalse();
    assertThat(again.body()).isEqualTo(first.body());
    JsonNode grade =
        json(post("/v1/grades", "g", JSON, TestService.request("tcp", "In order.")), 200);
    JsonNode same =
        json(post("/v1/grades", "g", JSON, TestService.request("tcp", "In order.")), 200);
    assertThat(same.at("/id")).isEqualTo(grade.at("/id"));
  }
}

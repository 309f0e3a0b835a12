package docimo.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import docimo.app.Workplace;
import docimo.exchange.Json;
import docimo.question.Question;
import docimo.question.QuestionBank;
import docimo.testing.TestApplication;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the contract come from the service: a life of a screening, step by step. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ContractExamplesTest {

  private static final ExampleBook BOOK = new ExampleBook();
  private static final Set<String> SENT = new HashSet<>();

  @TempDir static Path folder;

  @Test
  @Order(1)
  void gradesAndQuestions() {
    try (OfficeService docimo = new OfficeService(folder.resolve("grades"), ExampleBook.BANK)) {
      BOOK.reply("overview", 200, docimo.get("/"));
      BOOK.reply("livez", 200, docimo.get("/livez"));
      BOOK.reply("readyz", 200, docimo.get("/readyz"));
      BOOK.reply("grade", 200, post(docimo, "/v1/grades", "grade-request"));
      BOOK.reply("grade-inline", 200, post(docimo, "/v1/grades", "grade-request-inline"));
      Map<String, String> empty = Map.of("question_id", "autoencoders", "answer", "");
      BOOK.reply("grade-not-gradable", 200, docimo.post("/v1/grades", "rita", empty));
      BOOK.reply("questions", 200, docimo.get("/v1/questions"));
      BOOK.reply("question", 200, docimo.get("/v1/questions/autoencoders"));
      BOOK.reply("question-created", 201, post(docimo, "/v1/questions", "question-request"));
      HttpResponse<String> twice = post(docimo, "/v1/questions", "question-request");
      BOOK.problem("question-exists", twice);
      String bread = "/v1/questions/bread";
      HttpResponse<String> revised = send(docimo, "PUT", bread, "question-revise-request");
      BOOK.reply("question-revised", 200, revised);
      BOOK.problem("version-conflict", send(docimo, "PUT", bread, "question-revise-request"));
      BOOK.reply("question-revisions", 200, docimo.get("/v1/questions/bread/revisions"));
      String attacks = "/v1/questions/autoencoders/attacks";
      BOOK.reply("attack", 200, post(docimo, attacks, "attack-request"));
    }
  }

  @Test
  @Order(2)
  void screeningFromItsOpeningToItsEnd() {
    try (OfficeService docimo = new OfficeService(folder.resolve("screening"), ExampleBook.BANK)) {
      String screening =
          "/v1/screenings/"
              + id(
                  BOOK.reply(
                      "screening", 201, post(docimo, "/v1/screenings", "screening-request")));
      String submission = "/v1/submissions/" + submissions(docimo, screening);
      uploads(docimo, screening);
      reviews(docimo, screening, submission);
      regrades(docimo, screening);
      results(docimo, screening);
      audit(docimo, submission);
      BOOK.reply("screenings", 200, docimo.get("/v1/screenings"));
      BOOK.problem(
          "state-not-possible",
          docimo.post(screening + "/state", "rita", Map.of("state", "archived", "version", 1)));
      HttpResponse<String> changed = send(docimo, "PUT", screening, "screening-change-request");
      BOOK.reply("screening-changed", 200, changed);
      BOOK.reply("screening-closed", 200, post(docimo, screening + "/state", "state-request"));
      Map<String, String> late =
          Map.of("candidate_ref", "late", "question_id", "tcp-udp", "answer", "x");
      HttpResponse<String> refused = docimo.post(screening + "/submissions", "portal", late);
      BOOK.problem("screening-not-open", refused);
      BOOK.reply("candidate-export", 200, docimo.get("/v1/candidates/c-17"));
      BOOK.reply(
          "candidate-erased",
          200,
          docimo.send("DELETE", "/v1/candidates/c-17", Actor.HEADER, "rita"));
      BOOK.problem("text-removed", post(docimo, submission + "/appeal", "appeal-request"));
    }
  }

  private static String submissions(OfficeService docimo, String screening) {
    String path = screening + "/submissions";
    JsonNode taken = BOOK.reply("submission-taken", 201, post(docimo, path, "submission-request"));
    BOOK.reply("submission-repeated", 200, post(docimo, path, "submission-request"));
    ObjectNode other = (ObjectNode) ExampleBook.read("submission-request");
    BOOK.problem("attempt-differs", post(docimo, path, other.put("answer", "Something else.")));
    BOOK.problem("question-not-asked", post(docimo, path, other.put("question_id", "bread")));
    return taken.path("submission_id").textValue();
  }

  private static void uploads(OfficeService docimo, String screening) {
    String csv = ExampleBook.read("upload-csv").textValue();
    SENT.add("upload-csv");
    HttpResponse<String> sent =
        docimo.send("POST", screening + "/uploads", "rita", "text/csv", csv);
    String job = "/v1/jobs/" + id(BOOK.reply("upload-accepted", 202, sent));
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> OfficeService.json(docimo.get(job), 200).at("/state").asText().equals("done"));
    BOOK.reply("job", 200, docimo.get(job));
    BOOK.reply("job-problems", 200, docimo.get(job + "/problems"));
    BOOK.reply("jobs", 200, docimo.get(screening + "/jobs"));
    BOOK.reply("submissions", 200, docimo.get(screening + "/submissions"));
    BOOK.problem("job-state", docimo.post(job + "/cancel", "rita"));
  }

  private static void reviews(OfficeService docimo, String screening, String submission) {
    BOOK.reply("override", 201, post(docimo, submission + "/override", "decision-request"));
    String review =
        "/v1/reviews/"
            + id(BOOK.reply("appeal", 201, post(docimo, submission + "/appeal", "appeal-request")));
    BOOK.problem("case-open", post(docimo, submission + "/appeal", "appeal-request"));
    BOOK.reply("reviews", 200, docimo.get(screening + "/reviews"));
    BOOK.problem("other-person-needed", docimo.post(review + "/claim", "rita"));
    BOOK.reply("review", 200, docimo.post(review + "/claim", "sam"));
    BOOK.problem("case-not-yours", docimo.post(review + "/claim", "tom"));
    String decision = Json.write(ExampleBook.read("decision-request"));
    BOOK.problem(
        "blind-mark-first",
        docimo.send("POST", review + "/decision", "sam", "application/json", decision));
    String mark = Json.write(ExampleBook.read("blind-mark-request"));
    SENT.add("blind-mark-request");
    BOOK.reply(
        "review-blind-marked",
        200,
        docimo.send("POST", review + "/blind-mark", "sam", "application/json", mark));
    BOOK.problem(
        "blind-mark-given",
        docimo.send("POST", review + "/blind-mark", "sam", "application/json", mark));
    JsonNode decided =
        BOOK.reply(
            "decision",
            200,
            docimo.send("POST", review + "/decision", "sam", "application/json", decision));
    String kept = "/v1/marks/" + id(decided) + "/marked-answer";
    BOOK.reply("marked-answer", 200, post(docimo, kept, "marked-answer-request"));
  }

  private static void regrades(OfficeService docimo, String screening) {
    String path = screening + "/regrade";
    BOOK.reply("regrade-preview", 200, docimo.post(path + "?limit=1", "rita"));
    JsonNode job = BOOK.reply("regrade-accepted", 202, post(docimo, path, "regrade-request"));
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () ->
                OfficeService.json(docimo.get("/v1/jobs/" + id(job)), 200)
                    .at("/state")
                    .asText()
                    .equals("done"));
  }

  private static void results(OfficeService docimo, String screening) {
    BOOK.reply("percentiles", 201, docimo.post(screening + "/percentiles", "rita"));
    BOOK.reply("results", 200, docimo.get(screening + "/results"));
    BOOK.reply("result", 200, docimo.get(screening + "/results/c-17"));
    BOOK.reply("progress", 200, docimo.get(screening + "/progress?candidate_ref=c-17"));
    BOOK.reply("agreement", 200, docimo.get(screening + "/agreement"));
    BOOK.reply("export-csv", 200, docimo.get(screening + "/export.csv?candidate_ref=c-17"));
    BOOK.reply("export-jsonl", 200, docimo.get(screening + "/export.jsonl?candidate_ref=c-17"));
    assertThat(docimo.get(screening + "/export.html").statusCode()).isEqualTo(200);
  }

  private static void audit(OfficeService docimo, String submission) {
    JsonNode shown = BOOK.reply("submission", 200, docimo.get(submission));
    BOOK.reply("submission-events", 200, docimo.get(submission + "/events"));
    BOOK.reply("events", 200, docimo.get("/v1/audit/events?limit=2"));
    BOOK.reply("verified", 200, post(docimo, "/v1/audit/verify", "verify-request"));
    String grade = shown.at("/grades/0/id").textValue();
    BOOK.reply("replay", 200, docimo.post("/v1/grades/" + grade + "/replay", "rita"));
  }

  /** Where nobody does the jobs, one can be stopped before it ends. */
  @Test
  @Order(3)
  void jobThatIsStoppedGoesOn() throws IOException {
    Path database = folder.resolve("idle").resolve("docimo");
    try (Workplace idle = Workplace.open(database.toString(), TestApplication::shared);
        TestService docimo = TestService.start(idle::office, ExampleBook.BANK)) {
      HttpResponse<String> opened =
          docimo.exchange(
              "POST",
              "/v1/screenings",
              BodyPublishers.ofString(Json.write(ExampleBook.read("screening-request"))),
              "Content-Type",
              "application/json",
              Actor.HEADER,
              "rita");
      String screening = "/v1/screenings/" + id(Json.read(opened.body()));
      String rows = "{\"candidate_ref\": \"c\", \"question_id\": \"tcp-udp\", \"answer\": \"x\"}\n";
      HttpResponse<String> sent = upload(docimo, screening + "/uploads", rows.repeat(2));
      String job = "/v1/jobs/" + id(Json.read(sent.body()));
      HttpResponse<String> stopped = docimo.send("POST", job + "/cancel", Actor.HEADER, "rita");
      BOOK.reply("job-cancelled", 200, stopped);
      HttpResponse<String> resumed = docimo.send("POST", job + "/resume", Actor.HEADER, "rita");
      BOOK.reply("job-resumed", 202, resumed);
      BOOK.problem("upload-shorter", shorter(docimo, screening));
    }
  }

  /** The job of an upload that broke off is gone on with a file that has less. */
  private static HttpResponse<String> shorter(TestService docimo, String screening)
      throws IOException {
    String row = "{\"candidate_ref\": \"c\", \"question_id\": \"tcp-udp\", \"answer\": \"x\"}\n";
    try (RawConnection broken = docimo.connect()) {
      broken.write(
          "POST "
              + screening
              + "/uploads HTTP/1.1\r\nHost: x\r\nDocimo-Actor: r\r\n"
              + "Content-Type: application/x-ndjson\r\nContent-Length: 1000000\r\n\r\n"
              + row.repeat(700));
      Awaitility.await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> newest(docimo, screening).path("total").intValue() == 500);
    }
    String job = id(newest(docimo, screening));
    return upload(docimo, screening + "/uploads?job=" + job, row);
  }

  private static JsonNode newest(TestService docimo, String screening) {
    return Json.read(docimo.get(screening + "/jobs").body()).at("/jobs/0");
  }

  private static HttpResponse<String> upload(TestService docimo, String path, String rows) {
    return docimo.exchange(
        "POST",
        path,
        BodyPublishers.ofString(rows),
        "Content-Type",
        "application/x-ndjson",
        Actor.HEADER,
        "rita");
  }

  @Test
  @Order(4)
  void problemsOfAddressesAndFields() throws IOException {
    try (OfficeService docimo = new OfficeService(folder.resolve("problems"), ExampleBook.BANK)) {
      BOOK.problem("no-such-resource", docimo.get("/v1/nothing"));
      BOOK.problem("method-not-allowed", docimo.send("DELETE", "/v1/grades"));
      BOOK.problem("unknown-parameter", docimo.get("/v1/questions?topic=nets"));
      BOOK.problem("invalid-parameter", docimo.get("/v1/screenings?limit=0"));
      BOOK.problem("question-not-found", docimo.get("/v1/questions/nope"));
      BOOK.problem("screening-not-found", docimo.get("/v1/screenings/nope"));
      BOOK.problem("submission-not-found", docimo.get("/v1/submissions/nope"));
      BOOK.problem("job-not-found", docimo.get("/v1/jobs/nope"));
      BOOK.problem("candidate-not-found", docimo.get("/v1/candidates/nope"));
      BOOK.problem("grade-not-found", docimo.post("/v1/grades/nope/replay", "rita"));
      BOOK.problem("review-case-not-found", docimo.post("/v1/reviews/nope/claim", "sam"));
      BOOK.problem(
          "mark-not-found",
          docimo.post("/v1/marks/nope/marked-answer", "sam", Map.of("version", 1)));
      BOOK.problem("actor-missing", docimo.send("POST", "/v1/reviews/x/claim"));
      BOOK.problem("actor-invalid", docimo.post("/v1/reviews/x/claim", "docimo"));
      BOOK.problem(
          "invalid-version",
          docimo.exchange(
              "PUT",
              "/v1/questions/bread",
              BodyPublishers.ofString("{\"prompt\": \"?\", \"reference\": \"Full.\"}"),
              "Content-Type",
              "application/json",
              "If-Match",
              "1",
              Actor.HEADER,
              "rita"));
      BOOK.problem(
          "malformed-json",
          docimo.send("POST", "/v1/grades", "rita", "application/json", "{\"answer\": }"));
      BOOK.problem(
          "unsupported-media-type",
          docimo.send("POST", "/v1/grades", "rita", "text/plain", "my answer"));
      BOOK.problem(
          "invalid-field",
          docimo.post("/v1/grades", "rita", Map.of("question_id", "tcp-udp", "answr", "")));
      BOOK.problem(
          "body-too-large",
          docimo.post("/v1/grades", "rita", Map.of("answer", "x".repeat(1 << 20))));
      BOOK.problem(
          "json-limit",
          docimo.send("POST", "/v1/grades", "rita", "application/json", "[".repeat(9_000)));
      servers(docimo);
    }
  }

  /** Those that take long to come about, from where the service has them. */
  private static void limits() {
    List<Problem> problems =
        List.of(
            LimitProblems.slowBody(Timeouts.DEFAULT.body()),
            LimitProblems.attack(Timeouts.DEFAULT.attack()),
            LimitProblems.memory(Limits.DEFAULT));
    for (Problem problem : problems) {
      String type = problem.type().replaceFirst("^urn:docimo:problem:", "");
      BOOK.problem(type, new String(problem.bytes(), StandardCharsets.UTF_8));
    }
  }

  /** What is no request that a route could see. */
  private static void servers(OfficeService docimo) throws IOException {
    Map<String, String> bad =
        Map.of(
            "bad-request",
            "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
            "address-too-long",
            "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n",
            "headers-too-large",
            "GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + "x".repeat(20_000) + "\r\n\r\n");
    for (Map.Entry<String, String> sent : bad.entrySet()) {
      try (RawConnection connection = docimo.connect()) {
        BOOK.problem(sent.getKey(), connection.write(sent.getValue()).reply().body());
      }
    }
    try (RawConnection connection = docimo.connect()) {
      List<String> lines =
          List.of(
              "POST /v1/grades HTTP/1.1",
              "Host: x",
              "Content-Type: application/json",
              "Transfer-Encoding: chunked",
              "",
              "5",
              "{\"ans",
              "nonsense",
              "");
      connection.write(String.join("\r\n", lines));
      BOOK.problem("incomplete-body", connection.reply().body());
    }
  }

  @Test
  @Order(5)
  void problemsOfTheService() {
    limits();
    try (TestService starting = TestService.starting()) {
      BOOK.problem("not-ready", starting.get("/readyz"));
      BOOK.problem("store-unavailable", starting.get("/v1/screenings"));
    }
    try (TestService busy = TestService.start(o -> o.with(new RateLimits(0, 1, 0, 0)))) {
      busy.get("/v1/questions");
      BOOK.problem("too-many-requests", busy.get("/v1/questions"));
    }
    QuestionBank failing =
        new QuestionBank() {
          @Override
          public Optional<Question> find(String id) {
            throw new IllegalStateException("a defect");
          }

          @Override
          public List<Question> all() {
            return List.of();
          }
        };
    try (TestService defect = TestService.start(failing)) {
      BOOK.problem("internal-error", defect.get("/v1/questions/x"));
    }
  }

  @Test
  @Order(6)
  void manyAnswersAtOnceAndAsAJob() {
    String rows = Json.write(ExampleBook.read("batch-request"));
    SENT.add("batch-request");
    String path = "/v1/grades:batch";
    String json = "application/json";
    try (OfficeService docimo = new OfficeService(folder.resolve("batch"), ExampleBook.BANK)) {
      BOOK.reply("batch-lines", 200, docimo.send("POST", path, "rita", json, rows));
      BOOK.reply(
          "batch-list",
          200,
          docimo.exchange(
              "POST", path, BodyPublishers.ofString(rows), "Content-Type", json, "Accept", json));
      JsonNode accepted =
          BOOK.reply("batch-accepted", 202, later(docimo, rows, "Prefer", "respond-async"));
      String job = "/v1/jobs/" + id(accepted);
      Awaitility.await()
          .atMost(Duration.ofMinutes(2))
          .until(
              () -> OfficeService.json(docimo.get(job), 200).at("/state").asText().equals("done"));
      BOOK.reply("job-results", 200, docimo.get(job + "/results"));
      BOOK.problem(
          "idempotency-key-not-possible",
          docimo.exchange(
              "POST",
              path,
              BodyPublishers.ofString(rows),
              "Content-Type",
              json,
              "Idempotency-Key",
              "k1"));
      String[] key = {"Prefer", "respond-async", "Idempotency-Key", "k2"};
      later(docimo, rows, key);
      BOOK.problem("idempotency-key-reused", later(docimo, "[]", key));
      BOOK.problem(
          "idempotency-key-invalid",
          later(docimo, rows, "Prefer", "respond-async", "Idempotency-Key", "k 3"));
    }
  }

  private static HttpResponse<String> later(OfficeService docimo, String rows, String... more) {
    List<String> headers =
        new ArrayList<>(List.of("Content-Type", "application/json", Actor.HEADER, "rita"));
    headers.addAll(List.of(more));
    return docimo.exchange(
        "POST", "/v1/grades:batch", BodyPublishers.ofString(rows), headers.toArray(String[]::new));
  }

  @Test
  @Order(7)
  void keysAndWhatTheyDoNotOpen() {
    JsonNode wanted = ExampleBook.read("key-request");
    JsonNode overlap = ExampleBook.read("key-rotate-request");
    SENT.addAll(List.of("key-request", "key-rotate-request"));
    try (KeyedService docimo = KeyedService.start(folder.resolve("keys"))) {
      String admin = "acme admin";
      JsonNode made = BOOK.reply("key-created", 201, docimo.post("/v1/keys", admin, wanted));
      BOOK.problem("key-name-taken", docimo.post("/v1/keys", admin, wanted));
      String key = "/v1/keys/" + id(made);
      BOOK.reply("key-rotated", 200, docimo.post(key + "/rotate", admin, overlap));
      BOOK.reply("keys", 200, docimo.get("/v1/keys", admin));
      BOOK.reply("key-revoked", 200, docimo.post(key + "/revoke", admin, Map.of()));
      BOOK.problem("key-is-revoked", docimo.post(key + "/rotate", admin, overlap));
      BOOK.problem("key-not-found", docimo.post("/v1/keys/nope/revoke", admin, Map.of()));
      BOOK.problem("scope-missing", docimo.get("/v1/keys", "acme grade"));
      BOOK.problem("key-revoked", docimo.get("/v1/keys", "acme revoked"));
      BOOK.problem("key-missing", docimo.send("GET", "/v1/keys", null, null, null));
      BOOK.problem("key-mistyped", docimo.send("GET", "/v1/keys", "docimo_x", null, null));
    }
  }

  /** Those that other tests provoke; their shape is held to the schema by each exchange. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "blind-reviews-open",
          "idempotency-in-flight",
          "idempotency-reply-gone",
          "job-kind",
          "key-expired",
          "key-replaced",
          "key-unknown",
          "request-repeated",
          "tenant-exists",
          "tenant-not-found",
          "too-many-batches",
          "too-many-listeners",
          "too-many-rows");

  @Test
  @Order(8)
  void everyExampleWasSeen() throws IOException {
    Set<String> known = ExampleBook.in("");
    known.addAll(ExampleBook.in("problems").stream().map(name -> "problems/" + name).toList());
    Set<String> used = BOOK.seen();
    used.addAll(SENT);
    ELSEWHERE.forEach(name -> used.add("problems/" + name));
    assertThat(known).containsExactlyInAnyOrderElementsOf(used);
  }

  private static HttpResponse<String> post(OfficeService docimo, String path, String example) {
    return send(docimo, "POST", path, example);
  }

  private static HttpResponse<String> post(OfficeService docimo, String path, JsonNode body) {
    return docimo.send("POST", path, "portal", "application/json", Json.write(body));
  }

  private static HttpResponse<String> send(
      OfficeService docimo, String method, String path, String example) {
    SENT.add(example);
    return docimo.send(
        method, path, "rita", "application/json", Json.write(ExampleBook.read(example)));
  }

  private static String id(JsonNode reply) {
    return reply.path("id").textValue();
  }
}

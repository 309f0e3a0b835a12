package docimo.api;

import static docimo.api.OfficeService.json;
import static docimo.api.TestService.mediaType;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the routes of screenings say to requests that they cannot serve. */
final class ScreeningProblemsTest {

  private static final String JSON = "application/json";

  @TempDir static Path folder;

  private static OfficeService docimo;
  private static String screening;

  @BeforeAll
  static void start() {
    docimo = new OfficeService(folder);
    screening = docimo.screening(Map.of());
  }

  @AfterAll
  static void stop() {
    docimo.close();
  }

  private static String path(String template) {
    return template.replace("SCREENING", screening);
  }

  @ParameterizedTest
  @CsvSource({
    "POST,   /v1/screenings",
    "PUT,    /v1/screenings/SCREENING",
    "POST,   /v1/screenings/SCREENING/state",
    "POST,   /v1/screenings/SCREENING/submissions",
    "POST,   /v1/screenings/SCREENING/uploads",
    "POST,   /v1/screenings/SCREENING/percentiles",
    "POST,   /v1/screenings/SCREENING/reviews/claim",
    "POST,   /v1/questions",
    "PUT,    /v1/questions/tcp",
    "POST,   /v1/jobs/x/cancel",
    "POST,   /v1/jobs/x/resume",
    "GET,    /v1/reviews/x",
    "POST,   /v1/reviews/x/claim",
    "POST,   /v1/reviews/x/release",
    "POST,   /v1/reviews/x/blind-mark",
    "POST,   /v1/reviews/x/decision",
    "POST,   /v1/submissions/x/override",
    "POST,   /v1/submissions/x/appeal",
    "POST,   /v1/marks/x/marked-answer",
    "DELETE, /v1/candidates/x",
    "DELETE, /v1/candidates?ref=x"
  })
  void nobodyChangesAnythingWithoutAName(String method, String path) {
    JsonNode problem = assertProblem(docimo.send(method, path(path)), 400, "actor-missing");

    assertThat(problem.at("/detail").textValue()).contains("send the header Docimo-Actor");
  }

  @ParameterizedTest
  @ValueSource(strings = {"docimo", " docimo "})
  void whatIsNoNameIsRefused(String actor) {
    assertProblem(docimo.post("/v1/reviews/x/claim", actor), 400, "actor-invalid");
    assertProblem(docimo.post("/v1/reviews/x/claim", "x".repeat(101)), 400, "actor-invalid");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET    | /v1/screenings/nope                           | screening",
        "GET    | /v1/screenings/nope/submissions               | screening",
        "GET    | /v1/screenings/nope/results                   | screening",
        "GET    | /v1/screenings/SCREENING/results/nope         | candidate",
        "GET    | /v1/screenings/nope/agreement                 | screening",
        "GET    | /v1/screenings/nope/reviews                   | screening",
        "GET    | /v1/screenings/nope/jobs                      | screening",
        "GET    | /v1/screenings/nope/export.csv                | screening",
        "GET    | /v1/screenings/nope/export.html               | screening",
        "GET    | /v1/screenings/SCREENING/export.jsonl?candidate_ref=no | candidate",
        "POST   | /v1/screenings/nope/percentiles               | screening",
        "POST   | /v1/screenings/nope/regrade                   | screening",
        "POST   | /v1/screenings/nope/reviews/claim             | screening",
        "GET    | /v1/submissions/nope                          | submission",
        "GET    | /v1/submissions/nope/events                   | submission",
        "GET    | /v1/jobs/nope                                 | job",
        "GET    | /v1/jobs/nope/problems                        | job",
        "POST   | /v1/jobs/nope/cancel                          | job",
        "POST   | /v1/jobs/nope/resume                          | job",
        "GET    | /v1/reviews/nope                              | review-case",
        "POST   | /v1/reviews/nope/claim                        | review-case",
        "POST   | /v1/reviews/nope/release                      | review-case",
        "POST   | /v1/grades/nope/replay                        | grade",
        "GET    | /v1/questions/nope/revisions                  | question",
        "GET    | /v1/candidates/nope                           | candidate",
        "DELETE | /v1/candidates/nope                           | candidate",
        "DELETE | /v1/candidates?ref=nope                       | candidate"
      })
  void whatIsNotThereIsNotFound(String method, String path, String kind) {
    assertProblem(docimo.send(method, path(path), Actor.HEADER, "r"), 404, kind + "-not-found");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "POST | /v1/screenings | {} | /title",
        "POST | /v1/screenings | [] | ``",
        "POST | /v1/screenings | {'title': 't'} | /questions",
        "POST | /v1/screenings | {'title': ' ', 'questions': [{'question_id': 'tcp'}]} | /title",
        "POST | /v1/screenings | {'title': 't', 'questions': []} | /questions",
        "POST | /v1/screenings | {'title': 't', 'questions': [{}]} | /questions/0/question_id",
        "POST | /v1/screenings | {'title': 't', 'questions': [{'question_id': 'no'}]} |"
            + " /questions/0/question_id",
        "POST | /v1/screenings | {'title': 't', 'questions': [{'question_id': 'tcp', 'weight': 0}]}"
            + " | /questions/0/weight",
        "POST | /v1/screenings | {'title': 't', 'questions': [{'question_id': 'tcp', 'w': 0}]} |"
            + " /questions/0/w",
        "POST | /v1/screenings | {'title': 't', 'questions': [{'question_id': 'tcp'},"
            + " {'question_id': 'tcp'}]} | /questions",
        "POST | /v1/screenings | {'title': 't', 'questions': [{'question_id': 'tcp'}],"
            + " 'retention_days': 1} | /retention_days",
        "POST | /v1/screenings | {'title': 't', 'questions': [{'question_id': 'tcp'}],"
            + " 'retention_days': 200.5} | /retention_days",
        "POST | /v1/screenings | {'title': 't', 'questions': [{'question_id': 'tcp'}],"
            + " 'blind_review': 'yes'} | /blind_review",
        "POST | /v1/screenings | {'title': 't', 'questions': [{'question_id': 'tcp'}], 'purpose':"
            + " 'fun'} | /purpose",
        "POST | /v1/screenings | {'title': 't', 'questions': [{'question_id': 'tcp'}],"
            + " 'resubmission': 'all'} | /resubmission",
        "POST | /v1/screenings | {'title': 't', 'questions': [{'question_id': 'tcp'}], 'bands':"
            + " [{'name': 'x', 'from': 2}]} | /bands/0",
        "POST | /v1/screenings | {'title': 't', 'questions': [{'question_id': 'tcp'}], 'bands':"
            + " [{'name': 'x'}]} | /bands/0/from",
        "POST | /v1/screenings | {'title': 't', 'questions': [{'question_id': 'tcp'}],"
            + " 'review_policy': {'nope': true}} | /review_policy",
        "POST | /v1/screenings | {'title': 't', 'questions': [{'question_id': 'tcp'}],"
            + " 'review_policy': {'high_flag': 'on'}} | /review_policy/high_flag",
        "POST | /v1/screenings | {'title': 't', 'questions': [{'question_id': 'tcp'}],"
            + " 'reject_below': 0.5} | /reject_below",
        "PUT  | /v1/screenings/SCREENING | {'title': 't', 'questions': [{'question_id': 'tcp'}]} |"
            + " /version",
        "PUT  | /v1/screenings/SCREENING | {'title': 't', 'questions': [{'question_id': 'tcp'}],"
            + " 'version': 1.5} | /version",
        "POST | /v1/screenings/SCREENING/state | {'version': 1} | /state",
        "POST | /v1/screenings/SCREENING/state | {'version': 1, 'state': 'gone'} | /state",
        "POST | /v1/screenings/SCREENING/submissions | {'question_id': 'tcp', 'answer': 'a'} |"
            + " /candidate_ref",
        "POST | /v1/screenings/SCREENING/submissions | {'candidate_ref': 'c', 'answer': 'a'} |"
            + " /question_id",
        "POST | /v1/screenings/SCREENING/submissions | {'candidate_ref': 'c', 'question_id': 'tcp'}"
            + " | /answer",
        "POST | /v1/screenings/SCREENING/submissions | {'candidate_ref': ' ', 'question_id': 'tcp',"
            + " 'answer': 'a'} | /candidate_ref",
        "POST | /v1/screenings/SCREENING/submissions | {'candidate_ref': 'erased:1', 'question_id':"
            + " 'tcp', 'answer': 'a'} | /candidate_ref",
        "POST | /v1/screenings/SCREENING/submissions | {'candidate_ref': 'c', 'question_id': 'tcp',"
            + " 'answer': 'a', 'mark': 1} | /mark",
        "POST | /v1/screenings/SCREENING/regrade | {'apply': 1} | /apply",
        "POST | /v1/screenings/SCREENING/regrade | {'aply': true} | /aply",
        "POST | /v1/screenings/SCREENING/reviews/claim | {'reviewer': 'x'} | /reviewer",
        "POST | /v1/questions | {'prompt': 'p', 'reference': 'r'} | /id",
        "POST | /v1/questions | {'id': 'x', 'reference': 'r'} | /prompt",
        "POST | /v1/questions | {'id': 'x', 'prompt': 'p'} | /references",
        "POST | /v1/questions | {'id': ' ', 'prompt': 'p', 'reference': 'r'} | /id",
        "POST | /v1/questions | {'id': 'x', 'prompt': 'p', 'reference': 'r', 'version': 1} |"
            + " /version",
        "PUT  | /v1/questions/tcp | {'prompt': 'p', 'reference': 'r'} | /version",
        "PUT  | /v1/questions/tcp | {'id': 'x', 'prompt': 'p', 'reference': 'r', 'version': 1} |"
            + " /id",
        "POST | /v1/reviews/x/blind-mark | {} | /mark",
        "POST | /v1/reviews/x/blind-mark | {'mark': 2} | /mark",
        "POST | /v1/reviews/x/decision | {'mark': 1} | /reason",
        "POST | /v1/reviews/x/decision | {'mark': -1, 'reason': 'r'} | /mark",
        "POST | /v1/submissions/x/override | {'mark': 1, 'reason': ' '} | /reason",
        "POST | /v1/submissions/x/override | {'mark': '1', 'reason': 'r'} | /mark",
        "POST | /v1/submissions/x/appeal | {} | /reason",
        "POST | /v1/marks/x/marked-answer | {} | /version",
        "POST | /v1/audit/verify | [] | ``",
        "POST | /v1/audit/verify | {'heads': {}} | /heads",
        "POST | /v1/audit/verify | {'head': '96 1f8c'} | /head",
        "POST | /v1/audit/verify | {'head': {}} | /head/sequence",
        "POST | /v1/audit/verify | {'head': {'sequence': 1}} | /head/hash",
        "POST | /v1/audit/verify | {'head': {'sequence': 1, 'hash': '1f8c'}} | /head/hash",
        "POST | /v1/audit/verify | {'head': {'sequence': -1, 'hash': '1f8c'}} | /head/sequence",
        "POST | /v1/audit/verify | {'head': {'sequence': 1.5, 'hash': '1f8c'}} | /head/sequence",
        "POST | /v1/audit/verify | {'head': {'sequence': 1, 'hash': 'x', 'at': 1}} | /head/at"
      })
  void fieldAtFaultIsPointedTo(String method, String path, String body, String pointer) {
    HttpResponse<String> response =
        docimo.send(method, path(path), "r", JSON, body.replace('\'', '"'));

    JsonNode problem = assertProblem(response, 422, "invalid-field");
    assertThat(problem.at("/pointer").asText()).isEqualTo(pointer);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/screenings?limit=0, invalid-parameter",
    "GET, /v1/screenings?limit=1001, invalid-parameter",
    "GET, /v1/screenings?after=x, invalid-parameter",
    "GET, /v1/screenings?after=1&after=2, invalid-parameter",
    "GET, /v1/screenings?page=2, unknown-parameter",
    "GET, /v1/screenings/SCREENING?full=1, unknown-parameter",
    "GET, /v1/screenings/SCREENING/reviews?after=99999999999, invalid-parameter",
    "GET, /v1/screenings/SCREENING/results?after=99999999999, invalid-parameter",
    "GET, /v1/screenings/SCREENING/export.csv?all, unknown-parameter",
    "GET, /v1/audit/events?limit=-1, invalid-parameter",
    "GET, /v1/candidates, invalid-parameter",
    "POST, /v1/screenings/SCREENING/submissions?view=boss, invalid-parameter",
    "POST, /v1/audit/verify?quick=1, unknown-parameter"
  })
  void parametersThatNobodyReadsAreRefused(String method, String path, String type) {
    assertProblem(docimo.send(method, path(path), Actor.HEADER, "r"), 400, type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/screenings",
        "/v1/screenings/SCREENING/state",
        "/v1/screenings/SCREENING/submissions",
        "/v1/questions",
        "/v1/reviews/x/decision",
        "/v1/submissions/x/override",
        "/v1/screenings/SCREENING/uploads"
      })
  void anotherMediaTypeIsRefused(String path) {
    assertProblem(
        docimo.send("POST", path(path), "r", "text/plain", "x"), 415, "unsupported-media-type");
    assertProblem(
        docimo.send("POST", path(path), "r", "text/csv; charset=latin1", "x"),
        415,
        "unsupported-media-type");
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE, /v1/screenings/SCREENING, 'GET, HEAD, PUT'",
    "PUT, /v1/screenings, 'GET, HEAD, POST'",
    "GET, /v1/screenings/SCREENING/state, POST",
    "GET, /v1/screenings/SCREENING/uploads, POST",
    "POST, /v1/screenings/SCREENING/export.csv, 'GET, HEAD'",
    "POST, /v1/candidates/x, 'DELETE, GET, HEAD'",
    "GET, /v1/audit/verify, POST",
    "DELETE, /v1/audit/events, 'GET, HEAD'",
    "DELETE, /v1/submissions/x, 'GET, HEAD'",
    "PUT, /v1/grades/x/replay, POST"
  })
  void otherMethodsAreRefusedByNamingThoseThereAre(String method, String path, String allowed) {
    HttpResponse<String> response = docimo.send(method, path(path), Actor.HEADER, "r");

    assertProblem(response, 405, "method-not-allowed");
    assertThat(response.headers().firstValue("Allow").orElse("").split(", "))
        .containsExactlyInAnyOrder(allowed.split(", "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/screenings",
        "/v1/screenings/SCREENING",
        "/v1/screenings/SCREENING/results",
        "/v1/screenings/SCREENING/reviews",
        "/v1/screenings/SCREENING/export.csv",
        "/v1/screenings/SCREENING/export.html",
        "/v1/audit/events",
        "/v1/questions/tcp/revisions"
      })
  void headIsGetWithoutABody(String path) {
    HttpResponse<String> head = docimo.send("HEAD", path(path));

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    HttpResponse<String> get = docimo.get(path(path));
    assertThat(get.statusCode()).isEqualTo(200);
    for (String header : new String[] {"Content-Type", "ETag"}) {
      assertThat(head.headers().firstValue(header)).isEqualTo(get.headers().firstValue(header));
    }
  }

  @Test
  void versionsOfTheHeaderAreTaken() {
    String id = docimo.screening(Map.of("title", "Tagged"));
    String state = "/v1/screenings/" + id + "/state";
    assertProblem(tagged(state, "\"9\"", "{\"state\": \"closed\"}"), 412, "version-conflict");
    assertProblem(tagged(state, "9", "{\"state\": \"closed\"}"), 400, "invalid-version");
    assertProblem(
        tagged(state, "\"1\"", "{\"state\": \"closed\", \"version\": 2}"), 422, "invalid-field");
    assertThat(
            json(tagged(state, "\"1\"", "{\"state\": \"closed\"}"), 200).at("/version").intValue())
        .isEqualTo(2);
    assertProblem(
        docimo.send("POST", "/v1/screenings/" + id + "/uploads", "r", "text/csv", "x"),
        409,
        "screening-not-open");
  }

  private static HttpResponse<String> tagged(String path, String tag, String body) {
    return docimo.exchange(
        "POST",
        path,
        BodyPublishers.ofString(body),
        "Content-Type",
        JSON,
        Actor.HEADER,
        "r",
        "If-Match",
        tag);
  }

  @Test
  void aQuestionThatIsThereIsNotMadeAgain() {
    assertProblem(
        docimo.post(
            "/v1/questions", "a", Map.of("id", "tcp", "prompt", "Other?", "reference", "Other")),
        409,
        "question-exists");
    assertProblem(
        docimo.send(
            "PUT",
            "/v1/questions/none",
            "a",
            JSON,
            "{\"prompt\": \"p\", \"reference\": \"r\", \"version\": 1}"),
        404,
        "question-not-found");
  }

  @Test
  void whatAScreeningDoesNotAskIsRefused() {
    docimo.post("/v1/questions", "a", Map.of("id", "other", "prompt", "O?", "reference", "Other"));
    String path = path("/v1/screenings/SCREENING/submissions");
    Map<String, String> answer =
        Map.of("candidate_ref", "c", "question_id", "other", "attempt", "1", "answer", "secret");
    HttpResponse<String> refused = docimo.post(path, "p", answer);
    assertProblem(refused, 409, "question-not-asked");
    assertThat(refused.body()).doesNotContain("secret");
    Map<String, String> first =
        Map.of("candidate_ref", "c", "question_id", "tcp", "attempt", "1", "answer", "In order.");
    json(docimo.post(path, "p", first), 201);
    Map<String, String> other =
        Map.of("candidate_ref", "c", "question_id", "tcp", "attempt", "1", "answer", "secret");
    HttpResponse<String> differs = docimo.post(path, "p", other);
    assertProblem(differs, 409, "attempt-differs");
    assertThat(differs.body()).doesNotContain("secret");
  }

  @Test
  void aStoreThatIsAwayIsToldWithARemedy() {
    try (TestService away = TestService.start()) {
      HttpResponse<String> response = away.get("/v1/screenings");
      assertProblem(response, 503, "store-unavailable");
      assertThat(response.headers().firstValue("Retry-After")).contains("5");
      assertThat(response.body()).doesNotContain("database is away");
      assertThat(away.get("/v1/questions").statusCode()).isEqualTo(200);
    }
  }

  private static JsonNode assertProblem(HttpResponse<String> response, int status, String type) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(mediaType(response)).isEqualTo("application/problem+json");
    JsonNode problem = json(response, status);
    assertThat(problem.at("/type").textValue()).isEqualTo("urn:docimo:problem:" + type);
    assertThat(problem.at("/title").textValue()).isNotBlank();
    assertThat(problem.at("/detail").textValue()).isNotBlank();
    assertThat(response.body()).doesNotContain("Exception", "docimo.api", "jdbc");
    return problem;
  }
}

package docimo.api;

import static docimo.api.OfficeService.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import docimo.access.Scope;
import docimo.app.Serving;
import docimo.app.Settings;
import docimo.app.StartException;
import docimo.app.Workplace;
import docimo.question.InMemoryQuestionBank;
import docimo.testing.TestApplication;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys over HTTP: who is let in, who is not, and what that leaves in the audit log. */
final class AccessTest {

  private static final String TYPES = "urn:docimo:problem:";

  @TempDir static Path folder;

  private static KeyedService docimo;

  @BeforeAll
  static void start() {
    docimo = KeyedService.start(folder.resolve("keyed"));
  }

  @AfterAll
  static void stop() {
    docimo.close();
  }

  private static void assertRefused(HttpResponse<String> reply, String type) {
    JsonNode problem = json(reply, 401);
    assertThat(problem.at("/type").textValue()).isEqualTo(TYPES + type);
    assertThat(reply.headers().firstValue("WWW-Authenticate").orElse(""))
        .startsWith("Bearer realm=\"docimo\"");
    assertThat(TestService.mediaType(reply)).isEqualTo(Problem.MEDIA_TYPE);
  }

  @Test
  void withoutAKeyNobodyIsLetIn() {
    HttpResponse<String> reply = docimo.send("GET", "/v1/questions", null, null, null);
    assertRefused(reply, "key-missing");
    assertThat(reply.body()).contains("Authorization: Bearer", "docimo key create");
    assertThat(json(docimo.send("GET", "/", null, null, null), 200).at("/access").textValue())
        .isEqualTo("keys");
  }

  @Test
  void aKeyInTheAddressOpensNothing() {
    String secret = docimo.secret("default admin");
    for (String name : List.of("key", "api_key", "access_token")) {
      assertRefused(
          docimo.send("GET", "/v1/questions?" + name + "=" + secret, null, null, null),
          "key-missing");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Basic cml0YTpzZWNyZXQ=, key-missing",
    "Bearer, key-missing",
    "Bearer a b, key-missing",
    "Bearer docimo_0000000000000000_00, key-mistyped",
    "bearer nonsense, key-mistyped"
  })
  void whatIsNoKeyIsNamed(String header, String type) {
    assertRefused(
        docimo.send("GET", "/v1/questions", null, null, null, "Authorization", header), type);
  }

  @Test
  void aMistypedKeyAndARevokedOneAreToldApart() {
    String secret = docimo.secret("default grade");
    String mistyped = secret.substring(0, 79) + (secret.charAt(79) == '0' ? '1' : '0');
    HttpResponse<String> reply = docimo.send("GET", "/v1/questions", mistyped, null, null);
    assertRefused(reply, "key-mistyped");
    assertThat(reply.headers().firstValue("WWW-Authenticate").orElse(""))
        .contains("error=\"invalid_token\"");
    assertThat(reply.body()).doesNotContain(mistyped.substring(24));
    assertRefused(docimo.get("/v1/questions", "default revoked"), "key-revoked");
  }

  @Test
  void aKeyForSomethingElseIsToldWhatIsNeeded() {
    JsonNode problem = json(docimo.get("/v1/questions/tcp", "default grade"), 403);
    assertThat(problem.at("/type").textValue()).isEqualTo(TYPES + "scope-missing");
    assertThat(problem.at("/detail").textValue()).contains("questions:write or review", "admin");
  }

  @Test
  void aRequestForASecretCannotComeAgainSoThatNoSecretIsKept() {
    for (String path :
        List.of("/v1/keys", "/v1/keys/" + docimo.keyId("default spare") + "/rotate")) {
      HttpResponse<String> refused =
          docimo.send(
              "POST",
              path,
              docimo.secret("default admin"),
              "application/json",
              "{\"name\": \"n\", \"scopes\": [\"grade\"]}",
              "Idempotency-Key",
              "again");
      assertThat(json(refused, 400).at("/type").textValue())
          .isEqualTo(TYPES + "idempotency-key-not-possible");
    }
  }

  /** What a front end may: have answers marked and handed in, and see nothing of the key. */
  @Test
  void aFrontEndReadsNeitherReferencesNorResults() {
    String screening = screening("default", false);
    String answers = "/v1/screenings/" + screening + "/submissions";
    Map<String, Object> answer =
        Map.of("candidate_ref", "front", "question_id", "tcp", "answer", "In order.");
    HttpResponse<String> taken = docimo.post(answers, "default grade", answer);
    assertThat(json(taken, 201).at("/grade/feedback").isObject()).isTrue();
    assertThat(taken.body()).doesNotContain("key_points", "components", "\"score\"");
    json(docimo.post(answers + "?view=recruiter", "default grade", answer), 403);
    for (String path :
        List.of("/v1/questions/tcp", answers, "/v1/screenings/" + screening + "/results")) {
      json(docimo.get(path, "default grade"), 403);
    }
    assertThat(docimo.get("/v1/questions", "default grade").body()).doesNotContain("Lost segments");
  }

  @Test
  void theAuditLogHasTheActorAndTheKey() {
    String id = screening("acme", false);
    HttpResponse<String> events = docimo.get("/v1/audit/events", "acme admin");
    JsonNode created =
        json(events, 200).at("/events").findParents("kind").stream()
            .filter(event -> event.at("/kind").textValue().equals("screening_created"))
            .filter(event -> event.toString().contains(id))
            .findFirst()
            .orElseThrow();
    assertThat(created.at("/actor").textValue()).isEqualTo("kim via admin");
    JsonNode problem =
        json(
            docimo.send(
                "POST",
                "/v1/keys",
                docimo.secret("acme admin"),
                "application/json",
                "{}",
                "Docimo-Actor",
                "kim via portal"),
            400);
    assertThat(problem.at("/type").textValue()).isEqualTo(TYPES + "actor-invalid");
  }

  @Test
  void keysAreMadeReplacedAndRevokedWhileTheServiceRuns() {
    JsonNode made =
        json(
            docimo.post(
                "/v1/keys", "zeta admin", Map.of("name", "batch", "scopes", List.of("grade"))),
            201);
    String id = made.at("/id").textValue();
    String first = made.at("/secret").textValue();
    assertThat(docimo.get("/v1/keys", "zeta admin").body())
        .contains(id)
        .doesNotContain(first, docimo.keyId("acme admin"));
    assertThat(status(first)).isEqualTo(200);
    HttpResponse<String> rotated =
        docimo.post("/v1/keys/" + id + "/rotate", "zeta admin", Map.of("overlap_hours", 1));
    assertThat(rotated.headers().firstValue("Cache-Control")).contains("no-store");
    String second = json(rotated, 200).at("/secret").textValue();
    assertThat(List.of(status(first), status(second))).containsOnly(200);
    json(
        docimo.send("POST", "/v1/keys/" + id + "/revoke", docimo.secret("zeta admin"), null, null),
        200);
    assertThat(List.of(status(first), status(second))).containsOnly(401);
  }

  private static int status(String secret) {
    return docimo.send("GET", "/v1/questions", secret, null, null).statusCode();
  }

  @Test
  void fieldsOfAKeyThatCannotBeArePointedTo() {
    for (Map.Entry<String, Object> one :
        Map.<String, Object>of(
                "/name", Map.of("name", "a/b", "scopes", List.of("grade")),
                "/scopes", Map.of("name", "ab"),
                "/scopes/1", Map.of("name", "ab", "scopes", List.of("grade", "everything")),
                "/expires_days",
                    Map.of("name", "ab", "scopes", List.of("grade"), "expires_days", 0))
            .entrySet()) {
      JsonNode problem = json(docimo.post("/v1/keys", "zeta admin", one.getValue()), 422);
      assertThat(problem.at("/pointer").textValue()).isEqualTo(one.getKey());
    }
    json(
        docimo.post("/v1/keys", "zeta admin", Map.of("name", "admin", "scopes", List.of("grade"))),
        409);
  }

  private static String screening(String tenant, boolean blind) {
    return json(
            docimo.post(
                "/v1/screenings",
                tenant + " admin",
                Map.of(
                    "title",
                    "T",
                    "blind_review",
                    blind,
                    "questions",
                    List.of(Map.of("question_id", "tcp")))),
            201)
        .at("/id")
        .textValue();
  }

  @Test
  void aBlindReviewerCannotLookAtTheGradeBeforeMarking() {
    String id = screening("default", true);
    String screening = "/v1/screenings/" + id;
    Map<String, Object> answer =
        Map.of("candidate_ref", "blind", "question_id", "tcp", "answer", "In order, and again.");
    String submission =
        json(docimo.post(screening + "/submissions", "default grade", answer), 201)
            .at("/submission_id")
            .textValue();
    String path = "/v1/submissions/" + submission;
    json(docimo.post(path + "/appeal", "default review", Map.of("reason", "Look.")), 201);

    JsonNode seen = json(docimo.get(path, "default review"), 200);
    assertThat(seen.at("/hidden").booleanValue()).isTrue();
    assertThat(seen.at("/mark").isNull()).isTrue();
    assertThat(seen.at("/grades")).isEmpty();
    assertThat(seen.toString()).doesNotContain("\"score\"", "key_points");
    JsonNode line = json(docimo.get(screening + "/submissions", "default review"), 200);
    assertThat(line.at("/submissions/0/mark").isNull()).isTrue();
    for (String shown :
        List.of("/results", "/results/blind", "/agreement", "/export.csv", "/export.html")) {
      HttpResponse<String> reply = docimo.get(screening + shown, "default review");
      assertThat(json(reply, 409).at("/type").textValue()).endsWith(":blind-reviews-open");
      assertThat(docimo.get(screening + shown, "default admin").statusCode()).isEqualTo(200);
    }
    json(docimo.post(screening + "/regrade", "default review", Map.of()), 409);
    assertThat(json(docimo.get(path, "default admin"), 200).at("/mark/source").textValue())
        .isEqualTo("machine");

    String review =
        json(docimo.post(screening + "/reviews/claim", "default review", Map.of()), 200)
            .at("/case/id")
            .textValue();
    JsonNode marked =
        json(
            docimo.post(
                "/v1/reviews/" + review + "/blind-mark", "default review", Map.of("mark", 0.5)),
            200);
    assertThat(marked.at("/grade").isObject()).isTrue();
    json(
        docimo.post(
            "/v1/reviews/" + review + "/decision",
            "default review",
            Map.of("mark", 0.6, "reason", "So it is.")),
        200);
    assertThat(json(docimo.get(path, "default review"), 200).at("/mark/value").doubleValue())
        .isEqualTo(0.6);
    json(docimo.get(screening + "/results", "default review"), 200);
  }

  @Test
  void aFirstRunIsOpenToThisMachineUntilThereIsAKey() throws IOException {
    try (KeyedService first = KeyedService.firstRun(folder.resolve("first"))) {
      JsonNode overview = json(first.send("GET", "/", null, null, null), 200);
      assertThat(overview.at("/access").textValue()).isEqualTo("open");
      json(first.send("GET", "/v1/questions/tcp", null, null, null), 200);
      assertElsewhereRefused(first);
      JsonNode made =
          json(
              first.send(
                  "POST",
                  "/v1/keys",
                  null,
                  "application/json",
                  "{\"name\": \"first\", \"scopes\": [\"admin\"]}"),
              201);
      assertRefused(first.send("GET", "/v1/questions/tcp", null, null, null), "key-missing");
      String secret = made.at("/secret").textValue();
      json(first.send("GET", "/v1/questions/tcp", secret, null, null), 200);
      assertThat(json(first.send("GET", "/", null, null, null), 200).at("/access").textValue())
          .isEqualTo("keys");
    }
  }

  /** A proxy, a page of another site, and one whose name was made to lead here. */
  private static void assertElsewhereRefused(KeyedService first) throws IOException {
    String path = "/v1/questions/tcp";
    for (List<String> header :
        List.of(
            List.of("X-Forwarded-For", "192.0.2.7"),
            List.of("Forwarded", "for=192.0.2.7"),
            List.of("Origin", "https://evil.example"),
            List.of("Origin", "null"),
            List.of("Authorization", "Bearer x"))) {
      HttpResponse<String> reply =
          first.send("GET", path, null, null, null, header.get(0), header.get(1));
      assertRefused(reply, "key-missing");
    }
    json(first.send("GET", path, null, null, null, "Origin", "http://localhost:3000"), 200);
    try (RawConnection connection = first.connect()) {
      connection.write("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\n\r\n");
      assertThat(connection.reply().status()).isEqualTo(401);
    }
  }

  /** Figures are of all tenants at once. */
  @Test
  void onlyTheOperatorSeesFigures() {
    assertThat(docimo.get("/metrics", "default admin").statusCode()).isEqualTo(200);
    JsonNode problem = json(docimo.get("/metrics", "acme admin"), 403);
    assertThat(problem.at("/detail").textValue()).contains("admin of the tenant default");
    json(docimo.get("/metrics", "default review"), 403);
  }

  @Test
  void livenessNeedsNoKey() {
    for (String path : List.of("/livez", "/readyz")) {
      assertThat(docimo.send("GET", path, null, null, null).statusCode()).isEqualTo(200);
    }
  }

  /** The address is one that no machine has: it never listens there. */
  @Test
  void anAddressThatOthersReachNeedsAKeyFirst() {
    String database = KeyedService.database(folder.resolve("others"));
    Settings others = KeyedService.settings(database, "192.0.2.1");
    InMemoryQuestionBank bank = new InMemoryQuestionBank(List.of(TestService.TCP));
    assertThatThrownBy(() -> Serving.listen(TestApplication::shared, bank, others).close())
        .isInstanceOf(StartException.class)
        .hasMessageContaining("docimo key create")
        .hasMessageContaining("192.0.2.1");
    try (Workplace place = Workplace.open(database, TestApplication::shared)) {
      place.keys().create("default", "first", Set.of(Scope.ADMIN), null, "op");
    }
    assertThatThrownBy(() -> Serving.listen(TestApplication::shared, bank, others).close())
        .isInstanceOf(StartException.class)
        .hasMessageNotContaining("docimo key create");
  }
}

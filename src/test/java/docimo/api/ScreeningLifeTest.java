package docimo.api;

import static docimo.api.OfficeService.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Screenings over HTTP, from the questions to the last erased candidate. */
final class ScreeningLifeTest {

  private static final String FULL =
      "A model overfits when it learns the noise of the training data by heart, and the error on "
          + "validation data rises.";
  private static final String TCP = "TCP delivers bytes in order and sends lost segments again.";

  @TempDir static Path folder;

  private static OfficeService docimo;

  @BeforeAll
  static void start() {
    docimo = new OfficeService(folder);
  }

  @AfterAll
  static void stop() {
    docimo.close();
  }

  @Test
  void aScreeningTakesQuestionsOfTheServedBankWithIt() {
    try (OfficeService fresh = new OfficeService(folder.resolve("fresh"))) {
      Map<String, Object> plan =
          Map.of("title", "First", "questions", List.of(Map.of("question_id", "tcp")));
      json(fresh.post("/v1/screenings", "rita", plan), 201);
      json(fresh.post("/v1/screenings", "rita", plan), 201);
      JsonNode kept = json(fresh.get("/v1/questions/tcp/revisions"), 200);
      assertThat(kept.at("/revisions")).hasSize(1);
      assertThat(kept.at("/revisions/0/actor").textValue()).isEqualTo("rita");
    }
  }

  @Test
  void wholeLife() {
    String id =
        docimo.screening(
            Map.of("bands", List.of(Map.of("name", "look first", "from", 0.6)), "title", "Life"));
    String screening = "/v1/screenings/" + id;

    // answers: one by one, and a file
    HttpResponse<String> posted =
        docimo.post(
            screening + "/submissions",
            "portal",
            Map.of(
                "candidate_ref", "life/ann",
                "label", "Ann",
                "question_id", "overfitting",
                "attempt", "1",
                "answer", TestService.HALF));
    JsonNode receipt = json(posted, 201);
    assertThat(receipt.at("/grade/feedback/summary").textValue()).isNotBlank();
    assertThat(receipt.at("/grade/feedback/missing")).isEmpty();
    assertThat(posted.body())
        .doesNotContain("key_points", "keywords", "explanation", "components", "score");
    String submission = receipt.at("/submission_id").textValue();
    assertThat(posted.headers().firstValue("Location")).contains("/v1/submissions/" + submission);
    upload(
        screening,
        "candidate_ref,question_id,answer\n"
            + "life/ann,tcp,\""
            + TCP
            + "\"\nlife/bob,overfitting,\""
            + FULL
            + "\"\nlife/bob,nonsense,x\nlife/bob,tcp,\"In order.\"\n");

    // a person knows better
    JsonNode mark =
        json(
            docimo.post(
                "/v1/submissions/" + submission + "/override",
                "rita",
                Map.of("mark", 0.75, "reason", "Meant the right thing.")),
            201);
    assertThat(mark.at("/kind").textValue()).isEqualTo("override");
    reviewOfAnAppeal(submission, screening);

    JsonNode shown = json(docimo.get("/v1/submissions/" + submission), 200);
    assertThat(shown.at("/mark/source").textValue()).isEqualTo("human");
    assertThat(shown.at("/mark/value").doubleValue()).isEqualTo(0.9);
    assertThat(shown.at("/grades")).hasSize(1);
    assertThat(shown.at("/marks")).hasSize(2);
    assertThat(shown.at("/stale")).isEmpty();
    assertThat(shown.toString()).doesNotContain("salt");

    // results
    json(docimo.post(screening + "/percentiles", "recruiter"), 201);
    JsonNode results = json(docimo.get(screening + "/results?limit=1"), 200);
    assertThat(results.at("/total").intValue()).isEqualTo(2);
    assertThat(results.at("/candidates")).hasSize(1);
    assertThat(results.at("/next").intValue()).isEqualTo(1);
    JsonNode ann = json(docimo.get(screening + "/results/life/ann"), 200);
    assertThat(ann.at("/label").textValue()).isEqualTo("Ann");
    assertThat(ann.at("/questions/0/mark/value").doubleValue()).isEqualTo(0.9);
    assertThat(ann.at("/percentile").isNumber()).isTrue();
    assertThat(json(docimo.get(screening + "/agreement"), 200).at("/by_month/0/marks").intValue())
        .isPositive();
    JsonNode progress =
        json(docimo.get(screening + "/progress?candidate_ref=life%2Fann"), 200).at("/questions/0");
    assertThat(progress.at("/attempts")).hasSize(1);
    assertThat(progress.at("/attempts/0/mark/value").doubleValue()).isEqualTo(0.9);
    assertThat(progress.at("/gain").isNull()).isTrue();
    json(docimo.get(screening + "/progress?candidate_ref=nobody"), 404);
    json(docimo.get(screening + "/progress"), 400);
    for (String format : List.of("csv", "jsonl", "html")) {
      HttpResponse<String> export = docimo.get(screening + "/export." + format);
      assertThat(export.statusCode()).isEqualTo(200);
      assertThat(export.body()).contains("life/ann", "life/bob");
      HttpResponse<String> one =
          docimo.get(screening + "/export." + format + "?candidate_ref=life%2Fann");
      assertThat(one.body()).contains("life/ann").doesNotContain("life/bob");
    }

    // audit
    String grade = shown.at("/grades/0/id").textValue();
    JsonNode replay = json(docimo.post("/v1/grades/" + grade + "/replay", "auditor"), 200);
    assertThat(replay.at("/outcome").textValue()).isEqualTo("identical");
    assertThat(json(docimo.post("/v1/audit/verify", "auditor"), 200).at("/intact").booleanValue())
        .isTrue();
    JsonNode events = json(docimo.get("/v1/audit/events?limit=2"), 200);
    assertThat(events.at("/events")).hasSize(2);
    assertThat(events.at("/next").intValue()).isEqualTo(2);
    assertThat(json(docimo.get("/v1/submissions/" + submission + "/events"), 200).at("/events"))
        .hasSizeGreaterThan(3);

    // erasing
    JsonNode export = json(docimo.get("/v1/candidates/life/ann"), 200);
    assertThat(export.at("/answers")).hasSize(2);
    assertThat(export.at("/answers/0/submission/text").textValue()).isEqualTo(TestService.HALF);
    JsonNode erased =
        json(docimo.send("DELETE", "/v1/candidates?ref=life%2Fann", Actor.HEADER, "rita"), 200);
    assertThat(erased.at("/erased_at").isTextual()).isTrue();
    assertThat(docimo.get("/v1/candidates/life/ann").statusCode()).isEqualTo(404);
    HttpResponse<String> after = docimo.get("/v1/submissions/" + submission);
    assertThat(json(after, 200).at("/submission/text").isNull()).isTrue();
    assertThat(after.body()).doesNotContain("by heart", "right thing", "life/ann");
    JsonNode verified = json(docimo.post("/v1/audit/verify", "auditor"), 200);
    assertThat(verified.at("/intact").booleanValue()).as(verified.toString()).isTrue();
    headThatWasKept(verified.at("/head"));
  }

  /** The log goes through it, and through no other. */
  private static void headThatWasKept(JsonNode head) {
    Map<String, Object> kept =
        Map.of("sequence", head.at("/sequence"), "hash", head.at("/hash").textValue());
    JsonNode same = json(docimo.post("/v1/audit/verify", "auditor", Map.of("head", kept)), 200);
    assertThat(same.at("/intact").booleanValue()).as(same.toString()).isTrue();
    Map<String, Object> other = Map.of("sequence", head.at("/sequence"), "hash", "0".repeat(64));
    JsonNode anew = json(docimo.post("/v1/audit/verify", "auditor", Map.of("head", other)), 200);
    assertThat(anew.at("/intact").booleanValue()).isFalse();
    assertThat(anew.at("/problems/0/sequence")).isEqualTo(head.at("/sequence"));
  }

  private static void upload(String screening, String csv) {
    HttpResponse<String> accepted =
        docimo.send("POST", screening + "/uploads", "recruiter", "text/csv", csv);
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
    String job = accepted.headers().firstValue("Location").orElseThrow();
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> json(docimo.get(job), 200).at("/state").textValue().equals("done"));
    JsonNode done = json(docimo.get(job), 200);
    assertThat(done.at("/total").intValue()).isEqualTo(4);
    assertThat(done.at("/failed").intValue()).isEqualTo(1);
    JsonNode problems = json(docimo.get(job + "/problems"), 200);
    assertThat(problems.at("/problems/0/number").intValue()).isEqualTo(2);
    assertThat(json(docimo.get(screening + "/jobs"), 200).at("/jobs")).hasSize(1);
    assertThat(docimo.post(job + "/cancel", "recruiter").statusCode()).isEqualTo(409);
  }

  /** The first reviewer may not take it, the second may, and both cannot have it. */
  private static void reviewOfAnAppeal(String submission, String screening) {
    JsonNode opened =
        json(
            docimo.post(
                "/v1/submissions/" + submission + "/appeal",
                "portal",
                Map.of("reason", "I said both.")),
            201);
    String review = "/v1/reviews/" + opened.at("/id").textValue();
    JsonNode queue = json(docimo.get(screening + "/reviews"), 200);
    assertThat(queue.at("/reviews/0/kind").textValue()).isEqualTo("appeal");
    assertThat(queue.at("/waiting").intValue()).isPositive();
    assertThat(json(docimo.post(review + "/claim", "rita"), 409).at("/type").textValue())
        .endsWith(":other-person-needed");
    JsonNode seen = json(docimo.post(screening + "/reviews/claim", "sam"), 200);
    assertThat(seen.at("/case/submission_id").textValue()).isEqualTo(submission);
    assertThat(seen.at("/answer").textValue()).isEqualTo(TestService.HALF);
    assertThat(seen.at("/grade/score/given").isNumber()).isTrue();
    assertThat(seen.toString()).doesNotContain("life/ann");
    assertThat(json(docimo.post(review + "/claim", "tom"), 409).at("/type").textValue())
        .endsWith(":case-not-yours");
    assertThat(docimo.post(review + "/release", "sam").statusCode()).isEqualTo(204);
    json(docimo.post(review + "/claim", "sam"), 200);
    json(docimo.send("GET", review, Actor.HEADER, "sam"), 200);
    JsonNode decision =
        json(
            docimo.post(review + "/decision", "sam", Map.of("mark", 0.9, "reason", "He did.")),
            200);
    assertThat(decision.at("/kind").textValue()).isEqualTo("appeal");
  }

  @Test
  void blindReviewersMarkFirst() {
    String id = docimo.screening(Map.of("blind_review", true, "title", "Blind"));
    String submission = docimo.submit(id, "blind-1", "tcp", TCP);
    String review =
        "/v1/reviews/"
            + json(
                    docimo.post(
                        "/v1/submissions/" + submission + "/appeal",
                        "portal",
                        Map.of("reason", "Please look.")),
                    201)
                .at("/id")
                .textValue();
    JsonNode seen = json(docimo.post(review + "/claim", "sam"), 200);
    assertThat(seen.at("/hidden").booleanValue()).isTrue();
    assertThat(seen.at("/grade").isNull()).isTrue();
    Map<String, Object> decision = Map.of("mark", 0.5, "reason", "Half.");
    assertThat(
            json(docimo.post(review + "/decision", "sam", decision), 409).at("/type").textValue())
        .endsWith(":blind-mark-first");
    JsonNode marked = json(docimo.post(review + "/blind-mark", "sam", Map.of("mark", 0.4)), 200);
    assertThat(marked.at("/grade/score/given").isNumber()).isTrue();
    JsonNode given = json(docimo.post(review + "/decision", "sam", decision), 200);
    assertThat(given.at("/blind_mark").doubleValue()).isEqualTo(0.4);

    // the mark may become one that the question is calibrated by, as a new revision
    String keep = "/v1/marks/" + given.at("/id").textValue() + "/marked-answer";
    int version = json(docimo.get("/v1/questions/tcp/revisions"), 200).at("/revisions").size();
    json(docimo.post(keep, "sam", Map.of("version", version + 7)), 412);
    JsonNode kept = json(docimo.post(keep, "sam", Map.of("version", version)), 200);
    assertThat(kept.at("/marked_answers").intValue()).isEqualTo(1);
    assertThat(kept.at("/version").intValue()).isEqualTo(version + 1);
    assertThat(json(docimo.get("/v1/submissions/" + submission), 200).at("/stale/0").textValue())
        .isEqualTo("question");
    assertThat(docimo.post("/v1/screenings/" + id + "/reviews/claim", "sam").statusCode())
        .isEqualTo(204);
  }

  @Test
  void regradeShowsFirstAndThenChanges() {
    String question = "regrade";
    Map<String, Object> first =
        Map.of("id", question, "prompt", "What is TCP?", "reference", "TCP delivers in order.");
    json(docimo.post("/v1/questions", "author", first), 201);
    String id =
        docimo.screening(
            Map.of("title", "Again", "questions", List.of(Map.of("question_id", question))));
    String submission = docimo.submit(id, "again-1", question, TCP);
    String path = "/v1/screenings/" + id + "/regrade";
    assertThat(json(docimo.post(path, "r", Map.of("apply", false)), 200).at("/changes")).isEmpty();

    HttpResponse<String> revised =
        docimo.send(
            "PUT",
            "/v1/questions/" + question,
            "author",
            "application/json",
            "{\"version\": 1, \"prompt\": \"What is TCP?\", \"reference\": \"TCP is a protocol\"}");
    assertThat(json(revised, 200).at("/version").intValue()).isEqualTo(2);
    assertThat(revised.headers().firstValue("ETag")).contains("\"2\"");
    JsonNode change = json(docimo.post(path, "r"), 200).at("/changes/0");
    assertThat(change.at("/submission_id").textValue()).isEqualTo(submission);
    assertThat(change.at("/stale/0").textValue()).isEqualTo("question");

    HttpResponse<String> accepted = docimo.post(path, "r", Map.of("apply", true));
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
    String job = accepted.headers().firstValue("Location").orElseThrow();
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> json(docimo.get(job), 200).at("/state").textValue().equals("done"));
    assertThat(json(docimo.get("/v1/submissions/" + submission), 200).at("/grades")).hasSize(2);
  }

  @Test
  void plansChangeUnderTheirVersion() {
    String id = docimo.screening(Map.of("review_policy", Map.of("high_flag", false)));
    String path = "/v1/screenings/" + id;
    HttpResponse<String> shown = docimo.get(path);
    assertThat(shown.headers().firstValue("ETag")).contains("\"1\"");
    assertThat(json(shown, 200).at("/review_policy/high_flag").booleanValue()).isFalse();
    assertThat(json(shown, 200).at("/review_policy/contradicted_point").booleanValue()).isTrue();
    String plan =
        "{\"title\": \"Other\", \"version\": %d, \"questions\": [{\"question_id\": \"tcp\"}]}";
    JsonNode changed =
        json(docimo.send("PUT", path, "r", "application/json", plan.formatted(1)), 200);
    assertThat(changed.at("/version").intValue()).isEqualTo(2);
    JsonNode problem =
        json(docimo.send("PUT", path, "r", "application/json", plan.formatted(1)), 412);
    assertThat(problem.at("/type").textValue()).endsWith(":version-conflict");
    assertThat(problem.at("/detail").textValue()).contains("version 2", "read it again");

    json(docimo.post(path + "/state", "r", Map.of("state", "archived", "version", 2)), 409);
    json(docimo.post(path + "/state", "r", Map.of("state", "closed", "version", 2)), 200);
    Map<String, String> answer =
        Map.of("candidate_ref", "late", "question_id", "tcp", "answer", "x");
    JsonNode refused = json(docimo.post(path + "/submissions", "p", answer), 409);
    assertThat(refused.at("/type").textValue()).endsWith(":screening-not-open");
    assertThat(json(docimo.get("/v1/screenings?limit=1"), 200).at("/screenings")).hasSize(1);
  }

  @Test
  void recruitersSeeTheWholeGradeAndRepeatsAreTakenOnce() {
    String id = docimo.screening(Map.of("title", "Views"));
    String path = "/v1/screenings/" + id + "/submissions";
    Map<String, String> answer =
        Map.of("candidate_ref", "v", "question_id", "tcp", "attempt", "1", "answer", TCP);
    JsonNode first = json(docimo.post(path + "?view=recruiter", "p", answer), 201);
    assertThat(first.at("/grade/score/given").isNumber()).isTrue();
    JsonNode again = json(docimo.post(path, "p", answer), 200);
    assertThat(again.at("/repeated").booleanValue()).isTrue();
    assertThat(again.at("/submission_id")).isEqualTo(first.at("/submission_id"));
    assertThat(json(docimo.get(path), 200).at("/submissions")).hasSize(1);
  }

  @Test
  void aBrokenUploadGoesOnWhereItEnded() throws IOException {
    String id = docimo.screening(Map.of("title", "Broken"));
    String path = "/v1/screenings/" + id;
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 700; i++) {
      rows.append("{\"candidate_ref\": \"up-")
          .append(i)
          .append("\", \"question_id\": \"nobody-asks\", \"answer\": \"In order.\"}\n");
    }
    try (RawConnection broken = docimo.connect()) {
      broken.write(
          "POST "
              + path
              + "/uploads HTTP/1.1\r\nHost: x\r\nDocimo-Actor: r\r\n"
              + "Content-Type: application/x-ndjson\r\nContent-Length: 1000000\r\n\r\n"
              + rows);
      Awaitility.await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> json(docimo.get(path + "/jobs"), 200).at("/jobs/0/total").intValue() == 500);
    }
    JsonNode kept = json(docimo.get(path + "/jobs"), 200).at("/jobs/0");
    assertThat(kept.at("/state").textValue()).isEqualTo("receiving");
    String uploads = path + "/uploads?job=" + kept.at("/id").textValue();

    JsonNode shorter = json(docimo.send("POST", uploads, "r", "application/x-ndjson", "{}"), 409);
    assertThat(shorter.at("/type").textValue()).endsWith(":upload-shorter");
    HttpResponse<String> accepted =
        docimo.send("POST", uploads, "r", "application/x-ndjson", rows.toString());
    assertThat(json(accepted, 202).at("/total").intValue()).isEqualTo(700);
    String job = accepted.headers().firstValue("Location").orElseThrow();
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> json(docimo.get(job), 200).at("/state").textValue().equals("done"));
    assertThat(json(docimo.get(job), 200).at("/failed").intValue()).isEqualTo(700);
    JsonNode page = json(docimo.get(job + "/problems?after=599&limit=1000"), 200);
    assertThat(page.at("/problems")).hasSize(100);
    assertThat(page.at("/next").isNull()).isTrue();
    json(docimo.send("POST", uploads, "r", "application/x-ndjson", rows.toString()), 409);
  }
}

package docimo.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import docimo.app.Workplace;
import docimo.exchange.GradingRows;
import docimo.exchange.Json;
import docimo.grading.InferenceGate;
import docimo.question.Question;
import docimo.question.QuestionBank;
import docimo.screening.Keeping;
import docimo.testing.TestApplication;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The service with screenings on an embedded database, and a client for it. */
final class OfficeService implements AutoCloseable {

  private final Workplace workplace;
  private final TestService http;

  OfficeService(Path folder) {
    this(folder.resolve("docimo").toString(), VolumeLimits.DEFAULT);
  }

  /**
   * @param database as {@link Workplace#open} takes it
   */
  OfficeService(String database, VolumeLimits limits) {
    this(database, limits, TestService.BANK);
  }

  /** With a bank of the test's choice. */
  OfficeService(Path folder, QuestionBank bank) {
    this(folder.resolve("docimo").toString(), VolumeLimits.DEFAULT, bank);
  }

  private OfficeService(String database, VolumeLimits limits, QuestionBank bank) {
    workplace =
        Workplace.open(
            database,
            TestApplication::shared,
            Keeping.DEFAULT,
            new GradingRows(
                () -> TestApplication.shared().grader(),
                bank,
                new InferenceGate(InferenceGate.Options.standard())));
    workplace.work();
    http = TestService.start(workplace::office, bank, limits);
  }

  /** Where it listens. */
  String address() {
    return "http://127.0.0.1:" + http.service().port();
  }

  HttpService service() {
    return http.service();
  }

  HttpResponse<String> get(String path) {
    return http.get(path);
  }

  HttpResponse<String> send(String method, String path, String... headers) {
    return http.send(method, path, headers);
  }

  RawConnection connect() throws IOException {
    return http.connect();
  }

  HttpResponse<String> exchange(String method, String path, BodyPublisher body, String... headers) {
    return http.exchange(method, path, body, headers);
  }

  /** With a body, as somebody. */
  HttpResponse<String> send(
      String method, String path, String actor, String contentType, String body) {
    return http.exchange(
        method,
        path,
        BodyPublishers.ofString(body),
        "Content-Type",
        contentType,
        Actor.HEADER,
        actor);
  }

  HttpResponse<String> post(String path, String actor, Map<String, ?> body) {
    return send("POST", path, actor, "application/json", Json.write(body));
  }

  HttpResponse<String> post(String path, String actor) {
    return send("POST", path, Actor.HEADER, actor);
  }

  /** The reply, which must have this status. */
  static JsonNode json(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    return Json.read(response.body());
  }

  /** Keeps both questions of {@link TestService} and opens a screening that asks them. */
  String screening(Map<String, ?> more) {
    for (Question question : List.of(TestService.OVERFITTING, TestService.TCP)) {
      HttpResponse<String> kept =
          post(
              "/v1/questions",
              "author",
              Map.of(
                  "id",
                  question.id(),
                  "prompt",
                  question.prompt(),
                  "references",
                  question.references(),
                  "key_points",
                  question.keyPoints().stream().map(point -> point.label()).toList()));
      assertThat(kept.statusCode()).as(kept.body()).isIn(201, 409);
    }
    Map<String, Object> plan = new HashMap<>(more);
    plan.putIfAbsent("title", "Juniors");
    plan.putIfAbsent(
        "questions",
        List.of(Map.of("question_id", "overfitting", "weight", 2), Map.of("question_id", "tcp")));
    return json(post("/v1/screenings", "recruiter", plan), 201).at("/id").textValue();
  }

  /** Hands an answer in and gives its id. */
  String submit(String screening, String candidate, String question, String answer) {
    return json(
            post(
                "/v1/screenings/" + screening + "/submissions",
                "portal",
                Map.of("candidate_ref", candidate, "question_id", question, "answer", answer)),
            201)
        .at("/submission_id")
        .textValue();
  }

  @Override
  public void close() {
    http.close();
    workplace.close();
  }
}

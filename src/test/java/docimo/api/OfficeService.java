package docimo.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import docimo.app.Application;
import docimo.exchange.GradeJson;
import docimo.exchange.Json;
import docimo.exchange.QuestionJson;
import docimo.grading.Answer;
import docimo.grading.Grade;
import docimo.grading.ReviewPolicy;
import docimo.question.Question;
import docimo.screening.AgreementMeasure;
import docimo.screening.Marking;
import docimo.screening.ScreeningOffice;
import docimo.screening.ScreeningParts;
import docimo.store.Database;
import docimo.store.DatabaseJobQueue;
import docimo.store.DatabaseUrl;
import docimo.testing.TestApplication;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The service with screenings on an embedded database, and a client for it. */
final class OfficeService implements AutoCloseable {

  private final Database database;
  private final DatabaseJobQueue queue;
  private final TestService http;

  OfficeService(Path folder) {
    database =
        Database.open(
            DatabaseUrl.of(folder.resolve("docimo").toString(), null, null), new QuestionJson());
    queue =
        new DatabaseJobQueue(
            database,
            new DatabaseJobQueue.Pace(1, Duration.ofMillis(100), Duration.ofSeconds(15)),
            Clock.systemUTC());
    AgreementMeasure agreement =
        (machine, human) -> new AgreementMeasure.Figures(null, null, 0, machine[0] - human[0]);
    ScreeningOffice office =
        new ScreeningOffice(
            new ScreeningParts(
                database.store(),
                new RealMarking(TestApplication.shared()),
                new GradeJson(),
                agreement,
                Clock.systemUTC(),
                () -> UUID.randomUUID().toString(),
                () -> UUID.randomUUID().toString()),
            queue);
    office.jobs().start();
    http = TestService.start(() -> office);
  }

  /** Marks as the product does. */
  private record RealMarking(Application application) implements Marking {

    @Override
    public Grade mark(Question question, Answer answer, ReviewPolicy policy) {
      return application.with(policy).grader().grade(question, answer);
    }

    @Override
    public Grade.Versions versions() {
      return application.versions();
    }
  }

  HttpResponse<String> get(String path) {
    return http.get(path);
  }

  HttpResponse<String> send(String method, String path, String... headers) {
    return http.send(method, path, headers);
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
    queue.close();
    database.close();
  }
}

package docimo.api;

import static docimo.api.TestService.json;
import static docimo.api.TestService.mediaType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import docimo.question.InMemoryQuestionBank;
import docimo.question.MarkedExample;
import docimo.question.Question;
import docimo.question.Rule;
import docimo.testing.TestApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RoutesTest {

  @RegisterExtension static final TestService docimo = TestService.start();

  @Test
  void rootNamesTheResources() {
    assertThat(json(docimo.get("/")).at("/resources").toString())
        .contains("POST /v1/grades", "GET /v1/questions/{id}", "GET /readyz");
  }

  @Test
  void questionsAreListedWithoutTheirKey() {
    HttpResponse<String> response = docimo.get("/v1/questions");

    assertThat(response.statusCode()).isEqualTo(200);
    JsonNode first = json(response).at("/questions/0");
    assertThat(first.get("id").textValue()).isEqualTo("overfitting");
    assertThat(first.get("revision").textValue()).isEqualTo(TestService.OVERFITTING.revision());
    assertThat(first.get("topic").textValue()).isEqualTo("Machine learning");
    assertThat(first.has("references")).isFalse();
    assertThat(first.has("key_points")).isFalse();
  }

  @Test
  void questionIsShownWithItsKey() {
    JsonNode question = json(docimo.get("/v1/questions/overfitting"));

    assertThat(question.at("/references")).hasSize(1);
    assertThat(question.at("/key_points/0/label").textValue())
        .isEqualTo("the model learns the noise of the training data");
    assertThat(question.at("/rule").textValue()).isEqualTo("all");
    assertThat(question.at("/key_points_derived").booleanValue()).isFalse();
    assertThat(question.at("/marked_answers").intValue()).isZero();
  }

  @Test
  void markedAnswersAreCountedAndNotShown() {
    MarkedExample marked = new MarkedExample("It learns the noise, says a candidate.", 0.5);
    Question question =
        new Question(
            "q", "Q?", List.of("A full answer."), List.of(), Rule.ALL, null, List.of(marked));

    try (TestService service = TestService.start(new InMemoryQuestionBank(List.of(question)))) {
      assertThat(json(service.get("/v1/questions/q")).at("/marked_answers").intValue())
          .isEqualTo(1);
      assertThat(service.get("/v1/questions/q").body()).doesNotContain("says a candidate");
      assertThat(service.get("/v1/questions").body()).doesNotContain("says a candidate");
    }
  }

  @Test
  void derivedKeyPointsAreShownAsSuch() {
    JsonNode question = json(docimo.get("/v1/questions/tcp"));

    assertThat(question.at("/key_points")).hasSize(2);
    assertThat(question.at("/key_points_derived").booleanValue()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/questions?topic=nets, the parameter 'topic'",
    "/v1/questions?limit, the parameter 'limit'",
    "/v1/questions?a=1&b=2, the parameter 'a'",
    "/v1/questions/tcp?full=true, the parameter 'full'",
    "/v1/questions?%3Cb%3E=1, parameters;"
  })
  void parameterThatWouldBePassedOverIsRefused(String path, String named) {
    HttpResponse<String> response = docimo.get(path);

    assertProblem(response, 400, "unknown-parameter");
    assertThat(json(response).at("/detail").textValue()).contains("does not take " + named);
    assertThat(docimo.get("/v1/questions?").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/questions/nope", "/v1/questions/OVERFITTING", "/v1/questions/%20"})
  void unknownQuestionIsAProblem(String path) {
    assertProblem(docimo.get(path), 404, "question-not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nope", "/v1", "/v2/grades", "/V1/questions", "/v1/questions/a/b"})
  void unknownAddressIsAProblem(String path) {
    assertProblem(docimo.get(path), 404, "no-such-resource");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,    /v1/grades,        POST",
    "HEAD,   /v1/grades,        POST",
    "PUT,    /v1/grades,        POST",
    "PATCH,  /v1/questions,     'GET, HEAD, POST'",
    "DELETE, /v1/questions/tcp, 'GET, HEAD, PUT'",
    "PATCH,  /readyz,           'GET, HEAD'",
    "BREW,   /,                 'GET, HEAD'"
  })
  void methodThatAnAddressDoesNotHaveIsAProblemThatNamesThoseItHas(
      String method, String path, String allowed) {
    HttpResponse<String> response = docimo.send(method, path);

    assertThat(response.headers().firstValue("Allow")).contains(allowed);
    assertThat(response.statusCode()).isEqualTo(405);
    if (!method.equals("HEAD")) {
      assertProblem(response, 405, "method-not-allowed");
    }
  }

  @Test
  void optionsTellsTheMethods() {
    HttpResponse<String> response = docimo.send("OPTIONS", "/v1/grades");

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.headers().firstValue("Allow")).contains("POST");
    assertProblem(docimo.send("OPTIONS", "/nope"), 404, "no-such-resource");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/livez", "/readyz", "/v1/questions", "/v1/questions/tcp", "/nope"})
  void headGivesTheHeadersOfGet(String path) {
    HttpResponse<String> get = docimo.get(path);
    HttpResponse<String> head = docimo.send("HEAD", path);

    assertThat(head.statusCode()).isEqualTo(get.statusCode());
    assertThat(head.body()).isEmpty();
    for (String header : new String[] {"Content-Type", "Content-Length"}) {
      assertThat(head.headers().firstValue(header)).isEqualTo(get.headers().firstValue(header));
    }
  }

  @Test
  void liveIsNotYetReady() {
    try (TestService starting = TestService.starting()) {
      assertThat(starting.get("/livez").statusCode()).isEqualTo(200);
      assertProblem(starting.get("/readyz"), 503, "not-ready");
      starting.service().ready();
      assertThat(json(starting.get("/readyz")).at("/status").textValue()).isEqualTo("ready");
    }
  }

  @Test
  void responsesDoNotNameTheServerAndMayNotBeTakenForAPage() {
    for (String path : new String[] {"/livez", "/nope"}) {
      HttpResponse<String> response = docimo.get(path);
      assertThat(response.headers().firstValue("Server")).isEmpty();
      assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }
  }

  @Test
  void portInUseIsToldWithARemedy() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      HttpService service =
          new HttpService(
              TestApplication.shared()::grader,
              new docimo.question.InMemoryQuestionBank(java.util.List.of()),
              () -> {
                throw new IllegalStateException("no request asks for it");
              },
              ServiceOptions.on("127.0.0.1", taken.getLocalPort()));
      assertThatThrownBy(service::start)
          .isInstanceOfSatisfying(
              PortInUseException.class, e -> assertThat(e.port()).isEqualTo(taken.getLocalPort()))
          .hasMessageContaining("127.0.0.1:" + taken.getLocalPort())
          .hasMessageContaining("--port");
    }
  }

  private static void assertProblem(HttpResponse<String> response, int status, String type) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(mediaType(response)).isEqualTo("application/problem+json");
    assertThat(json(response).at("/type").textValue()).isEqualTo("urn:docimo:problem:" + type);
    assertThat(json(response).at("/status").intValue()).isEqualTo(status);
  }
}

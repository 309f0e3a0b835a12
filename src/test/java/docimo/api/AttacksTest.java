package docimo.api;

import static docimo.api.TestService.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AttacksTest {

  @RegisterExtension static final TestService docimo = TestService.start();

  @Test
  void withoutABodyEveryKindIsTried() {
    HttpResponse<String> response = docimo.send("POST", "/v1/questions/tcp/attacks");

    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    JsonNode report = json(response);
    assertThat(report.at("/question/id").textValue()).isEqualTo("tcp");
    assertThat(report.at("/question/revision").textValue()).isEqualTo(TestService.TCP.revision());
    assertThat(report.at("/seed").longValue()).isEqualTo(1);
    assertThat(report.at("/pass_mark").doubleValue()).isEqualTo(0.5);
    assertThat(report.at("/attacks/tried").intValue()).isGreaterThan(15);
    assertThat(report.at("/answers").size())
        .isEqualTo(report.at("/attacks/tried").intValue() + report.at("/honest/tried").intValue());
    assertThat(report.at("/not_applicable").toString()).contains("changed_numbers");
    assertThat(docimo.send("POST", "/v1/questions/tcp/attacks").body()).isEqualTo(response.body());
  }

  @Test
  void bodyChoosesKindsSeedAndMark() {
    JsonNode report =
        json(
            attack(
                "tcp",
                "{\"kinds\": [\"reference\", \"question_copied\"], \"seed\": 5, \"pass_mark\":"
                    + " 0.9}"));

    assertThat(report.at("/seed").longValue()).isEqualTo(5);
    assertThat(report.at("/pass_mark").doubleValue()).isEqualTo(0.9);
    assertThat(report.at("/answers")).hasSize(2);
    JsonNode copied = report.at("/answers/0");
    assertThat(copied.get("kind").textValue()).isEqualTo("question_copied");
    assertThat(copied.get("answer").textValue()).isEqualTo(TestService.TCP.prompt());
    assertThat(copied.get("status").textValue()).isEqualTo("not_gradable");
    assertThat(copied.get("reason").textValue()).isEqualTo("restates_question");
    assertThat(copied.get("score").isNull()).isTrue();
    assertThat(copied.get("passed").booleanValue()).isFalse();
    JsonNode honest = report.at("/answers/1");
    assertThat(honest.get("honest").booleanValue()).isTrue();
    assertThat(honest.get("passed").booleanValue()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{`kind`: []}                  | /kind",
        "{`kinds`: []}                 | /kinds",
        "{`kinds`: `bluff`}            | /kinds",
        "{`kinds`: [`bluff`, `x`]}     | /kinds/1",
        "{`kinds`: [`BLUFF`]}          | /kinds/0",
        "{`seed`: 1.5}                 | /seed",
        "{`seed`: 1e30}                | /seed",
        "{`seed`: `1`}                 | /seed",
        "{`pass_mark`: 0}              | /pass_mark",
        "{`pass_mark`: 1.01}           | /pass_mark",
        "[]                            | ''"
      })
  void fieldAtFaultIsPointedTo(String body, String pointer) {
    HttpResponse<String> response = attack("tcp", body.replace('`', '"'));

    assertThat(response.statusCode()).as(response.body()).isEqualTo(422);
    assertThat(json(response).at("/type").textValue())
        .isEqualTo("urn:docimo:problem:invalid-field");
    assertThat(json(response).at("/pointer").textValue()).isEqualTo(pointer);
  }

  @Test
  void unknownQuestionIsAProblem() {
    HttpResponse<String> response = attack("nope", "{}");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(json(response).at("/type").textValue())
        .isEqualTo("urn:docimo:problem:question-not-found");
  }

  @Test
  void bodyThatIsNoJsonIsRefused() {
    assertThat(attack("tcp", "{").statusCode()).isEqualTo(400);
    assertThat(
            docimo
                .send(
                    "POST",
                    "/v1/questions/tcp/attacks",
                    BodyPublishers.ofString("{}"),
                    "text/plain")
                .statusCode())
        .isEqualTo(415);
    assertThat(docimo.send("GET", "/v1/questions/tcp/attacks").statusCode()).isEqualTo(405);
  }

  private static HttpResponse<String> attack(String id, String body) {
    return docimo.send(
        "POST",
        "/v1/questions/" + id + "/attacks",
        BodyPublishers.ofString(body),
        "application/json");
  }
}

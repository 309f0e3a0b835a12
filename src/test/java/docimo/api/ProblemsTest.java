package docimo.api;

import static docimo.api.TestService.json;
import static docimo.api.TestService.mediaType;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProblemsTest {

  @RegisterExtension static final TestService docimo = TestService.start();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "{",
        "nonsense",
        "{\"answer\": \"a\",}",
        "{'answer': 'a'}",
        "{\"answer\": \"a\"} {}",
        "{\"answer\": \"a\"}]",
        "{\"answer\": \"a\", \"answer\": \"b\"}",
        "{\"question\": {\"prompt\": \"a\", \"prompt\": \"b\"}, \"answer\": \"a\"}",
        "{\"answer\": NaN}",
        "{\"answer\": \"line\nbreak\"}",
        "{\"answer\": \"\\x\"}",
        "<grade/>"
      })
  void bodyThatIsNoJsonIsRefused(String body) {
    assertProblem(docimo.grade(body), 400, "malformed-json");
  }

  @Test
  void deepNestingIsRefused() {
    assertProblem(docimo.grade("[".repeat(100_000)), 400, "json-limit");
    JsonNode problem = assertProblem(docimo.grade("{\"a\":".repeat(100_000)), 400, "json-limit");

    assertThat(problem.at("/detail").textValue()).contains("64 levels (limits.json-nesting)");
  }

  @Test
  void numberOfAnyLengthIsRefused() {
    assertProblem(docimo.grade("{\"answer\": " + "1".repeat(101) + "}"), 400, "json-limit");
  }

  @Test
  void placeOfTheMistakeIsTold() {
    JsonNode problem = json(docimo.grade("{\n  \"answer\": oops}"));

    assertThat(problem.at("/detail").textValue()).contains("line 2, column");
  }

  @Test
  void bodyThatIsNotUtf8IsRefused() {
    byte[] latin1 =
        TestService.request("tcp", "d\u00E9j\u00E0 vu").getBytes(StandardCharsets.ISO_8859_1);

    JsonNode problem = assertProblem(docimo.grade(latin1), 400, "malformed-json");
    assertThat(problem.at("/detail").textValue()).contains("UTF-8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]                                                        | ``",
        "null                                                      | ``",
        "\"text\"                                                  | ``",
        "17                                                        | ``",
        "{}                                                        | /answer",
        "{`answer`: null, `question_id`: `tcp`}                    | /answer",
        "{`answer`: 1, `question_id`: `tcp`}                       | /answer",
        "{`answer`: [`a`], `question_id`: `tcp`}                   | /answer",
        "{`answer`: {}, `question_id`: `tcp`}                      | /answer",
        "{`answer`: true, `question_id`: `tcp`}                    | /answer",
        "{`answer`: `a`}                                           | /question_id",
        "{`answer`: `a`, `question_id`: null, `question`: null}    | /question_id",
        "{`answer`: `a`, `question_id`: `tcp`, `question`: {}}     | /question",
        "{`answer`: `a`, `question_id`: 5}                         | /question_id",
        "{`answer`: `a`, `question`: `tcp`}                        | /question",
        "{`answer`: `a`, `question`: []}                           | /question",
        "{`answer`: `a`, `question`: {`prompt`: 5}}                | /question/prompt",
        "{`answer`: `a`, `question`: {`references`: `r`}}          | /question/references",
        "{`answer`: `a`, `question`: {`references`: [`r`, 5]}}     | /question/references/1",
        "{`answer`: `a`, `question`: {`references`: [null]}}       | /question/references/0",
        "{`answer`: `a`, `question`: {`reference`: [`r`]}}         | /question/reference",
        "{`answer`: `a`, `question`: {`key_points`: `p`}}          | /question/key_points",
        "{`answer`: `a`, `question`: {`key_points`: [5]}}          | /question/key_points/0",
        "{`answer`: `a`, `question`: {`key_points`: [`p`, ` `]}}   | /question/key_points/1",
        "{`answer`: `a`, `question`: {`key_points`: [{}]}}         | /question/key_points/0/label",
        "{`answer`: `a`, `question`: {`key_points`: [{`label`: 1}]}}                     |"
            + " /question/key_points/0/label",
        "{`answer`: `a`, `question`: {`key_points`: [{`label`: `p`, `phrasings`: [``]}]}} |"
            + " /question/key_points/0/phrasings/0",
        "{`answer`: `a`, `question`: {`key_points`: [{`label`: `p`, `phrasings`: [1]}]}} |"
            + " /question/key_points/0/phrasings/0",
        "{`answer`: `a`, `question`: {`key_points`: [{`label`: `p`, `weight`: `2`}]}}    |"
            + " /question/key_points/0/weight",
        "{`answer`: `a`, `question`: {`key_points`: [{`label`: `p`, `weight`: 0}]}}      |"
            + " /question/key_points/0/weight",
        "{`answer`: `a`, `question`: {`key_points`: [{`label`: `p`, `weight`: -1}]}}     |"
            + " /question/key_points/0/weight",
        "{`answer`: `a`, `question`: {`key_points`: [{`label`: `p`, `weight`: 1e999999999}]}} |"
            + " /question/key_points/0/weight",
        "{`answer`: `a`, `question`: {`key_points`: [{`label`: `p`, `weight`: 1e308}]}}  |"
            + " /question/key_points/0/weight",
        "{`answer`: `a`, `question`: {`key_points`: [{`label`: `p`, `group`: ` `}]}}     |"
            + " /question/key_points/0/group",
        "{`answer`: `a`, `question`: {`key_points`: [{`label`: `p`, `colour`: `red`}]}}  |"
            + " /question/key_points/0/colour",
        "{`answer`: `a`, `question`: {`rule`: `some`}}             | /question/rule",
        "{`answer`: `a`, `question`: {`rule`: 2}}                  | /question/rule",
        "{`answer`: `a`, `question`: {`key_points`: [`p`], `rule`: `any 2`}}             |"
            + " /question/rule",
        "{`answer`: `a`, `question`: {`marked_answers`: `p`}}      | /question/marked_answers",
        "{`answer`: `a`, `question`: {`marked_answers`: [`p`]}}    | /question/marked_answers/0",
        "{`answer`: `a`, `question`: {`marked_answers`: [{`score`: 1}]}}                   |"
            + " /question/marked_answers/0/answer",
        "{`answer`: `a`, `question`: {`marked_answers`: [{`answer`: `p`}]}}                |"
            + " /question/marked_answers/0/score",
        "{`answer`: `a`, `question`: {`marked_answers`: [{`answer`: `p`, `score`: 5}]}}    |"
            + " /question/marked_answers/0/score",
        "{`answer`: `a`, `question`: {`marked_answers`: [{`answer`: `p`, `score`: `1`}]}}  |"
            + " /question/marked_answers/0/score",
        "{`answer`: `a`, `question`: {`marked_answers`: [{`answer`: ` `, `score`: 1}]}}    |"
            + " /question/marked_answers/0/answer",
        "{`answer`: `a`, `question`: {`marked_answers`: [{`answer`: `p`, `mark`: 1}]}}     |"
            + " /question/marked_answers/0/mark",
        "{`answer`: `a`, `question`: {`id`: `mine`}}               | /question/id",
        "{`answer`: `a`, `question_id`: `tcp`, `purpose`: `fun`}   | /purpose",
        "{`answer`: `a`, `question_id`: `tcp`, `purpose`: `PRACTICE`} | /purpose",
        "{`answer`: `a`, `question_id`: `tcp`, `purpose`: 1}       | /purpose",
        "{`answer`: `a`, `question_id`: `tcp`, `candidate_ref`: 1} | /candidate_ref",
        "{`answer`: `a`, `question_id`: `tcp`, `answers`: 1}       | /answers",
        "{`answer`: `a`, `question_id`: `tcp`, `a/b~c`: 1}         | /a~1b~0c"
      })
  void fieldAtFaultIsPointedTo(String body, String pointer) {
    JsonNode problem = assertProblem(docimo.grade(body.replace('`', '"')), 422, "invalid-field");

    assertThat(problem.at("/pointer").textValue()).isEqualTo(pointer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'prompt': 'LONG'}                                            | 20001  | /prompt",
        "{'reference': 'LONG'}                                         | 200001 | /reference",
        "{'references': ['r', 'LONG']}                                 | 200000 | /references",
        "{'key_points': [MANY]}                                        | 201    | /key_points",
        "{'key_points': ['p', 'LONG']}                                 | 2001   | /key_points/1",
        "{'marked_answers': [MANY]}                                    | 101    | /marked_answers",
        "{'marked_answers': [{'answer': 'LONG', 'score': 1}]}          | 100001 | /marked_answers",
        "{'key_points': ['p', {'label': 'LONG'}]}                      | 2001   |"
            + " /key_points/1/label",
        "{'key_points': [{'label': 'l', 'phrasings': [MANY]}]}         | 51     |"
            + " /key_points/0/phrasings",
        "{'key_points': [{'label': 'l', 'phrasings': ['p', 'LONG']}]}  | 2001   |"
            + " /key_points/0/phrasings/1"
      })
  void whatIsTooLargeIsPointedToAndNotRepeated(String question, int size, String pointer) {
    String body =
        ("{'answer': 'a', 'question': " + question + "}")
            .replace("LONG", "x".repeat(size))
            .replace("MANY", String.join(", ", Collections.nCopies(size, "'p'")))
            .replace('\'', '"');

    HttpResponse<String> response = docimo.grade(body);

    JsonNode problem = assertProblem(response, 422, "invalid-field");
    assertThat(problem.at("/pointer").textValue()).isEqualTo("/question" + pointer);
    assertThat(problem.at("/detail").textValue()).contains(" at most, not ").hasSizeLessThan(200);
  }

  @Test
  void candidateReferenceThatIsNoReferenceIsRefused() {
    String body =
        "{\"answer\": \"a\", \"question_id\": \"tcp\", \"candidate_ref\": \"%s\"}"
            .formatted("x".repeat(201));

    assertThat(assertProblem(docimo.grade(body), 422, "invalid-field").at("/pointer").textValue())
        .isEqualTo("/candidate_ref");
  }

  @Test
  void unknownQuestionOfARequestIsPointedTo() {
    JsonNode problem =
        assertProblem(docimo.grade(TestService.request("nope", "a")), 404, "question-not-found");

    assertThat(problem.at("/pointer").textValue()).isEqualTo("/question_id");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/jsonp",
        ";",
        "; charset=utf-8",
        "application/json; charset=iso-8859-1",
        "application/json; charset=nonsense",
        "application/json; charset=\"\""
      })
  void anotherMediaTypeIsRefused(String contentType) {
    assertProblem(
        docimo.send(
            "POST",
            "/v1/grades",
            BodyPublishers.ofString(TestService.request("tcp", "a")),
            contentType),
        415,
        "unsupported-media-type");
  }

  @ParameterizedTest
  @CsvSource({
    "Text/Plain; charset=utf-8, the request has text/plain",
    "<b>/x, the request has another one",
    "text, the request has another one"
  })
  void mediaTypeThatWasSentIsNamed(String contentType, String named) {
    HttpResponse<String> response =
        docimo.send("POST", "/v1/grades", BodyPublishers.ofString("{}"), contentType);

    assertThat(assertProblem(response, 415, "unsupported-media-type").at("/detail").textValue())
        .endsWith(named);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json; charset=utf-8",
        "application/json;charset=UTF-8",
        "Application/JSON; Charset=\"Utf-8\"",
        "application/json; profile=x",
        "application/vnd.docimo+json"
      })
  void jsonIsTakenUnderEachOfItsNames(String contentType) {
    assertThat(
            docimo
                .send(
                    "POST",
                    "/v1/grades",
                    BodyPublishers.ofString(TestService.request("tcp", "In order, caf\u00E9.")),
                    contentType)
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void missingMediaTypeIsRefused() {
    assertProblem(docimo.send("POST", "/v1/grades"), 415, "unsupported-media-type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"<script>alert(1)</script>\": 1}",
        "{\"question_id\": \"<img src=x onerror=alert(1)>\", \"answer\": \"\"}",
        "{\"answer\": \"\", \"question\": {\"rule\": \"<b>\"}}",
        "{\"answer\": \"\", \"question\": {\"key_points\": [{\"label\": \"<b>\", \"weight\": 0}]}}",
        "<html>"
      })
  void noMarkupComesBack(String body) {
    HttpResponse<String> response = docimo.grade(body);

    assertThat(response.statusCode()).isBetween(400, 499);
    assertThat(response.body()).doesNotContain("<", ">");
  }

  @Test
  void noMarkupComesBackFromAnAddress() {
    for (String path : new String[] {"/%3Cscript%3E", "/v1/questions/%3Cscript%3E"}) {
      assertThat(docimo.get(path).body()).doesNotContain("<", ">");
    }
  }

  @Test
  void fieldNameOfAnyLengthIsNotRepeated() {
    String answerInTheWrongPlace = "I think that it is about trains. ".repeat(1000);
    HttpResponse<String> response =
        docimo.grade("{\"answer\": \"\", \"%s\": 1}".formatted(answerInTheWrongPlace));

    assertProblem(response, 422, "invalid-field");
    assertThat(response.body()).doesNotContain("trains").hasSizeLessThan(500);
  }

  private static JsonNode assertProblem(HttpResponse<String> response, int status, String type) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(mediaType(response)).isEqualTo("application/problem+json");
    JsonNode problem = json(response);
    assertThat(problem.at("/type").textValue()).isEqualTo("urn:docimo:problem:" + type);
    assertThat(problem.at("/status").intValue()).isEqualTo(status);
    assertThat(problem.at("/title").textValue()).isNotBlank();
    assertThat(problem.at("/detail").textValue()).isNotBlank();
    assertThat(response.body()).doesNotContain("Exception", "docimo.api", "jackson");
    return problem;
  }
}

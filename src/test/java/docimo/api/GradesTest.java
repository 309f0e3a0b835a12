package docimo.api;

import static docimo.api.TestService.HALF;
import static docimo.api.TestService.json;
import static docimo.api.TestService.mediaType;
import static docimo.api.TestService.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import docimo.exchange.Json;
import docimo.testing.TestApplication;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GradesTest {

  @RegisterExtension static final TestService docimo = TestService.start();

  @Test
  void answerToQuestionOfTheBankIsMarked() {
    HttpResponse<String> response = docimo.grade(request("overfitting", HALF));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(mediaType(response)).isEqualTo("application/json");
    JsonNode grade = json(response);
    assertThat(grade.at("/status").textValue()).isEqualTo("graded");
    assertThat(grade.at("/question/id").textValue()).isEqualTo("overfitting");
    assertThat(grade.at("/question/revision").textValue())
        .isEqualTo(TestService.OVERFITTING.revision());
    assertThat(grade.at("/score/given").doubleValue()).isStrictlyBetween(0.2, 0.8);
    assertThat(verdicts(grade)).containsExactly("covered", "missing");
    assertThat(grade.at("/purpose").textValue()).isEqualTo("practice");
    assertThat(grade.at("/created_at").textValue()).isEqualTo(TestApplication.NOW.toString());
    assertThat(grade.at("/decision_support_only").booleanValue()).isTrue();
  }

  @Test
  void inlineQuestionIsMarkedByItsOwnKeyPointsAndRule() {
    JsonNode grade =
        grade(
            """
            {"question": {
               "prompt": "Name two colours of a traffic light.",
               "references": ["A traffic light shows **red**, amber and green."],
               "key_points": [
                 "red",
                 {"label": "amber", "phrasings": ["yellow", "orange"], "weight": 2, "group": null},
                 {"label": "green"}],
               "rule": "any 2"},
             "answer": "It shows red, then yellow.",
             "candidate_ref": "c-17",
             "purpose": "screening"}
            """);

    assertThat(grade.at("/question/id").textValue()).startsWith("inline-");
    assertThat(grade.at("/candidate_ref").textValue()).isEqualTo("c-17");
    assertThat(grade.at("/purpose").textValue()).isEqualTo("screening");
    assertThat(verdicts(grade)).containsExactly("covered", "covered", "missing");
    assertThat(grade.at("/key_points/1/weight").doubleValue()).isEqualTo(2);
    assertThat(grade.at("/key_points/2/counted").booleanValue()).isFalse();
    assertThat(grade.at("/feedback/missing")).isEmpty();
  }

  @Test
  void markedAnswersOfAnInlineQuestionMoveTheMark() {
    String question =
        """
        {"question": {
           "prompt": "What makes bread rise?",
           "references": ["Yeast makes gas from sugar, and gluten holds the gas."],
           "marked_answers": %s},
         "answer": "The yeast makes bubbles of gas."}
        """;
    JsonNode plain = grade(question.formatted("null"));
    JsonNode kind =
        grade(
            question.formatted(
                "[{\"answer\": \"Yeast makes gas.\", \"score\": 1},"
                    + " {\"answer\": \"Gas bubbles from yeast.\", \"score\": 1},"
                    + " {\"answer\": \"!\", \"score\": 0}]"));

    assertThat(plain.at("/score").has("calibration")).isTrue();
    assertThat(plain.at("/score/calibration").isNull()).isTrue();
    assertThat(kind.at("/score/calibration/marked_answers").intValue()).isEqualTo(2);
    assertThat(kind.at("/score/calibration/uncalibrated")).isEqualTo(plain.at("/score/given"));
    assertThat(kind.at("/score/given").doubleValue())
        .isGreaterThan(plain.at("/score/given").doubleValue());
    assertThat(kind.at("/question/revision")).isNotEqualTo(plain.at("/question/revision"));
    assertThat(kind.toString()).doesNotContain("Gas bubbles from yeast");
  }

  @Test
  void singleReferenceIsAsGoodAsAListOfOne() {
    String reference = "Water boils at one hundred degrees Celsius.";

    assertThat(
            grade(inline(Map.of("reference", reference), "At a hundred degrees Celsius."))
                .at("/score"))
        .isEqualTo(
            grade(inline(Map.of("references", List.of(reference)), "At a hundred degrees Celsius."))
                .at("/score"));
  }

  @Test
  void nullCountsAsAbsent() {
    JsonNode grade =
        grade(
            """
            {"question_id": "tcp", "question": null, "candidate_ref": null, "purpose": null,
             "answer": "Bytes arrive in order, and lost segments are sent again."}
            """);

    assertThat(grade.at("/status").textValue()).isEqualTo("graded");
    assertThat(grade.at("/candidate_ref").isNull()).isTrue();
  }

  @Test
  void contributionsAddUpToTheMarkExactly() {
    for (String answer :
        List.of(
            HALF,
            "The error on validation data rises.",
            TestService.OVERFITTING.references().get(0),
            "It is noise, and then the validation error goes up although training goes on.")) {
      JsonNode grade = grade(request("overfitting", answer));
      BigDecimal sum = BigDecimal.ZERO;
      for (JsonNode component : grade.at("/components")) {
        sum = sum.add(component.get("contribution").decimalValue());
      }
      assertThat(sum).isEqualByComparingTo(grade.at("/score/given").decimalValue());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The model learns the noise of the training data.",
        "\uD83D\uDE80 The model \uD83D\uDE00 learns\u200B the noise\r\n\r\n"
            + "of the training data! \uD83D\uDE80",
        "\uFEFFThe mo\u200Bdel\tlearns the \u201Cnoise\u201D\u00A0of the training\u2028data.",
        "The \uD835\uDC26odel learns the noi\u00ADse; the error on validation data ri\uFB01ses"
            + " \uFB01."
      })
  void evidenceQuotesTheAnswerAsSent(String answer) {
    JsonNode grade = grade(request("overfitting", answer));

    List<JsonNode> evidence = grade.findValues("evidence");
    assertThat(evidence).isNotEmpty();
    int quotes = 0;
    for (JsonNode list : evidence) {
      for (JsonNode stretch : list) {
        assertThat(stretch.get("quote").textValue())
            .isEqualTo(
                answer.substring(stretch.get("start").intValue(), stretch.get("end").intValue()));
        quotes++;
      }
    }
    assertThat(quotes).isPositive();
  }

  @Test
  void sameRequestGivesTheSameBytesApartFromIdAndTime() {
    String request = request("overfitting", HALF);
    String first = withoutId(docimo.grade(request).body());

    for (int i = 0; i < 5; i++) {
      assertThat(withoutId(docimo.grade(request).body())).isEqualTo(first);
    }
  }

  @Test
  void sameRequestsToAnotherServiceGiveTheSameBytes() {
    List<List<String>> bodies = new ArrayList<>();
    for (int run = 0; run < 2; run++) {
      try (TestService fresh = TestService.start(TestApplication.start())) {
        bodies.add(
            List.of(
                fresh.grade(request("overfitting", HALF)).body(),
                fresh.grade(request("tcp", "Bytes arrive in order.")).body(),
                fresh.grade(request("tcp", "")).body(),
                fresh.get("/v1/questions").body(),
                fresh.get("/v1/questions/tcp").body(),
                fresh.get("/").body()));
      }
    }
    assertThat(bodies.get(0)).isEqualTo(bodies.get(1));
    assertThat(bodies.get(0).get(0)).contains("\"id\":\"grade-1\"");
  }

  @ParameterizedTest
  @CsvSource({
    "''                                                       , answer_empty",
    "'  \t\n '                                                , answer_empty",
    "'\uD83D\uDE00\uD83D\uDE00 !!!'                           , answer_without_words",
    "'hm'                                                     , answer_too_short",
    "'What is overfitting, and how do you notice it?'         , restates_question",
    "'Das Modell lernt die Trainingsdaten auswendig und deshalb steigt der Fehler auf neuen"
        + " Daten.', answer_not_english",
    "'\u0627\u0644\u0646\u0645\u0648\u0630\u062C \u064A\u062D\u0641\u0638"
        + " \u0627\u0644\u0628\u064A\u0627\u0646\u0627\u062A', answer_not_english",
  })
  void answerThatCannotBeMarkedSaysWhyAndIsNoZero(String answer, String code) {
    JsonNode grade = grade(request("overfitting", answer));

    assertThat(grade.at("/status").textValue()).isEqualTo("not_gradable");
    assertThat(grade.at("/reason/code").textValue()).isEqualTo(code);
    assertThat(grade.at("/reason/message").textValue()).isNotBlank();
    assertThat(grade.at("/score").isNull()).isTrue();
  }

  @Test
  void endlessAnswerIsNotRead() {
    JsonNode grade = grade(request("overfitting", "noise ".repeat(40_000)));

    assertThat(grade.at("/reason/code").textValue()).isEqualTo("answer_too_long");
  }

  @Test
  void questionWithoutReferenceCannotMark() {
    for (Map<String, ?> question :
        List.of(
            Map.of("prompt", "Why?"),
            Map.of("references", List.of()),
            Map.of("references", List.of(" ", "\n")),
            Map.of("reference", ""))) {
      JsonNode grade = grade(inline(question, "Because."));
      assertThat(grade.at("/reason/code").textValue()).isEqualTo("reference_missing");
    }
  }

  @Test
  void zeroIsAMark() {
    JsonNode grade =
        grade(request("overfitting", "Bananas are yellow and grow in warm countries by the sea."));

    assertThat(grade.at("/status").textValue()).isEqualTo("graded");
    assertThat(grade.at("/score/given").decimalValue()).isEqualByComparingTo(BigDecimal.ZERO);
  }

  private static JsonNode grade(String body) {
    HttpResponse<String> response = docimo.grade(body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return json(response);
  }

  private static String inline(Map<String, ?> question, String answer) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("question", question);
    body.put("answer", answer);
    return Json.write(body);
  }

  private static List<String> verdicts(JsonNode grade) {
    return grade.at("/key_points").findValuesAsText("verdict");
  }

  private static String withoutId(String body) {
    return body.replaceFirst("\"id\":\"grade-\\d+\"", "\"id\":\"\"");
  }
}

package docimo.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import docimo.question.KeyPoint;
import docimo.question.MarkedExample;
import docimo.question.Question;
import docimo.question.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsonBankTest {

  @Test
  void readsEveryKey() {
    Question question =
        read("""
                {"questions": [{
                  "id": "dropout", "prompt": "What is  dropout?", "topic": "Nets",
                  "references": ["It **drops** units.", "Another one."],
                  "key_points": ["drops units",
                    {"label": "trains", "phrasings": ["in training"], "weight": 2, "group": "when"}],
                  "rule": "any 1 of when"}]}
                """)
            .get(0);

    assertThat(question)
        .isEqualTo(
            new Question(
                "dropout",
                "What is dropout?",
                List.of("It drops units.", "Another one."),
                List.of(
                    KeyPoint.of("drops units"),
                    new KeyPoint("trains", List.of("in training"), 2, "when")),
                new Rule(List.of(new Rule.AnyOf(1, "when"))),
                "Nets"));
  }

  @Test
  void writesSnakeCaseKeysInOneOrder() {
    String written =
        BankFiles.write(
            List.of(
                new Question(
                    "x",
                    "X?",
                    List.of("a b"),
                    List.of(KeyPoint.of("a")),
                    Rule.parse("any 1"),
                    null)),
            BankFiles.Format.JSON);

    assertThat(written.replaceAll("\\s+", ""))
        .isEqualTo(
            "[{\"id\":\"x\",\"prompt\":\"X?\",\"references\":[\"ab\"],\"key_points\":[{\"label\":\"a\","
                + "\"phrasings\":[],\"weight\":1.0,\"group\":null}],\"rule\":\"any1\",\"topic\":null}]");
  }

  @Test
  void marksOfPeopleComeAlong() {
    String bank =
        """
        [{"id": "x", "prompt": "X?", "references": ["a b"],
          "marked_answers": [{"answer": "It is *a*,\\n  I think", "score": 0.75},
                             {"score": 0, "answer": "No."}]}]
        """;
    List<Question> questions = read(bank);

    assertThat(questions.get(0).markedAnswers())
        .containsExactly(
            new MarkedExample("It is *a*,\n  I think", 0.75), new MarkedExample("No.", 0));
    assertThat(BankFiles.write(questions, BankFiles.Format.JSON))
        .contains("\"marked_answers\" : [ {");
    assertThat(read("[{\"prompt\": \"X?\", \"marked_answers\": null}]").get(0).markedAnswers())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "[{\"prompt\": \"a\", \"answr\": \"b\"}] ~ /0/answr: a question has no key 'answr'",
        "[{\"prompt\": 3}] ~ /0/prompt: this value is not a string",
        "[{\"prompt\": \"a\", \"references\": \"b\"}] ~ /0/references: 'references' is not an array",
        "[{\"prompt\": \"a\", \"references\": [null]}] ~ /0/references/0: this value is not a string",
        "[{\"prompt\": \"a\", \"key_points\": [{\"label\": \"b\", \"weight\": \"c\"}]}] ~ /0/key_points/0/weight: a weight",
        "[{\"prompt\": \"a\", \"key_points\": [{\"label\": \"b\", \"weight\": -1}]}] ~ /0/key_points/0: key point 'b' needs",
        "[{\"prompt\": \"a\", \"key_points\": [{\"name\": \"b\"}]}] ~ /0/key_points/0/name: a key point has no key",
        "[{\"prompt\": \"a\", \"rule\": \"some\"}] ~ /0/rule: 'some' is not a rule",
        "[{\"prompt\": \"a\", \"question\": \"b\"}] ~ /0/question: the same is said by two keys",
        "[{\"prompt\": \"a\", \"prompt\": \"b\"}] ~ an object has the same key twice",
        "[{\"id\": \"a\"}] ~ a question has no prompt",
        "[{\"prompt\": \"a\", \"marked_answers\": 1}] ~ /0/marked_answers: 'marked_answers' is not an array",
        "[{\"prompt\": \"a\", \"marked_answers\": [\"b\"]}] ~ /0/marked_answers/0: a marked answer is not an object",
        "[{\"prompt\": \"a\", \"marked_answers\": [{\"answer\": \"b\"}]}] ~ /0/marked_answers/0: a marked answer has no score",
        "[{\"prompt\": \"a\", \"marked_answers\": [{\"score\": 1}]}] ~ /0/marked_answers/0: a marked answer needs a text",
        "[{\"prompt\": \"a\", \"marked_answers\": [{\"answer\": \"b\", \"score\": 4}]}] ~ /0/marked_answers/0: a marked answer needs a score from 0 to 1",
        "[{\"prompt\": \"a\", \"marked_answers\": [{\"answer\": \"b\", \"score\": \"1\"}]}] ~ /0/marked_answers/0/score: the score is not a number",
        "[{\"prompt\": \"a\", \"marked_answers\": [{\"answer\": \"b\", \"mark\": 1}]}] ~ /0/marked_answers/0/mark: a marked answer has no key",
        "[{\"id\": \" \", \"prompt\": \"a\"}] ~ /0/id: the id is empty",
        "{\"questions\": 3} ~ /questions: 'questions' is not an array",
        "[3] ~ /0: a question is not an object",
        "3 ~ a bank is an array of questions",
        "[{\"prompt\": ] ~ not valid JSON",
        "[{\"prompt\": \"a\" ~ not valid JSON"
      })
  void namesWhatIsWrong(String json, String problem) {
    BankFormatException refused =
        catchThrowableOfType(
            BankFormatException.class,
            () -> BankFiles.read("bank.json", "\n" + json, BankFiles.Format.JSON));

    assertThat(refused.problem()).contains(problem);
    assertThat(refused.line()).isEqualTo(2);
  }

  @Test
  void neverQuotesAnAnswer() {
    BankFormatException refused =
        catchThrowableOfType(
            BankFormatException.class,
            () -> read("[{\"prompt\": \"a\", \"reference\": secretanswer}]"));

    assertThat(refused).hasMessageNotContaining("secretanswer");
  }

  private static List<Question> read(String json) {
    return BankFiles.read("bank.json", json, BankFiles.Format.JSON).questions();
  }
}

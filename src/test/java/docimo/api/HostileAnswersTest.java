package docimo.api;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import docimo.exchange.Json;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** Whatever is sent, the service answers, and keeps what candidates wrote out of the log. */
final class HostileAnswersTest {

  @SuppressWarnings("NullAway.Init")
  private static TestService docimo;

  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeAll
  static void start() {
    docimo = TestService.start();
  }

  @AfterAll
  static void stop() {
    docimo.close();
  }

  @BeforeEach
  void listen() {
    log.start();
    root.addAppender(log);
  }

  @AfterEach
  void listenNoMore() {
    root.detachAppender(log);
  }

  static Stream<Arguments> answers() {
    return Stream.of(
        named("control characters", "\u0000\u0001\u0002 the noise \u001B[31m of training \u007F"),
        named("half a surrogate pair", "the noise \uD800 of the training \uDC00\uD83D data"),
        named("half a surrogate pair within a word", "the no\uD800ise of the train\uDC00ing data"),
        named("a word without end", "a".repeat(100_000)),
        named("a number without end", "1".repeat(100_000)),
        named("a sentence without end", "noise and ".repeat(19_000)),
        named("only full stops", ".".repeat(150_000)),
        named("only opening brackets", "(".repeat(150_000)),
        named("only hyphens", "a-".repeat(70_000)),
        named("only apostrophes", "'".repeat(150_000)),
        named("only line ends", "\n".repeat(150_000)),
        named("only list marks", "- \n".repeat(50_000)),
        named("only Markdown marks", "**_`#".repeat(30_000)),
        named("only angle brackets", "<".repeat(150_000)),
        named("markup", "<div>".repeat(20_000)),
        named("combining marks", "e" + "\u0301".repeat(100_000)),
        named("emoji", "\uD83D\uDE00".repeat(70_000)),
        named("right to left", "\u202Eataad gniniart\u202C".repeat(5_000)),
        named("zero-width", "n\u200Bo\u200Bi\u200Bs\u200Be ".repeat(10_000)),
        named("formula", "x^2+y^2=".repeat(15_000)),
        named("not not not", "not ".repeat(40_000)),
        named("every character", everyCharacter()));
  }

  private static Arguments named(String name, String answer) {
    return Arguments.argumentSet(name, answer);
  }

  private static String everyCharacter() {
    StringBuilder all = new StringBuilder();
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      all.append((char) c);
    }
    return all.toString();
  }

  @ParameterizedTest
  @MethodSource("answers")
  void everyAnswerIsAnswered(String answer) {
    HttpResponse<String> response = docimo.grade(escaped(answer));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(Json.read(response.body()).at("/status").textValue())
        .isIn("graded", "needs_review", "not_gradable");
    assertThat(log.list).isEmpty();
  }

  @Test
  void referencesMayBeAsHostileAsAnswers() {
    answers()
        .map(arguments -> (String) arguments.get()[0])
        .forEach(
            text -> {
              String body =
                  "{\"question\": {\"prompt\": %1$s, \"references\": [%1$s]}, \"answer\": \"a b c\"}"
                      .formatted(quoted(text.substring(0, Math.min(text.length(), 20_000))));
              assertThat(docimo.grade(body).statusCode()).isEqualTo(200);
            });
    assertThat(log.list).isEmpty();
  }

  @Test
  void manyKeyPointsAreAnswered() {
    String[] points = new String[200];
    Arrays.fill(points, "noise");
    String body =
        Json.write(
            Map.of(
                "question",
                Map.of("references", List.of("Noise."), "key_points", points),
                "answer",
                "It is noise of training."));

    assertThat(docimo.grade(body).statusCode()).isEqualTo(200);
  }

  @Test
  void noRequestLeavesAnAnswerInTheLogOrInAProblem() {
    String secret = "xylophone";
    for (String body :
        List.of(
            "{\"answer\": \"" + secret + "\", }",
            "{\"answer\": [\"" + secret + "\"]}",
            "{\"answer\": \"" + secret + "\", \"answer\": \"" + secret + "\"}",
            "{\"answer\": \"" + secret + "\", \"question_id\": \"" + secret + "\"}",
            "{\"answer\": \"\", \"question_id\": \"tcp\", \"purpose\": \"" + secret + "\"}",
            "{\"answer\": \"\", \"question\": {\"rule\": \"" + secret + "\"}}",
            "{\"answer\": \"\", \"question\": {\"key_points\": [{\"label\": \""
                + secret
                + "\", \"weight\": 0}]}}",
            "\"" + secret + "\"",
            secret)) {
      HttpResponse<String> response = docimo.grade(body);
      assertThat(response.statusCode()).isBetween(400, 499);
      assertThat(response.body()).doesNotContain(secret);
    }
    docimo.grade(TestService.request("tcp", secret));

    assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage).isEmpty();
  }

  /** A request whose answer is written in escapes only, as half a surrogate pair can be. */
  private static byte[] escaped(String answer) {
    return ("{\"question_id\": \"overfitting\", \"answer\": " + quoted(answer) + "}")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c >= ' ' && c < 0x7F && c != '"' && c != '\\') {
        json.append(c);
      } else {
        json.append("\\u").append(String.format(java.util.Locale.ROOT, "%04x", (int) c));
      }
    }
    return json.append('"').toString();
  }
}

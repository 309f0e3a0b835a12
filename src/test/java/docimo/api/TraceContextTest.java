package docimo.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import docimo.testing.LogLines;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

final class TraceContextTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String SPAN = "00f067aa0ba902b7";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00-" + TRACE + "-" + SPAN + "-01",
        "00-" + TRACE + "-" + SPAN + "-00",
        " 00-" + TRACE + "-" + SPAN + "-03 ",
        "01-" + TRACE + "-" + SPAN + "-01-what-comes-later",
        "cc-" + TRACE + "-" + SPAN + "-01"
      })
  void traceOfTheCallerGoesOnWithASpanOfOurs(String parent) {
    TraceContext context = TraceContext.of(parent);

    assertThat(context.traceId()).isEqualTo(TRACE);
    assertThat(context.spanId()).matches("[0-9a-f]{16}").isNotEqualTo(SPAN);
    assertThat(context.flags()).isEqualTo(parent.strip().substring(53, 55));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "ff-" + TRACE + "-" + SPAN + "-01",
        "00-" + TRACE + "-" + SPAN,
        "00-" + TRACE + "-" + SPAN + "-01-more",
        "00-" + TRACE + "-" + SPAN + "-1",
        "00-" + TRACE + "0-" + SPAN + "-01",
        "00-00000000000000000000000000000000-" + SPAN + "-01",
        "00-" + TRACE + "-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-" + SPAN + "-01",
        "00-4bf92f3577b34da6a3ce929d0e0e473g-" + SPAN + "-01"
      })
  void whatTheStandardDoesNotKnowBeginsANewTrace(String parent) {
    TraceContext context = TraceContext.of(parent);

    assertThat(context.header()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
    assertThat(context.traceId()).isNotEqualTo(TRACE).doesNotMatch("0*");
  }

  @Test
  void everyTraceAndSpanIsAnother() {
    assertThat(List.of(TraceContext.of(null).traceId(), TraceContext.of(null).traceId()))
        .doesNotHaveDuplicates();
    String parent = "00-" + TRACE + "-" + SPAN + "-01";
    assertThat(TraceContext.of(parent).spanId()).isNotEqualTo(TraceContext.of(parent).spanId());
  }

  @Test
  void replyAndLogNameTheTrace() {
    Logger access = (Logger) LoggerFactory.getLogger("docimo.access");
    Level before = access.getLevel();
    access.setLevel(Level.INFO);
    try (LogLines log = new LogLines();
        TestService docimo = TestService.start()) {
      HttpResponse<String> reply =
          docimo.send(
              "GET", "/v1/screenings", TraceContext.HEADER, "00-" + TRACE + "-" + SPAN + "-01");
      HttpResponse<String> twice =
          docimo.send(
              "GET",
              "/livez",
              TraceContext.HEADER,
              "00-" + TRACE + "-" + SPAN + "-01",
              TraceContext.HEADER,
              "00-" + TRACE + "-" + SPAN + "-01");
      await().until(() -> lines(log, "docimo.access").size() == 2);

      String header = reply.headers().firstValue(TraceContext.HEADER).orElse("");
      assertThat(header).startsWith("00-" + TRACE + "-").endsWith("-01").doesNotContain(SPAN);
      assertThat(twice.headers().firstValue(TraceContext.HEADER).orElse("")).doesNotContain(TRACE);
      ILoggingEvent line = lines(log, "docimo.access").get(0);
      assertThat(line.getMDCPropertyMap())
          .containsEntry("trace_id", TRACE)
          .containsEntry("span_id", header.substring(36, 52));
      assertThat(line.getFormattedMessage()).matches("GET /v1/screenings 503 in [0-9.]+ ms");
      // a line that was logged on the way belongs to the same trace
      assertThat(lines(log, "docimo.api.DomainProblems"))
          .singleElement()
          .satisfies(
              failed -> assertThat(failed.getMDCPropertyMap()).containsEntry("trace_id", TRACE));
    } finally {
      access.setLevel(before);
    }
  }

  /** The body of a request may be read on another thread than the one that its route runs on. */
  @Test
  void logOnTheWayOfARequestWithABodyNamesTheTraceToo() {
    try (LogLines log = new LogLines();
        TestService docimo = TestService.start()) {
      docimo.exchange(
          "POST",
          "/v1/screenings",
          BodyPublishers.ofString(
              "{\"title\": \"T\", \"questions\": [{\"question_id\": \"tcp\"}]}"),
          "Content-Type",
          "application/json",
          Actor.HEADER,
          "rita",
          TraceContext.HEADER,
          "00-" + TRACE + "-" + SPAN + "-01");

      assertThat(lines(log, "docimo.api.DomainProblems"))
          .singleElement()
          .satisfies(
              failed -> assertThat(failed.getMDCPropertyMap()).containsEntry("trace_id", TRACE));
    }
  }

  private static List<ILoggingEvent> lines(LogLines log, String logger) {
    return log.events().stream().filter(e -> e.getLoggerName().equals(logger)).toList();
  }
}

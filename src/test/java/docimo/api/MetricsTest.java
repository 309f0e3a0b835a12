package docimo.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import docimo.testing.LogLines;
import docimo.testing.Scrape;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class MetricsTest {

  private static final String ANSWER = "The model learns the noise in its training data by heart.";

  @Test
  void requestsAreTimedByRouteAndClassOfStatus() {
    try (TestService docimo = TestService.start()) {
      docimo.get("/v1/questions/tcp");
      docimo.get("/v1/questions/overfitting");
      docimo.get("/v1/questions/none");
      docimo.get("/nowhere/at/all");
      docimo.send("BREW", "/livez");

      Scrape scrape = scrapeOf(docimo, 5);
      String name = "docimo_http_requests_seconds";
      String route = "/v1/questions/{id}";
      assertThat(counted(scrape, "GET", route, "2xx")).isEqualTo(2);
      assertThat(counted(scrape, "GET", route, "4xx")).isEqualTo(1);
      assertThat(counted(scrape, "GET", "none", "4xx")).isEqualTo(1);
      assertThat(counted(scrape, "OTHER", "none", "4xx")).isEqualTo(1);
      assertThat(
              scrape.value(
                  name + "_bucket", "method", "GET", "route", route, "status", "2xx", "le", "+Inf"))
          .isEqualTo(2);
      assertThat(scrape.value(name + "_sum", "method", "GET", "route", route, "status", "2xx"))
          .isPositive();
    }
  }

  @Test
  void gradesAreCountedAndTheirStagesTimed() {
    try (TestService docimo = TestService.start()) {
      docimo.grade(TestService.request("overfitting", ANSWER));
      docimo.grade(TestService.request("overfitting", ANSWER + " The error rises."));
      docimo.grade(TestService.request("overfitting", ""));

      Scrape scrape = scrapeOf(docimo, 3);
      for (String stage : List.of("analyse", "encode", "signals", "score", "explain")) {
        assertThat(scrape.value("docimo_grading_stage_seconds_count", "stage", stage))
            .as(stage)
            .isBetween(2.0, 3.0); // the empty answer does not get to the end
      }
      assertThat(scrape.value("docimo_grading_stage_seconds_count", "stage", "explain"))
          .isEqualTo(2);
      assertThat(scrape.value("docimo_grades_total", "status", "not_gradable", "band", "none"))
          .isEqualTo(1);
      assertThat(scrape.value("docimo_abstentions_total", "reason", "answer_empty")).isEqualTo(1);
      assertThat(scrape.value("docimo_question_cache_total", "result", "hit"))
          .isGreaterThanOrEqualTo(2);
      assertThat(scrape.value("process_uptime_seconds")).isPositive();
      assertThat(scrape.families()).contains("jvm_memory_used_bytes", "jvm_threads_live_threads");
    }
  }

  @Test
  void attacksThatAreTriedAreNoGrades() {
    try (TestService docimo = TestService.start()) {
      assertThat(
              docimo
                  .send(
                      "POST",
                      "/v1/questions/tcp/attacks",
                      BodyPublishers.ofString("{}"),
                      "application/json")
                  .statusCode())
          .isEqualTo(200);

      assertThat(scrapeOf(docimo, 1).families()).doesNotContain("docimo_grades_total");
    }
  }

  /** Words that stand in every part of a request, and must stand nowhere else. */
  @Test
  void nothingOfARequestGetsIntoMetricsOrLogs() {
    Logger ours = (Logger) LoggerFactory.getLogger("docimo");
    Level before = ours.getLevel();
    ours.setLevel(Level.DEBUG);
    try (LogLines log = new LogLines();
        TestService docimo = TestService.start()) {
      docimo.grade(
          "{\"question_id\":\"overfitting\",\"answer\":\"marker1 learns the noise by heart\","
              + "\"candidate_ref\":\"marker2\"}");
      docimo.grade(
          "{\"question\":{\"prompt\":\"marker3\",\"references\":[\"marker4 is so\"]},"
              + "\"answer\":\"marker5 is so\"}");
      docimo.grade("{\"marker6\": 1}");
      docimo.grade(TestService.request("marker7", "marker8"));
      docimo.get("/v1/candidates/marker9");
      docimo.get("/v1/questions/marker10?marker11=marker12");
      docimo.send("GET", "/marker13", "Docimo-Actor", "marker14", "Authorization", "marker15");

      HttpResponse<String> metrics = docimo.get("/metrics");
      await().until(() -> access(log).size() >= 8);

      assertThat(metrics.body()).doesNotContain("marker");
      assertThat(log.events())
          .allSatisfy(
              event ->
                  assertThat(
                          event.getFormattedMessage()
                              + event.getKeyValuePairs()
                              + event.getMDCPropertyMap())
                      .doesNotContain("marker"));
    } finally {
      ours.setLevel(before);
    }
  }

  private static List<ILoggingEvent> access(LogLines log) {
    return log.events().stream().filter(e -> e.getLoggerName().equals("docimo.access")).toList();
  }

  private static double counted(Scrape scrape, String method, String route, String status) {
    return scrape.value(
        "docimo_http_requests_seconds_count", "method", method, "route", route, "status", status);
  }

  /** What is said once so many requests are counted: which is done after they are answered. */
  private static Scrape scrapeOf(TestService docimo, int requests) {
    await().until(() -> requests(docimo.get("/metrics").body()) >= requests);
    HttpResponse<String> response = docimo.get("/metrics");
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain; version=0.0.4"));
    return new Scrape(response.body());
  }

  private static double requests(String text) {
    return text.lines()
        .filter(line -> line.startsWith("docimo_http_requests_seconds_count"))
        .filter(line -> !line.contains("\"/metrics\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}

package docimo.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import com.fasterxml.jackson.databind.JsonNode;
import docimo.exchange.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

final class JsonLineTest {

  private final Logger logger = logger();

  private static Logger logger() {
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    return context.getLogger("docimo.access");
  }

  @Test
  void lineHasWhatIsKnownOfTheRequest() {
    LoggingEvent event = event("GET {} 200", null, "/livez");
    event.setMDCPropertyMap(Map.of("trace_id", "4bf9", "span_id", "00f0"));
    event.addKeyValuePair(new KeyValuePair("route", "/livez"));
    event.addKeyValuePair(new KeyValuePair("status", 200));
    event.addKeyValuePair(new KeyValuePair("duration_ms", 1.25));

    assertThat(json(event).toString())
        .startsWith(
            "{\"timestamp\":\"2026-11-02T09:30:00Z\",\"level\":\"INFO\",\"logger\":\"docimo.access\","
                + "\"message\":\"GET /livez 200\",")
        .contains("\"trace_id\":\"4bf9\"", "\"span_id\":\"00f0\"")
        .endsWith("\"route\":\"/livez\",\"status\":200,\"duration_ms\":1.25}");
  }

  @Test
  void whateverIsLoggedStaysOnOneLine() {
    assertThat(json(event("a\nb\"c\u0001\u2028", null)).at("/message").textValue())
        .isEqualTo("a\nb\"c\u0001\u2028");
  }

  @Test
  void ofAnExceptionKindAndPlacesAreLoggedAndNotItsMessage() {
    JsonNode line = json(event("failed", new IllegalStateException("an answer")));

    assertThat(line.toString()).doesNotContain("an answer");
    assertThat(line.at("/error").textValue())
        .startsWith("java.lang.IllegalStateException\n  at docimo.logging.JsonLineTest");
  }

  private LoggingEvent event(String message, @Nullable Throwable thrown, Object... arguments) {
    LoggingEvent event =
        new LoggingEvent(
            JsonLineTest.class.getName(), logger, Level.INFO, message, thrown, arguments);
    event.setInstant(Instant.parse("2026-11-02T09:30:00Z"));
    return event;
  }

  private static JsonNode json(LoggingEvent event) {
    String line = new String(new JsonLine().encode(event), StandardCharsets.UTF_8);
    assertThat(line).endsWith("\n");
    assertThat(line.strip().lines()).hasSize(1);
    return Json.read(line);
  }
}

package docimo.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With a small collector that keeps what it is sent. */
final class OtlpExportTest {

  private final List<ExportMetricsServiceRequest> received = new CopyOnWriteArrayList<>();
  private HttpServer collector;

  @SuppressWarnings("NullAway.Init")
  OtlpExportTest() {}

  @BeforeEach
  void startCollector() throws IOException {
    collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext("/v1/metrics", this::receive);
    collector.start();
  }

  @AfterEach
  void stopCollector() {
    collector.stop(0);
  }

  @Test
  void figuresAreSentWhileItRunsAndOnceMoreAtItsEnd() {
    Metrics metrics = new Metrics(new OtlpExport(address(), Duration.ofSeconds(1), "1.2.3"));
    metrics.answered("GET", "/v1/questions/{id}", 200, Duration.ofMillis(12));
    await().until(() -> names().contains("docimo.http.requests"));
    metrics.humanMark("override");
    metrics.close();

    assertThat(names()).contains("docimo.http.requests", "docimo.human.marks", "jvm.memory.used");
    assertThat(resources()).contains("service.name=docimo", "service.version=1.2.3");
  }

  @Test
  void collectorThatIsAwayHoldsNothingUp() {
    collector.stop(0);
    Metrics metrics = new Metrics(new OtlpExport(address(), Duration.ofSeconds(1), "1.2.3"));
    metrics.humanMark("decision");

    assertThat(metrics.text()).contains("docimo_human_marks_total{how=\"decision\"} 1.0");
    metrics.close();
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/metrics");
  }

  private void receive(HttpExchange exchange) throws IOException {
    received.add(ExportMetricsServiceRequest.parseFrom(exchange.getRequestBody()));
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private List<String> names() {
    return resourceMetrics().stream()
        .flatMap(resource -> resource.getScopeMetricsList().stream())
        .flatMap(scope -> scope.getMetricsList().stream())
        .map(Metric::getName)
        .distinct()
        .toList();
  }

  private List<String> resources() {
    return resourceMetrics().stream()
        .flatMap(resource -> resource.getResource().getAttributesList().stream())
        .map(OtlpExportTest::text)
        .distinct()
        .toList();
  }

  private List<ResourceMetrics> resourceMetrics() {
    return received.stream().flatMap(sent -> sent.getResourceMetricsList().stream()).toList();
  }

  private static String text(KeyValue attribute) {
    return attribute.getKey() + "=" + attribute.getValue().getStringValue();
  }
}

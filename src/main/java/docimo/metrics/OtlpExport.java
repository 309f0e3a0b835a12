package docimo.metrics;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.registry.otlp.OtlpConfig;
import io.micrometer.registry.otlp.OtlpMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where figures are sent by OTLP over HTTP, and how often. Immutable.
 *
 * @param endpoint such as {@code http://127.0.0.1:4318/v1/metrics}
 * @param every how long to wait between
 * @param version of docimo
 */
public record OtlpExport(URI endpoint, Duration every, String version) {

  MeterRegistry registry() {
    return new OtlpMeterRegistry(new Config(), Clock.SYSTEM);
  }

  private final class Config implements OtlpConfig {

    @Override
    public @Nullable String get(String key) {
      return null; // every other value is the default
    }

    @Override
    public String url() {
      return endpoint.toString();
    }

    @Override
    public Duration step() {
      return every;
    }

    @Override
    public Map<String, String> resourceAttributes() {
      return Map.of("service.name", "docimo", "service.version", version);
    }
  }
}

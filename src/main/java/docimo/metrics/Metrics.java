package docimo.metrics;

import docimo.grading.GradingObserver;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** All that is counted and timed of one service. Thread-safe. */
public final class Metrics implements AutoCloseable {

  /** What {@link #text()} is. */
  public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  /** From a health check to a marked batch. */
  private static final Duration[] REQUESTS =
      millis(1, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 10_000, 60_000);

  private final PrometheusMeterRegistry prometheus =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final CompositeMeterRegistry all = new CompositeMeterRegistry();
  private final JvmGcMetrics collector = new JvmGcMetrics();
  private final Queue<LongSupplier> totals = new ConcurrentLinkedQueue<>();
  private final MeterProvider<Timer> requests;
  private final MeterProvider<Counter> humanMarks;
  private final GradingFigures grading;

  /** With nothing counted yet but of the process. */
  public Metrics() {
    this(null);
  }

  /**
   * With nothing counted yet but of the process.
   *
   * @param export where they are sent to as well; null for nowhere
   */
  public Metrics(@Nullable OtlpExport export) {
    all.add(prometheus);
    if (export != null) {
      all.add(export.registry());
    }
    requests =
        Timer.builder("docimo.http.requests")
            .description("Requests by route and class of status, from the first byte to the last.")
            .serviceLevelObjectives(REQUESTS)
            .withRegistry(all);
    humanMarks =
        Counter.builder("docimo.human.marks")
            .description("Marks that people gave, by how: decision of a review, or override.")
            .withRegistry(all);
    grading = new GradingFigures(all);
    List<MeterBinder> process =
        List.of(
            new ClassLoaderMetrics(),
            new JvmMemoryMetrics(),
            collector,
            new JvmThreadMetrics(),
            new ProcessorMetrics(),
            new FileDescriptorMetrics(),
            new UptimeMetrics());
    process.forEach(binder -> binder.bindTo(all));
  }

  /** What sees a grader for these metrics. */
  public GradingObserver grading() {
    return grading;
  }

  /**
   * A request was answered.
   *
   * @param method of HTTP, one of those that there are
   * @param route its template, such as {@code /v1/questions/{id}}; never the path that was asked
   * @param status of the reply
   */
  public void answered(String method, String route, int status, Duration took) {
    requests.withTags("method", method, "route", route, "status", status / 100 + "xx").record(took);
  }

  /** A person gave a mark: by a {@code decision} or an {@code override}. */
  public void humanMark(String how) {
    humanMarks.withTags("how", how).increment();
  }

  /**
   * Shows a figure that somebody else keeps.
   *
   * @param name dotted, such as {@code docimo.inference.queue}
   * @param meaning a sentence
   * @param figure asked whenever the metrics are read; must not wait
   */
  public void show(String name, String meaning, IntSupplier figure) {
    Gauge.builder(name, figure, IntSupplier::getAsInt)
        .description(meaning)
        .strongReference(true)
        .register(all);
  }

  /**
   * Shows a number that somebody else counts, from 0 at the start and never down.
   *
   * @param name dotted, such as {@code docimo.inference.refused}
   * @param meaning a sentence
   * @param total asked whenever the metrics are read; must not wait
   */
  public void showTotal(String name, String meaning, LongSupplier total) {
    totals.add(total); // a registry by itself would let go of it
    FunctionCounter.builder(name, total, LongSupplier::getAsLong)
        .description(meaning)
        .register(all);
  }

  /** All of them, as Prometheus reads them. */
  public String text() {
    return prometheus.scrape();
  }

  /** Sends what was not sent yet, and stops. */
  @Override
  public void close() {
    collector.close();
    all.getRegistries().forEach(registry -> registry.close());
    all.close();
  }

  static Duration[] millis(long... millis) {
    Duration[] durations = new Duration[millis.length];
    for (int i = 0; i < millis.length; i++) {
      durations[i] = Duration.ofMillis(millis[i]);
    }
    return durations;
  }
}

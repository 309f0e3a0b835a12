package docimo.metrics;

import docimo.grading.Grade;
import docimo.grading.GradingObserver;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Counts grades and times their stages. Thread-safe. */
final class GradingFigures implements GradingObserver {

  private static final Duration[] STAGES =
      Metrics.millis(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 5_000);

  private final Map<Stage, Timer> stages = new EnumMap<>(Stage.class);
  private final MeterProvider<Counter> grades;
  private final MeterProvider<Counter> abstentions;
  private final Counter ready;
  private final Counter compiled;

  GradingFigures(MeterRegistry registry) {
    for (Stage stage : Stage.values()) {
      stages.put(
          stage,
          Timer.builder("docimo.grading.stage")
              .description("How long a stage of marking an answer takes.")
              .tag("stage", lower(stage))
              .serviceLevelObjectives(STAGES)
              .register(registry));
    }
    grades =
        Counter.builder("docimo.grades")
            .description("Answers marked, by status and band; band none where there is no mark.")
            .withRegistry(registry);
    abstentions =
        Counter.builder("docimo.abstentions")
            .description("Answers that got no mark, by reason.")
            .withRegistry(registry);
    ready = questions(registry, "hit");
    compiled = questions(registry, "miss");
  }

  private static Counter questions(MeterRegistry registry, String result) {
    return Counter.builder("docimo.question.cache")
        .description("Questions asked for: ready (hit), or made ready (miss).")
        .tag("result", result)
        .register(registry);
  }

  @Override
  public Course begin() {
    return new Stopwatch();
  }

  @Override
  public void asked(boolean isReady) {
    (isReady ? ready : compiled).increment();
  }

  private void count(Grade grade) {
    Grade.Score score = grade.score();
    grades
        .withTags(
            "status", lower(grade.status()), "band", score == null ? "none" : lower(score.band()))
        .increment();
    Grade.ReasonGiven reason = grade.reason();
    if (reason != null) {
      abstentions.withTags("reason", lower(reason.code())).increment();
    }
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Times the stages of one grade. */
  private final class Stopwatch implements Course {

    private @Nullable Stage stage;
    private long since;

    @Override
    public void enter(Stage next) {
      long now = System.nanoTime();
      stop(now);
      stage = next;
      since = now;
    }

    @Override
    public void end(Grade grade) {
      stop(System.nanoTime());
      stage = null;
      count(grade);
    }

    private void stop(long now) {
      Timer timer = stage == null ? null : stages.get(stage);
      if (timer != null) {
        timer.record(now - since, TimeUnit.NANOSECONDS);
      }
    }
  }
}

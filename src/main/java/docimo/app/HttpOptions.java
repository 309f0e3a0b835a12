package docimo.app;

import docimo.api.AddressBlock;
import docimo.api.Capacity;
import docimo.api.CrossOrigin;
import docimo.api.Limits;
import docimo.api.Proxies;
import docimo.api.RateLimits;
import docimo.api.ServiceOptions;
import docimo.api.Timeouts;
import docimo.api.Tls;
import docimo.api.VolumeLimits;
import docimo.grading.InferenceGate;
import org.jspecify.annotations.Nullable;

/** Makes what the HTTP service is told of the settings. Each concern is a line or a method here. */
final class HttpOptions {

  private HttpOptions() {}

  static ServiceOptions of(Settings settings) {
    return ServiceOptions.on(
            settings.text(Setting.SERVER_HOST), settings.whole(Setting.SERVER_PORT))
        .with(limits(settings))
        .with(timeouts(settings))
        .with(volume(settings))
        .with(capacity(settings))
        .with(rates(settings))
        .with(tls(settings))
        .with(proxies(settings))
        .with(new CrossOrigin(settings.list(Setting.CORS_ORIGINS)));
  }

  /** How many marks are let through at once. */
  static InferenceGate.Options gate(Settings settings) {
    int slots = settings.whole(Setting.INFERENCE_SLOTS);
    return new InferenceGate.Options(
        slots == 0 ? InferenceGate.Options.standard().slots() : slots,
        settings.whole(Setting.INFERENCE_QUEUE),
        settings.time(Setting.INFERENCE_PATIENCE),
        settings.whole(Setting.INFERENCE_REQUESTS_PER_JOB));
  }

  private static Limits limits(Settings settings) {
    return new Limits(
        settings.whole(Setting.LIMITS_BODY_BYTES),
        settings.whole(Setting.LIMITS_ANSWER_CHARACTERS),
        settings.whole(Setting.LIMITS_HEADER_BYTES),
        settings.whole(Setting.LIMITS_HEADER_COUNT),
        settings.whole(Setting.LIMITS_ADDRESS_CHARACTERS),
        settings.whole(Setting.LIMITS_BUFFERED_BYTES),
        settings.whole(Setting.LIMITS_JSON_NESTING),
        settings.whole(Setting.LIMITS_JSON_NUMBER_CHARACTERS),
        settings.whole(Setting.LIMITS_INLINE_MARKED_ANSWERS),
        settings.whole(Setting.LIMITS_INLINE_MARKED_CHARACTERS));
  }

  private static VolumeLimits volume(Settings settings) {
    return new VolumeLimits(
        settings.whole(Setting.LIMITS_BATCH_ROWS),
        Long.parseLong(settings.text(Setting.BATCH_BODY_BYTES)),
        settings.whole(Setting.BATCH_AT_ONCE),
        settings.whole(Setting.EVENTS_LISTENERS),
        settings.whole(Setting.IDEMPOTENCY_REPLY_BYTES));
  }

  private static Timeouts timeouts(Settings settings) {
    return new Timeouts(
        settings.time(Setting.TIMEOUTS_IDLE),
        settings.time(Setting.TIMEOUTS_STOP),
        settings.time(Setting.TIMEOUTS_HEADERS),
        settings.time(Setting.TIMEOUTS_BODY),
        settings.whole(Setting.TIMEOUTS_BYTES_PER_SECOND),
        settings.time(Setting.TIMEOUTS_ATTACK));
  }

  private static Capacity capacity(Settings settings) {
    return new Capacity(
        settings.whole(Setting.CAPACITY_CONNECTIONS),
        settings.whole(Setting.CAPACITY_REQUESTS),
        settings.whole(Setting.CAPACITY_STREAMS),
        settings.whole(Setting.CAPACITY_LONG_REQUESTS));
  }

  private static RateLimits rates(Settings settings) {
    RateLimits named =
        new RateLimits(
            settings.whole(Setting.RATE_GRADES_PER_MINUTE),
            settings.whole(Setting.RATE_READS_PER_MINUTE),
            settings.whole(Setting.RATE_WRITES_PER_MINUTE),
            settings.whole(Setting.RATE_FAILURES_PER_MINUTE));
    return switch (settings.text(Setting.RATE_LIMITS)) {
      case "on" -> named;
      case "off" -> RateLimits.NONE;
      default ->
          RateLimits.usual(settings.text(Setting.SERVER_HOST)).equals(RateLimits.NONE)
                  && settings.list(Setting.PROXY_TRUSTED).isEmpty()
              ? RateLimits.NONE
              : named;
    };
  }

  private static @Nullable Tls tls(Settings settings) {
    return settings
        .path(Setting.TLS_KEY_STORE)
        .map(file -> new Tls(file, settings.text(Setting.TLS_KEY_STORE_PASSWORD)))
        .orElse(null);
  }

  private static Proxies proxies(Settings settings) {
    return new Proxies(
        settings.list(Setting.PROXY_TRUSTED).stream()
            .flatMap(block -> AddressBlock.read(block).stream())
            .toList(),
        settings.choice(Setting.PROXY_HEADERS, Proxies.Spoken.class));
  }
}

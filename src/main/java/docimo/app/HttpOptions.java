package docimo.app;

import docimo.api.AddressBlock;
import docimo.api.CrossOrigin;
import docimo.api.HttpService;
import docimo.api.Limits;
import docimo.api.Proxies;
import docimo.api.Timeouts;
import docimo.api.Tls;
import org.jspecify.annotations.Nullable;

/** Makes what the HTTP service is told of the settings. Each concern is a line or a method here. */
final class HttpOptions {

  private HttpOptions() {}

  static HttpService.Options of(Settings settings) {
    return HttpService.Options.on(
            settings.text(Setting.SERVER_HOST), settings.whole(Setting.SERVER_PORT))
        .with(limits(settings))
        .with(timeouts(settings))
        .with(tls(settings))
        .with(proxies(settings))
        .with(new CrossOrigin(settings.list(Setting.CORS_ORIGINS)));
  }

  private static Limits limits(Settings settings) {
    return new Limits(
        settings.whole(Setting.LIMITS_BODY_BYTES),
        settings.whole(Setting.LIMITS_ANSWER_CHARACTERS),
        settings.whole(Setting.LIMITS_HEADER_BYTES));
  }

  private static Timeouts timeouts(Settings settings) {
    return new Timeouts(settings.time(Setting.TIMEOUTS_IDLE), settings.time(Setting.TIMEOUTS_STOP));
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

package docimo.app;

import docimo.api.HttpService;
import docimo.api.Limits;
import docimo.api.Timeouts;

/** Makes what the HTTP service is told of the settings. Each concern is a line or a method here. */
final class HttpOptions {

  private HttpOptions() {}

  static HttpService.Options of(Settings settings) {
    return HttpService.Options.on(
            settings.text(Setting.SERVER_HOST), settings.whole(Setting.SERVER_PORT))
        .with(limits(settings))
        .with(timeouts(settings));
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
}

package docimo.app;

import static org.assertj.core.api.Assertions.assertThat;

import docimo.api.Limits;
import docimo.api.RateLimits;
import docimo.api.ServiceOptions;
import docimo.api.Timeouts;
import docimo.api.VolumeLimits;
import docimo.app.Settings.Flag;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HttpOptionsTest {

  @Test
  void withoutSettingsTheyAreTheDefaultsOfTheService() {
    assertThat(HttpOptions.of(Settings.read(null, Map.of(), List.of())))
        .isEqualTo(ServiceOptions.on("127.0.0.1", 7070));
  }

  @Test
  void everySettingGetsToItsPlace() {
    assertThat(
            HttpOptions.of(
                set(
                    "server.host=::1",
                    "server.port=1",
                    "limits.body-bytes=2000",
                    "limits.answer-characters=3",
                    "limits.header-bytes=4000",
                    "batch.body-bytes=6000",
                    "batch.at-once=7",
                    "events.listeners=8",
                    "idempotency.reply-bytes=9000",
                    "timeouts.idle=5s",
                    "timeouts.stop=6s")))
        .isEqualTo(
            ServiceOptions.on("::1", 1)
                .with(new Limits(2000, 3, 4000))
                .with(new VolumeLimits(10_000, 6_000, 7, 8, 9_000))
                .with(new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(6))));
  }

  @Test
  void ratesAreOnWhereOthersComeThroughAProxy() {
    assertThat(HttpOptions.of(set("proxy.trusted=127.0.0.1")).rates())
        .isEqualTo(RateLimits.DEFAULT);
    assertThat(HttpOptions.of(set("proxy.trusted=127.0.0.1", "rate.limits=off")).rates())
        .isEqualTo(RateLimits.NONE);
  }

  private static Settings set(String... pairs) {
    return Settings.read(
        null,
        Map.of(),
        List.of(pairs).stream()
            .map(pair -> pair.split("="))
            .map(pair -> new Flag("--set", pair[0], pair[1]))
            .toList());
  }
}

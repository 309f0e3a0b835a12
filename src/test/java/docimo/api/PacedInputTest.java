package docimo.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PacedInputTest {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Timeouts TIMEOUTS =
      new Timeouts(SECOND, SECOND, SECOND, Duration.ofSeconds(5), 10, SECOND);

  private long now;

  @Test
  void clientThatIsFastEnoughIsRead() throws IOException {
    try (InputStream body = paced(100, 90)) {
      assertThat(body.readAllBytes()).hasSize(100);
    }
  }

  @Test
  void clientThatIsTooSlowIsGivenUp() throws IOException {
    try (InputStream body = paced(1000, 200)) {
      assertThatThrownBy(body::readAllBytes).isInstanceOf(SlowBodyException.class);
    }
  }

  @Test
  void timeBetweenReadsIsTheReadersOwn() throws IOException {
    try (InputStream body = paced(100, 1)) {
      for (int i = 0; i < 100; i++) {
        now += Duration.ofMinutes(1).toNanos();
        assertThat(body.read()).isZero();
      }
      assertThat(body.read()).isEqualTo(-1);
    }
  }

  /** A body that comes byte by byte, each after some milliseconds. */
  private InputStream paced(int bytes, int millis) {
    InputStream slow =
        new FilterInputStream(new ByteArrayInputStream(new byte[bytes])) {
          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            now += Duration.ofMillis(millis).toNanos();
            return super.read(target, offset, Math.min(1, length));
          }
        };
    return new PacedInput(slow, TIMEOUTS, () -> now);
  }
}

package docimo.api;

import static docimo.api.TestService.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import docimo.exchange.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Limits of the operator's choice. */
final class LimitsTest {

  @Test
  void answerThatIsLongerIsPointedTo() {
    try (TestService strict = TestService.start(o -> o.with(new Limits(4096, 10, 8192)))) {
      assertThat(strict.grade(request("tcp", "x".repeat(10))).statusCode()).isEqualTo(200);
      HttpResponse<String> refused = strict.grade(request("tcp", "x".repeat(11)));

      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(Json.read(refused.body()).at("/pointer").textValue()).isEqualTo("/answer");
      assertThat(Json.read(refused.body()).at("/detail").textValue())
          .contains("has 11 characters", "10 at most");
    }
  }

  @Test
  void bodyThatIsLargerIsRefused() {
    try (TestService strict = TestService.start(o -> o.with(new Limits(64, 64, 8192)))) {
      assertThat(strict.grade(request("tcp", "x".repeat(64))).statusCode()).isEqualTo(413);
    }
  }

  @Test
  void headersThatAreLargerAreRefused() throws IOException {
    try (TestService strict = TestService.start(o -> o.with(new Limits(4096, 4096, 1024)));
        RawConnection connection = strict.connect()) {
      connection.write(
          "GET /livez HTTP/1.1\r\nHost: docimo\r\nX-Long: " + "x".repeat(1024) + "\r\n\r\n");

      assertThat(connection.reply().status()).isEqualTo(431);
    }
  }

  @Test
  void connectionOnWhichNothingMovesIsClosed() throws IOException {
    Timeouts impatient = new Timeouts(Duration.ofMillis(200), Duration.ofSeconds(10));
    try (TestService strict = TestService.start(o -> o.with(impatient));
        RawConnection connection = strict.connect()) {
      assertThat(connection.isAtEnd()).isTrue();
    }
  }

  @Test
  void aLimitIsAtLeastOne() {
    assertThatThrownBy(() -> new Limits(0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}

package docimo.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that come again, on a file. */
final class IdempotencyTest extends IdempotencyContract {

  @TempDir private Path folder = Path.of("");

  @Override
  String newDatabase() {
    return folder.resolve("docimo").toString();
  }

  @Test
  void whereNothingCanBeKeptNoKeyIsTaken() {
    try (TestService away = TestService.start()) {
      HttpResponse<String> refused =
          away.exchange(
              "POST",
              "/v1/grades",
              BodyPublishers.ofString(TestService.request("tcp", "In order.")),
              "Content-Type",
              "application/json",
              Idempotency.HEADER,
              "k");
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.headers().firstValue("Retry-After")).contains("5");
    }
  }
}

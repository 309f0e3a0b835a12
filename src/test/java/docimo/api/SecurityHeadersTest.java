package docimo.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SecurityHeadersTest {

  private static final Map<String, String> EXPECTED =
      Map.of(
          "x-content-type-options", "nosniff",
          "content-security-policy", "default-src 'none'; frame-ancestors 'none'",
          "referrer-policy", "no-referrer",
          "cross-origin-resource-policy", "same-origin",
          "cache-control", "no-store");

  @RegisterExtension static final TestService docimo = TestService.start();

  @ParameterizedTest
  @CsvSource({
    "GET, /, 200",
    "HEAD, /livez, 200",
    "GET, /v1/questions/tcp, 200",
    "GET, /v1/questions/none, 404",
    "GET, /nowhere, 404",
    "PUT, /v1/grades, 405",
    "OPTIONS, /v1/grades, 204",
    "POST, /v1/grades, 415",
    "GET, /v1/screenings, 503"
  })
  void everyReplyHasThem(String method, String path, int status) {
    HttpResponse<String> reply = docimo.send(method, path);

    assertThat(reply.statusCode()).isEqualTo(status);
    EXPECTED.forEach(
        (name, value) -> assertThat(reply.headers().allValues(name)).containsExactly(value));
  }

  @ParameterizedTest
  @CsvSource({
    "GET /%zz HTTP/1.1, 400",
    "GET / NONSENSE/9, 505",
    "'GET / HTTP/1.1\r\nX-Long: LONG', 431"
  })
  void whatNoRouteSeesHasThemToo(String request, int status) throws IOException {
    try (RawConnection connection = docimo.connect()) {
      connection.write(request.replace("LONG", "x".repeat(20_000)) + "\r\nHost: docimo\r\n\r\n");
      RawConnection.Reply reply = connection.reply();

      assertThat(reply.status()).isEqualTo(status);
      assertThat(reply.headers()).containsAllEntriesOf(EXPECTED);
    }
  }

  @Test
  void pageOfAnExportHasAPolicyOfItsOwn(@TempDir Path folder) {
    try (OfficeService office = new OfficeService(folder)) {
      HttpResponse<String> page =
          office.get("/v1/screenings/" + office.screening(Map.of()) + "/export.html");

      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.headers().allValues("Content-Security-Policy"))
          .containsExactly(
              "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors"
                  + " 'none'; sandbox");
      assertThat(page.headers().allValues("Cache-Control")).containsExactly("no-store");
    }
  }
}

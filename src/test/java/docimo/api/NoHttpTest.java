package docimo.api;

import static org.assertj.core.api.Assertions.assertThat;

import docimo.exchange.Json;
import java.io.IOException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the server refuses by itself is answered in the same form as everything else. */
final class NoHttpTest {

  @RegisterExtension static final TestService docimo = TestService.start();

  @ParameterizedTest
  @CsvSource({
    "GET /%zz HTTP/1.1,                                 400",
    "GET /v1/questions/%ff HTTP/1.1,                    400",
    "GET /<script>alert(1)</script> HTTP/1.1,           400",
    "GET / NONSENSE/9,                                  505",
    "'\u0016\u0003\u0001 garbage',                      400",
    "GET /LONG HTTP/1.1,                                414",
    "'GET / HTTP/1.1\r\nX-Long: LONG',                  431",
    "'POST /v1/grades HTTP/1.1\r\nContent-Length: -1',  400",
    "'POST /v1/grades HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2', 400",
  })
  void whatIsNoRequestGetsAProblem(String request, int status) throws IOException {
    try (RawConnection connection = docimo.connect()) {
      connection.write(request.replace("LONG", "x".repeat(20_000)) + "\r\nHost: docimo\r\n\r\n");

      RawConnection.Reply reply = connection.reply();
      assertThat(reply.status()).isEqualTo(status);
      assertThat(reply.header("content-type")).isEqualTo(Problem.MEDIA_TYPE);
      assertThat(Json.read(reply.body()).at("/status").intValue()).isEqualTo(status);
      assertThat(reply.body()).doesNotContain("<", "script", "etty");
    }
  }
}

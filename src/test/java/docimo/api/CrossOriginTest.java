package docimo.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** By a bare connection: the client of the JDK does not let an Origin be set. */
final class CrossOriginTest {

  private static final String OURS = "https://interviews.example";

  @RegisterExtension
  static final TestService docimo =
      TestService.start(o -> o.with(new CrossOrigin(List.of(OURS, "http://localhost:3000"))));

  @Test
  void preflightIsAnsweredWithoutAKeyAndWithoutCookies() throws IOException {
    RawConnection.Reply reply =
        send(
            docimo,
            "OPTIONS /v1/grades",
            OURS,
            "Access-Control-Request-Method: POST",
            "Access-Control-Request-Headers: authorization,content-type,docimo-actor");

    assertThat(reply.status()).isBetween(200, 204);
    assertThat(reply.header("access-control-allow-origin")).isEqualTo(OURS);
    assertThat(reply.header("access-control-allow-methods")).contains("POST");
    assertThat(reply.header("access-control-allow-headers").toLowerCase(java.util.Locale.ROOT))
        .contains("authorization", "content-type", "docimo-actor");
    assertThat(reply.header("access-control-max-age")).isEqualTo("600");
    assertThat(reply.header("vary")).contains("Origin");
    assertThat(reply.headers()).doesNotContainKey("access-control-allow-credentials");
    assertThat(reply.body()).isEmpty();
  }

  @Test
  void pageOfAnAllowedOriginMayReadTheReply() throws IOException {
    RawConnection.Reply reply = send(docimo, "GET /v1/questions", "http://localhost:3000");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("access-control-allow-origin")).isEqualTo("http://localhost:3000");
    assertThat(reply.header("access-control-expose-headers")).contains("Location", "Retry-After");
  }

  @Test
  void pageOfAnotherOriginMayNot() throws IOException {
    for (String origin :
        List.of(
            "https://interviews.example.evil.example",
            "https://interviewsXexample",
            "http://interviews.example",
            "null")) {
      assertThat(send(docimo, "GET /v1/questions", origin).headers())
          .doesNotContainKey("access-control-allow-origin");
      assertThat(
              send(docimo, "OPTIONS /v1/grades", origin, "Access-Control-Request-Method: POST")
                  .headers())
          .doesNotContainKey("access-control-allow-origin");
    }
  }

  @Test
  void allOriginsMayBeAllowed() throws IOException {
    try (TestService open = TestService.start(o -> o.with(new CrossOrigin(List.of("*"))))) {
      assertThat(send(open, "GET /livez", OURS).header("access-control-allow-origin")).isNotEmpty();
    }
  }

  @Test
  void withoutOriginsThereIsNothingOfIt() throws IOException {
    try (TestService closed = TestService.start()) {
      RawConnection.Reply reply =
          send(closed, "OPTIONS /v1/grades", OURS, "Access-Control-Request-Method: POST");

      assertThat(reply.headers().keySet()).noneMatch(name -> name.startsWith("access-control"));
    }
  }

  private static RawConnection.Reply send(
      TestService service, String request, String origin, String... more) throws IOException {
    try (RawConnection connection = service.connect()) {
      connection.write(
          request
              + " HTTP/1.1\r\nHost: docimo\r\nOrigin: "
              + origin
              + "\r\n"
              + String.join("", List.of(more).stream().map(line -> line + "\r\n").toList())
              + "\r\n");
      return connection.reply();
    }
  }
}

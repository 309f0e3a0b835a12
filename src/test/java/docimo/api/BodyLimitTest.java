package docimo.api;

import static docimo.api.TestService.MAX_BODY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class BodyLimitTest {

  private static final String POST =
      "POST /v1/grades HTTP/1.1\r\nHost: docimo\r\nContent-Type: application/json\r\n";
  private static final String GET_LIVEZ = "GET /livez HTTP/1.1\r\nHost: docimo\r\n\r\n";

  @RegisterExtension static final TestService docimo = TestService.start();

  @Test
  void bodyOfTheLargestSizeIsRead() {
    HttpResponse<String> response = docimo.grade(body(MAX_BODY));

    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.body()).contains("answer_too_long");
  }

  @Test
  void oneByteMoreIsTooMuch() {
    assertTooLarge(docimo.grade(body(MAX_BODY + 1)));
  }

  @Test
  void largeBodyIsRefusedAndItsSenderHearsWhy() {
    assertTooLarge(docimo.grade(body(8 * MAX_BODY)));
  }

  @Test
  void largeBodyWithoutALengthIsRefused() {
    assertTooLarge(
        docimo.send(
            "POST",
            "/v1/grades",
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body(8 * MAX_BODY))),
            "application/json"));
  }

  @Test
  void connectionIsOfUseAfterALargeBody() throws IOException {
    try (RawConnection connection = docimo.connect()) {
      connection.write(POST + "Content-Length: " + 2 * MAX_BODY + "\r\n\r\n");
      connection.write(body(2 * MAX_BODY)).write(GET_LIVEZ);

      assertThat(connection.reply().status()).isEqualTo(413);
      assertThat(connection.reply().status()).isEqualTo(200);
    }
  }

  @Test
  void connectionIsOfUseAfterALargeBodyInChunks() throws IOException {
    try (RawConnection connection = docimo.connect()) {
      connection.write(POST + "Transfer-Encoding: chunked\r\n\r\n");
      for (int i = 0; i < 20; i++) {
        connection.write("10000\r\n").write(new byte[0x10000]).write("\r\n");
      }
      connection.write("0\r\n\r\n").write(GET_LIVEZ);

      assertThat(connection.reply().status()).isEqualTo(413);
      assertThat(connection.reply().status()).isEqualTo(200);
    }
  }

  @Test
  void hugeBodyIsNotWaitedFor() throws IOException {
    try (RawConnection connection = docimo.connect()) {
      connection.write(POST + "Content-Length: 9000000000\r\n\r\n");

      assertThat(connection.reply().status()).isEqualTo(413);
      assertThat(connection.isAtEnd()).isTrue();
    }
  }

  @Test
  void senderWhoAsksFirstIsSparedTheSending() throws IOException {
    try (RawConnection connection = docimo.connect()) {
      connection.write(
          POST + "Expect: 100-continue\r\nContent-Length: " + 2 * MAX_BODY + "\r\n\r\n");

      assertThat(connection.reply().status()).isEqualTo(413);
    }
  }

  @Test
  void bodyInChunksIsRead() throws IOException {
    String body = TestService.request("tcp", "Bytes arrive in order.");
    try (RawConnection connection = docimo.connect()) {
      connection.write(POST + "Transfer-Encoding: chunked\r\n\r\n");
      for (int i = 0; i < body.length(); i++) {
        char c = body.charAt(i);
        connection.write("1\r\n" + c + "\r\n");
      }
      connection.write("0\r\n\r\n");

      RawConnection.Reply reply = connection.reply();
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.body()).contains("\"status\":\"graded\"");
    }
  }

  @Test
  void brokenChunksAreTheSendersFault() throws IOException {
    try (RawConnection connection = docimo.connect()) {
      connection.write(POST + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n");

      RawConnection.Reply reply = connection.reply();
      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.header("content-type")).startsWith(Problem.MEDIA_TYPE);
    }
  }

  private static byte[] body(int length) {
    String start = "{\"question_id\": \"tcp\", \"answer\": \"";
    String end = "\"}";
    return (start + "a".repeat(length - start.length() - end.length()) + end)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void assertTooLarge(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(TestService.mediaType(response)).isEqualTo(Problem.MEDIA_TYPE);
    assertThat(response.body()).contains("urn:docimo:problem:body-too-large");
  }
}

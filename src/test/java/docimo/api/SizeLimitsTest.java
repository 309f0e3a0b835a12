package docimo.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SizeLimitsTest {

  private static final String GET = "GET /livez HTTP/1.1\r\nHost: docimo\r\n";

  @RegisterExtension static final TestService docimo = TestService.start();

  @Test
  void headersThatAreTooLargeAreRefused() throws IOException {
    assertProblem(GET + "X: " + "x".repeat(10_000) + "\r\n\r\n", 431, "headers-too-large");
  }

  @Test
  void endlessHeadersAreNotReadToTheirEnd() throws IOException {
    try (RawConnection client = docimo.connect()) {
      client.write(GET + "X: y\r\n".repeat(100_000));

      assertThat(client.reply().status()).isEqualTo(431);
    } catch (java.net.SocketException e) {
      assertThat(e).hasMessageMatching("(?i).*(reset|broken pipe|aborted).*");
    }
  }

  @Test
  void tooManyHeadersAreRefused() throws IOException {
    RawConnection.Reply reply =
        assertProblem(GET + "X: y\r\n".repeat(1) + many(101) + "\r\n", 431, "headers-too-large");

    assertThat(reply.body()).contains("100 headers (limits.header-count)");
  }

  @Test
  void addressThatIsTooLongIsRefused() {
    HttpResponse<String> response = docimo.get("/livez?q=" + "x".repeat(4096));

    assertThat(response.statusCode()).isEqualTo(414);
    assertThat(response.body()).contains("urn:docimo:problem:address-too-long", "4096 characters");
  }

  @Test
  void addressThatFillsTheHeadersIsRefusedByTheServer() throws IOException {
    assertProblem(
        "GET /" + "x".repeat(10_000) + " HTTP/1.1\r\nHost: docimo\r\n\r\n",
        414,
        "address-too-long");
  }

  @Test
  void manyMarkedAnswersOfAnInlineQuestionAreRefused() {
    String marked = String.join(",", Collections.nCopies(31, "{\"answer\":\"a\",\"score\":1}"));

    HttpResponse<String> response =
        docimo.grade(
            "{\"answer\":\"a\",\"question\":{\"references\":[\"r\"],\"marked_answers\":["
                + marked
                + "]}}");

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body()).contains("/question/marked_answers", "30 entries at most, not 31");
  }

  @Test
  void longMarkedAnswersOfAnInlineQuestionAreRefused() {
    HttpResponse<String> response =
        docimo.grade(
            "{\"answer\":\"a\",\"question\":{\"references\":[\"r\"],\"marked_answers\":["
                + "{\"score\":1,\"answer\":\""
                + "a".repeat(20_001)
                + "\"}]}}");

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body()).contains("20000 characters at most, not 20001");
  }

  private static String many(int count) {
    StringBuilder headers = new StringBuilder();
    for (int i = 0; i < count; i++) {
      headers.append("X-").append(i).append(": y\r\n");
    }
    return headers.toString();
  }

  private static RawConnection.Reply assertProblem(String request, int status, String type)
      throws IOException {
    try (RawConnection client = docimo.connect()) {
      RawConnection.Reply reply = client.write(request).reply();
      assertThat(reply.status()).as(reply.body()).isEqualTo(status);
      assertThat(reply.header("content-type")).startsWith(Problem.MEDIA_TYPE);
      assertThat(reply.body()).contains("urn:docimo:problem:" + type, "limits.");
      return reply;
    }
  }
}

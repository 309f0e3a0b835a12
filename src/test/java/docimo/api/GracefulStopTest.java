package docimo.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import docimo.grading.InferenceGate;
import docimo.testing.TestApplication;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class GracefulStopTest {

  private static final String GET_READYZ = "GET /readyz HTTP/1.1\r\nHost: docimo\r\n\r\n";

  @Test
  void requestThatHasBegunIsAnsweredAndNoOtherIsTaken() throws IOException {
    TestService docimo = TestService.start();
    byte[] body =
        TestService.request("tcp", "Bytes arrive in order.").getBytes(StandardCharsets.UTF_8);
    try (RawConnection begun = docimo.connect();
        RawConnection idle = docimo.connect()) {
      assertThat(idle.write(GET_READYZ).reply().status()).isEqualTo(200);
      begun.write(
          "POST /v1/grades HTTP/1.1\r\nHost: docimo\r\nContent-Type: application/json\r\n"
              + "Expect: 100-continue\r\nContent-Length: "
              + body.length
              + "\r\n\r\n");
      // leave to send the body is given by the handler that now waits for it
      assertThat(begun.reply().status()).isEqualTo(100);
      begun.write(java.util.Arrays.copyOf(body, body.length / 2));

      CompletableFuture<Void> stopped = CompletableFuture.runAsync(docimo::close);
      await()
          .untilAsserted(
              () ->
                  assertThatThrownBy(() -> docimo.connect().close())
                      .isInstanceOf(ConnectException.class));
      RawConnection.Reply notReady = idle.write(GET_READYZ).reply();
      assertThat(stopped).isNotDone();
      begun.write(java.util.Arrays.copyOfRange(body, body.length / 2, body.length));
      RawConnection.Reply grade = begun.reply();
      stopped.join();

      assertThat(notReady.status()).isEqualTo(503);
      assertThat(notReady.header("content-type")).startsWith(Problem.MEDIA_TYPE);
      assertThat(notReady.body()).contains("urn:docimo:problem:not-ready");
      assertThat(grade.status()).isEqualTo(200);
      assertThat(grade.body()).contains("\"status\":\"graded\"");
    }
  }

  @Test
  void requestThatTakesLongerThanTheStopIsCutOffAndTheStopEndsWell() throws IOException {
    CountDownLatch later = new CountDownLatch(1);
    Timeouts hasty = new Timeouts(Duration.ofSeconds(30), Duration.ofMillis(500));
    InferenceGate gate = new InferenceGate(InferenceGate.Options.standard());
    TestService docimo =
        TestService.start(
            () -> {
              awaitQuietly(later);
              return TestApplication.shared().grader();
            },
            gate,
            TestService.OPTIONS.with(hasty));
    try (RawConnection slow = docimo.connect()) {
      String body = TestService.request("tcp", "Bytes arrive in order.");
      slow.write(
          "POST /v1/grades HTTP/1.1\r\nHost: docimo\r\nContent-Type: application/json\r\n"
              + "Content-Length: "
              + body.length()
              + "\r\n\r\n"
              + body);
      await().until(() -> gate.load().inUse() == 1);

      assertThatCode(docimo::close).doesNotThrowAnyException();
      assertThatThrownBy(docimo::connect).isInstanceOf(ConnectException.class);
    } finally {
      later.countDown();
    }
  }

  @Test
  void closingTwiceIsAsGoodAsClosingOnce() {
    TestService docimo = TestService.start();
    docimo.close();
    docimo.close();

    assertThatThrownBy(docimo::connect).isInstanceOf(ConnectException.class);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package docimo.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import docimo.grading.Grader;
import docimo.grading.InferenceGate;
import docimo.testing.TestApplication;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One slot, one place in the queue, and a grader that is late. */
final class OverloadTest {

  private static final String BODY = TestService.request("tcp", "Bytes arrive in order.");
  private static final String REQUEST =
      "POST /v1/grades HTTP/1.1\r\nHost: docimo\r\nContent-Type: application/json\r\n"
          + "Content-Length: "
          + BODY.length()
          + "\r\n\r\n"
          + BODY;
  private static final String GET_LIVEZ = "GET /livez HTTP/1.1\r\nHost: docimo\r\n\r\n";

  private final CountDownLatch loaded = new CountDownLatch(1);
  private final InferenceGate gate =
      new InferenceGate(new InferenceGate.Options(1, 1, Duration.ofMinutes(1), 3));
  private final TestService docimo =
      TestService.start(
          () -> {
            awaitLoaded();
            return grader();
          },
          gate,
          TestService.OPTIONS);

  @AfterEach
  void stop() {
    loaded.countDown();
    docimo.close();
  }

  @Test
  void whoFindsSlotsAndQueueFullHearsSoAtOnce() throws IOException {
    try (RawConnection first = docimo.connect();
        RawConnection second = docimo.connect()) {
      first.write(REQUEST);
      await().until(() -> gate.load().inUse() == 1);
      second.write(REQUEST);
      await().until(() -> gate.load().waiting() == 1);

      HttpResponse<String> third = docimo.grade(BODY);
      HttpResponse<String> shown = docimo.get("/v1/questions/tcp");
      HttpResponse<String> attacked = docimo.send("POST", "/v1/questions/tcp/attacks");
      assertThat(docimo.get("/livez").statusCode()).isEqualTo(200);
      assertThat(docimo.get("/v1/questions").statusCode()).isEqualTo(200);
      loaded.countDown();

      assertOverloaded(third);
      assertOverloaded(shown);
      assertOverloaded(attacked);
      assertThat(first.reply().status()).isEqualTo(200);
      assertThat(second.reply().status()).isEqualTo(200);
      assertThat(gate.load().refused()).isEqualTo(3);
    }
  }

  @Test
  void clientThatVanishesWhileItWaitsFreesItsPlace() throws IOException {
    try (RawConnection first = docimo.connect()) {
      first.write(REQUEST);
      await().until(() -> gate.load().inUse() == 1);
      try (RawConnection second = docimo.connect()) {
        second.write(REQUEST);
        await().until(() -> gate.load().waiting() == 1);
      }

      await().until(() -> gate.load().abandoned() == 1);
      assertThat(gate.load().waiting()).isZero();
      loaded.countDown();
      assertThat(first.reply().status()).isEqualTo(200);
    }
  }

  @Test
  void clientThatVanishesWhileItIsAnsweredGivesTheSlotBack() throws IOException {
    try (RawConnection first = docimo.connect()) {
      first.write(REQUEST);
      await().until(() -> gate.load().inUse() == 1);
    }
    loaded.countDown();

    await().until(() -> gate.load().inUse() == 0);
    assertThat(docimo.grade(BODY).statusCode()).isEqualTo(200);
  }

  @Test
  void nextRequestOnAConnectionThatWaitsIsNotLost() throws IOException {
    try (RawConnection first = docimo.connect();
        RawConnection second = docimo.connect()) {
      first.write(REQUEST);
      await().until(() -> gate.load().inUse() == 1);
      second.write(REQUEST);
      await().until(() -> gate.load().waiting() == 1);
      second.write(GET_LIVEZ.substring(0, 1));
      await().pollDelay(Duration.ofMillis(300)).until(() -> gate.load().waiting() == 1);
      second.write(GET_LIVEZ.substring(1) + GET_LIVEZ);
      loaded.countDown();

      assertThat(second.reply().body()).contains("\"graded\"");
      assertThat(second.reply().body()).contains("ok");
      assertThat(second.reply().body()).contains("ok");
    }
  }

  @Test
  void whatWaitsWhenTheServiceIsStoppedIsAnswered() throws IOException {
    try (RawConnection first = docimo.connect();
        RawConnection second = docimo.connect()) {
      first.write(REQUEST);
      await().until(() -> gate.load().inUse() == 1);
      second.write(REQUEST);
      await().until(() -> gate.load().waiting() == 1);
      CompletableFuture<Void> stopped = CompletableFuture.runAsync(docimo::close);
      await()
          .untilAsserted(
              () ->
                  assertThatThrownBy(() -> docimo.connect().close())
                      .isInstanceOf(ConnectException.class));
      loaded.countDown();

      assertThat(first.reply().body()).contains("\"graded\"");
      assertThat(second.reply().body()).contains("\"graded\"");
      stopped.join();
    }
  }

  @Test
  void requestsThatWaitForSomethingElseAreBoundedToo() throws IOException {
    ServiceOptions few = TestService.OPTIONS.with(new Capacity(100, 1, 1, 1));
    CountDownLatch later = new CountDownLatch(1);
    try (TestService busy =
            TestService.start(
                () -> {
                  awaitQuietly(later);
                  return grader();
                },
                new InferenceGate(InferenceGate.Options.standard()),
                few);
        RawConnection first = busy.connect()) {
      first.write(REQUEST);
      await().until(() -> busy.get("/v1/questions").statusCode() == 503);

      JsonNode problem = assertOverloaded(busy.grade(BODY));
      assertThat(problem.at("/detail").textValue()).contains("1 requests (capacity.requests)");
      assertThat(busy.get("/livez").statusCode()).isEqualTo(200);
      assertOverloaded(busy.get("/metrics")); // who may see it is looked up in the database
      later.countDown();
      assertThat(first.reply().status()).isEqualTo(200);
    }
  }

  private static JsonNode assertOverloaded(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
    assertThat(response.body()).contains("urn:docimo:problem:overloaded");
    assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
    return TestService.json(response);
  }

  private void awaitLoaded() {
    awaitQuietly(loaded);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Grader grader() {
    return TestApplication.shared().grader();
  }
}

package docimo.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SlowClientsTest {

  private static final String BODY = TestService.request("tcp", "Bytes arrive in order.");
  private static final String HEAD =
      "POST /v1/grades HTTP/1.1\r\nHost: docimo\r\nContent-Type: application/json\r\n";
  private static final String HALF = HEAD + "Content-Length: 1000\r\n\r\n{\"question_id\"";

  /** More than the service has threads. */
  private static final int MANY = 400;

  private static final Timeouts SHORT =
      new Timeouts(
          Duration.ofSeconds(20),
          Duration.ofSeconds(5),
          Duration.ofSeconds(1),
          Duration.ofMillis(300),
          1024,
          Duration.ofSeconds(20));

  private final List<RawConnection> clients = new ArrayList<>();

  @AfterEach
  void leave() throws IOException {
    for (RawConnection client : clients) {
      client.close();
    }
  }

  @Test
  void halfSentBodiesHoldNoThread() throws IOException {
    try (TestService docimo = TestService.start()) {
      for (int i = 0; i < MANY; i++) {
        connect(docimo).write(HALF);
      }

      assertThat(docimo.get("/livez").statusCode()).isEqualTo(200);
      assertThat(docimo.grade(BODY).statusCode()).isEqualTo(200);
      assertThat(threads()).isLessThan(100);
      leave();
    }
  }

  @Test
  void idleConnectionsHoldNoThread() throws IOException {
    try (TestService docimo = TestService.start()) {
      for (int i = 0; i < MANY; i++) {
        connect(docimo);
      }

      assertThat(docimo.grade(BODY).statusCode()).isEqualTo(200);
      assertThat(threads()).isLessThan(100);
    }
  }

  @Test
  void bodyThatComesTooSlowlyIsRefused() throws IOException {
    try (TestService docimo = TestService.start(TestService.OPTIONS.with(SHORT))) {
      RawConnection slow = connect(docimo).write(HALF);

      RawConnection.Reply reply = slow.reply();
      assertThat(reply.status()).isEqualTo(408);
      assertThat(reply.body()).contains("urn:docimo:problem:body-too-slow", "timeouts.body");
      assertThat(slow.isAtEnd()).isTrue();
      assertThat(docimo.grade(BODY).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void headersThatComeByteByByteEndTheConnection() throws IOException {
    try (TestService docimo = TestService.start(TestService.OPTIONS.with(SHORT))) {
      RawConnection slow = connect(docimo).write("GET /livez HTTP/1.1\r\nHost: docimo\r\nX: ");

      await()
          .atMost(Duration.ofSeconds(20))
          .pollInterval(Duration.ofMillis(100))
          .until(() -> !writes(slow));
    }
  }

  @Test
  void clientThatDoesNotReadItsRepliesIsLeft() throws IOException {
    Timeouts timeouts = new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(5));
    try (TestService docimo = TestService.start(TestService.OPTIONS.with(timeouts));
        RawConnection slow = docimo.connectNarrow()) {
      String large = "GET /docs/swagger-ui-bundle.js HTTP/1.1\r\nHost: docimo\r\n\r\n";
      slow.write(large.repeat(20)); // more than the system keeps for a connection

      await()
          .atMost(Duration.ofSeconds(20))
          .pollInterval(Duration.ofMillis(100))
          .until(() -> !writes(slow));
      assertThat(docimo.grade(BODY).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void connectionThatAsksNowAndThenStays() throws IOException {
    Timeouts timeouts = SHORT;
    try (TestService docimo = TestService.start(TestService.OPTIONS.with(timeouts))) {
      RawConnection steady = connect(docimo);
      String request = HEAD + "Content-Length: " + BODY.length() + "\r\n\r\n" + BODY;
      long end = System.nanoTime() + Duration.ofSeconds(4).toNanos();
      await()
          .atMost(Duration.ofSeconds(20))
          .pollInterval(Duration.ofMillis(150))
          .until(
              () -> {
                assertThat(steady.write(request).reply().status()).isEqualTo(200);
                return System.nanoTime() > end;
              });
    }
  }

  @Test
  void bodiesThatComeInTakeABoundedMemory() throws IOException {
    Limits usual = Limits.DEFAULT;
    Limits limits =
        new Limits(
            usual.bodyBytes(),
            usual.answerCharacters(),
            usual.headerBytes(),
            usual.headerCount(),
            usual.addressCharacters(),
            100_000,
            usual.jsonNesting(),
            usual.jsonNumberCharacters(),
            usual.inlineMarkedAnswers(),
            usual.inlineMarkedCharacters());
    try (TestService docimo = TestService.start(TestService.OPTIONS.with(limits))) {
      RawConnection first = connect(docimo);
      first.write(HEAD + "Content-Length: 99000\r\n\r\n" + " ".repeat(98_000));
      await().until(() -> docimo.grade(" ".repeat(5000)).statusCode() == 503);

      HttpResponse<String> refused = docimo.grade(" ".repeat(5000));
      assertThat(refused.body()).contains("overloaded", "limits.buffered-bytes");
      first.close();
      await().until(() -> docimo.grade(" ".repeat(5000)).statusCode() == 400);
    }
  }

  @Test
  void clientThatHangsUpInItsBodyFreesTheMemory() throws IOException {
    try (TestService docimo = TestService.start()) {
      for (int i = 0; i < 50; i++) {
        connect(docimo).write(HALF).close();
      }

      assertThat(docimo.grade(BODY).statusCode()).isEqualTo(200);
    }
  }

  private RawConnection connect(TestService docimo) throws IOException {
    RawConnection client = docimo.connect();
    clients.add(client);
    return client;
  }

  private static boolean writes(RawConnection client) {
    try {
      client.write("x");
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Those of the service. */
  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("http-"))
        .count();
  }
}

package docimo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import docimo.exchange.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar: it starts, answers, stops, and needs nothing around it. */
final class ServeIT {

  /** 128 and the number of the signal, as every JVM that was told to stop. */
  private static final int STOPPED_BY_SIGTERM = 143;

  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
  private static final String REQUEST =
      "{\"question_id\":\"autoencoders\",\"answer\":\"It learns without labels to copy its input:"
          + " the encoder makes it small, and from that code the decoder builds it up again."
          + " It removes noise, finds anomalies and reduces dimensions.\"}";

  @TempDir private Path folder = Path.of("");
  private Path empty = Path.of("");

  @BeforeEach
  void makeEmptyDirectory() throws IOException {
    empty = Files.createDirectory(folder.resolve("empty"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void servesUntilItIsTold() throws IOException, InterruptedException {
    try (Jar docimo = start("serve", "--port", "0")) {
      int port = docimo.port();
      HttpResponse<String> alive = send(port, "/livez", "");
      HttpResponse<String> ready = send(port, "/readyz", "");
      HttpResponse<String> grade = send(port, "/v1/grades", REQUEST);
      docimo.terminate();

      assertThat(alive.statusCode()).isEqualTo(200);
      assertThat(ready.statusCode()).isEqualTo(200);
      assertThat(grade.statusCode()).isEqualTo(200);
      assertThat(Json.read(grade.body()).get("status").asText()).isEqualTo("graded");
      assertThat(docimo.exitCode()).isEqualTo(STOPPED_BY_SIGTERM);
      assertThat(docimo.out()).isEmpty();
      assertThat(docimo.err().lines()).as(docimo.err()).hasSize(2);
      assertThat(docimo.err()).startsWith("docimo: there is no key yet");
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void requestInFlightIsAnsweredBeforeItStops() throws IOException, InterruptedException {
    byte[] body = REQUEST.getBytes(StandardCharsets.UTF_8);
    try (Jar docimo = start("serve", "--port", "0");
        Socket client = new Socket(LOOPBACK, docimo.port())) {
      write(
          client,
          ("POST /v1/grades HTTP/1.1\r\nHost: docimo\r\nContent-Type: application/json\r\n"
                  + "Expect: 100-continue\r\nConnection: close\r\nContent-Length: "
                  + body.length
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      // leave to send the body is given by the handler that now waits for it
      String leave = new String(client.getInputStream().readNBytes(25), StandardCharsets.US_ASCII);
      write(client, Arrays.copyOf(body, body.length / 2));

      int port = client.getPort();
      docimo.terminate();
      await()
          .untilAsserted(
              () ->
                  assertThatThrownBy(() -> new Socket(LOOPBACK, port).close())
                      .isInstanceOf(ConnectException.class));
      write(client, Arrays.copyOfRange(body, body.length / 2, body.length));
      String reply = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(leave).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
      assertThat(reply).startsWith("HTTP/1.1 200 ").contains("\"status\":\"graded\"");
      assertThat(docimo.exitCode()).isEqualTo(STOPPED_BY_SIGTERM);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void underLoadEveryRequestThatWasTakenIsAnsweredBeforeItStops() throws Exception {
    ExecutorService threads = Executors.newCachedThreadPool();
    try (Jar docimo = start("serve", "--port", "0")) {
      int port = docimo.port();
      AtomicInteger answered = new AtomicInteger();
      List<Future<Integer>> clients = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        clients.add(threads.submit(() -> askUntilRefused(port, answered)));
      }
      await().until(() -> answered.get() > 50);
      docimo.terminate();

      for (Future<Integer> client : clients) {
        assertThat(client.get()).as("requests taken and not answered").isZero();
      }
      assertThat(docimo.exitCode()).isEqualTo(STOPPED_BY_SIGTERM);
    } finally {
      threads.shutdownNow();
    }
  }

  private static final String CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n";

  /** Leave to send the body says that a request was taken; from then on there must be an answer. */
  private static int askUntilRefused(int port, AtomicInteger answered) {
    byte[] body = REQUEST.getBytes(StandardCharsets.UTF_8);
    while (true) {
      boolean taken = false;
      try (Socket client = new Socket(LOOPBACK, port)) {
        write(
            client,
            ("POST /v1/grades HTTP/1.1\r\nHost: docimo\r\nContent-Type: application/json\r\n"
                    + "Expect: 100-continue\r\nConnection: close\r\nContent-Length: "
                    + body.length
                    + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        String first =
            new String(
                client.getInputStream().readNBytes(CONTINUE.length()), StandardCharsets.US_ASCII);
        taken = first.equals(CONTINUE);
        if (!taken) {
          return 0; // refused, as a service that stops refuses
        }
        write(client, body);
        String reply = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!reply.contains("\"status\":")) {
          return 1;
        }
        answered.incrementAndGet();
      } catch (IOException e) {
        return taken ? 1 : 0;
      }
    }
  }

  @Test
  void portInUseIsSaidInOneLine() throws IOException, InterruptedException {
    try (ServerSocket other = new ServerSocket(0, 1, LOOPBACK)) {
      String port = String.valueOf(other.getLocalPort());
      try (Jar docimo = start("serve", "--port", port)) {
        assertThat(docimo.exitCode()).isEqualTo(1);
        assertThat(docimo.err().lines()).as(docimo.err()).hasSize(1);
        assertThat(docimo.err())
            .startsWith("docimo: cannot listen on 127.0.0.1:" + port)
            .contains("choose others with --port and --host");
        assertThat(docimo.out()).isEmpty();
      }
    }
  }

  @Test
  void helpAndVersionWork() throws IOException, InterruptedException {
    try (Jar help = start("--help");
        Jar version = start("--version")) {
      assertThat(help.exitCode()).as(help.err()).isZero();
      assertThat(help.out()).startsWith("Usage: docimo").contains("serve", "grade", "batch");
      assertThat(version.exitCode()).as(version.err()).isZero();
      assertThat(version.out()).matches("docimo \\d+\\.\\d+\\.\\d+\\s+");
    }
  }

  @Test
  void wrongUsageAndFailuresHaveTheirExitCodes() throws IOException, InterruptedException {
    try (Jar wrong = start("--nonsense");
        Jar failed = start("bank", "lint", "none.md")) {
      assertThat(wrong.exitCode()).isEqualTo(2);
      assertThat(wrong.err()).contains("--nonsense").contains("Usage: docimo");
      assertThat(failed.exitCode()).isEqualTo(1);
      assertThat(failed.err().lines()).as(failed.err()).hasSize(1);
    }
  }

  @Test
  void gradesInAnEmptyDirectoryAndLeavesItEmpty() throws IOException, InterruptedException {
    try (Jar docimo =
        start(
            "grade",
            "--json",
            "--question",
            "autoencoders",
            "--answer",
            "It learns without labels to copy its input: the encoder makes it small, and from that"
                + " code the d\u00E9coder builds it up again. It removes noise, finds anomalies and"
                + " reduces dimensions.")) {
      assertThat(docimo.exitCode()).as(docimo.err()).isZero();
      assertThat(docimo.err()).isEmpty();
      JsonNode grade = Json.read(docimo.out());
      assertThat(grade.get("status").asText()).isEqualTo("graded");
      assertThat(grade.get("score").get("given").asDouble()).isPositive();
      try (Stream<Path> files = Files.list(empty)) {
        assertThat(files).isEmpty();
      }
    }
  }

  private Jar start(String... args) throws IOException {
    return Jar.start(empty, folder, args);
  }

  private static void write(Socket client, byte[] bytes) throws IOException {
    client.getOutputStream().write(bytes);
    client.getOutputStream().flush();
  }

  /** GET, or POST where there is a body. */
  private static HttpResponse<String> send(int port, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    return HttpClient.newHttpClient()
        .send(
            body.isEmpty()
                ? request.build()
                : request
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body))
                    .build(),
            BodyHandlers.ofString());
  }
}

package docimo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import docimo.exchange.Json;
import docimo.testing.PostgresServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The service of the packaged jar is killed in the middle of a job of grades. */
@DisabledOnOs(OS.WINDOWS)
class KilledGradingIT {

  private static final int ROWS = 240;
  private static final int KILLS = Integer.getInteger("docimo.kills", 2);

  /** What must hold wherever the process was killed. */
  abstract static class Kills extends DatabaseScenario {

    @TempDir private Path streams = Path.of("");
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void whatWasAcknowledgedIsMarkedInOrderAndOnce() throws IOException, InterruptedException {
      String rows = rows();
      String job;
      HttpResponse<String> first;
      try (Jar docimo = serve()) {
        first = begin(docimo, rows);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
        job = first.headers().firstValue("Location").orElseThrow();
        awaitProgress(docimo, job, 1);
        docimo.kill();
      }
      for (int i = 1; i < KILLS; i++) {
        try (Jar docimo = serve()) {
          awaitProgress(docimo, job, done(docimo, job) + 1);
          docimo.kill();
        }
      }
      try (Jar docimo = serve()) {
        HttpResponse<String> again = begin(docimo, rows);
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(again.body()).isEqualTo(first.body());
        await()
            .atMost(Duration.ofMinutes(3))
            .until(() -> get(docimo, job, "*/*").contains("\"state\":\"done\""));
        JsonNode ended = Json.read(get(docimo, job, "*/*"));
        assertThat(ended.at("/done").intValue()).isEqualTo(ROWS);
        assertThat(ended.at("/failed").intValue()).isZero();
        List<String> results =
            get(docimo, job + "/results", "application/x-ndjson").lines().toList();
        assertThat(results).hasSize(ROWS);
        for (int i = 0; i < ROWS; i++) {
          assertThat(results.get(i)).startsWith("{\"row\":" + (i + 1) + ",\"answer_id\":\"a" + i);
        }
        assertThat(atOnce(docimo, rows)).isEqualTo(results);
        docimo.terminate();
        docimo.exitCode();
      }
      assertThat(run("audit", "verify").isDone().out()).startsWith("intact: ");
    }

    private Jar serve() throws IOException {
      return Jar.start(streams, streams, "serve", "--port", "0", "--db", address());
    }

    private static String rows() {
      StringBuilder rows = new StringBuilder();
      for (int i = 0; i < ROWS; i++) {
        rows.append("{\"answer_id\": \"a").append(i).append("\", \"question_id\": \"");
        rows.append(QUESTION).append("\", \"answer\": \"").append(GOOD).append(" In ");
        rows.append(i).append(" steps.\"}\n");
      }
      return rows.toString();
    }

    private HttpResponse<String> begin(Jar docimo, String rows)
        throws IOException, InterruptedException {
      HttpRequest.Builder request =
          batch(docimo, rows)
              .header("Prefer", "respond-async")
              .header("Idempotency-Key", "night-1")
              .header("Docimo-Actor", "rita");
      return client.send(request.build(), BodyHandlers.ofString());
    }

    private List<String> atOnce(Jar docimo, String rows) throws IOException, InterruptedException {
      return client
          .send(batch(docimo, rows).build(), BodyHandlers.ofString())
          .body()
          .lines()
          .toList();
    }

    private static HttpRequest.Builder batch(Jar docimo, String rows) {
      return HttpRequest.newBuilder(address(docimo, "/v1/grades:batch"))
          .header("Content-Type", "application/x-ndjson")
          .POST(BodyPublishers.ofString(rows));
    }

    private void awaitProgress(Jar docimo, String job, int least) {
      await().atMost(Duration.ofMinutes(3)).until(() -> done(docimo, job) >= least);
    }

    private int done(Jar docimo, String job) throws IOException, InterruptedException {
      return Json.read(get(docimo, job, "*/*")).at("/done").intValue();
    }

    private String get(Jar docimo, String path, String accept)
        throws IOException, InterruptedException {
      HttpRequest request =
          HttpRequest.newBuilder(address(docimo, path)).header("Accept", accept).build();
      return client.send(request, BodyHandlers.ofString()).body();
    }

    private static URI address(Jar docimo, String path) {
      return URI.create("http://127.0.0.1:" + docimo.port() + path);
    }
  }

  @Nested
  class OnAFile extends Kills {

    @Override
    String newDatabase() {
      return folder.resolve("db").toString();
    }
  }

  @Nested
  @EnabledIf(
      value = "docimo.testing.PostgresServer#isThere",
      disabledReason = "there is no PostgreSQL to start on this platform")
  class OnPostgres extends Kills {

    @Override
    String newDatabase() {
      return PostgresServer.newDatabase();
    }
  }
}

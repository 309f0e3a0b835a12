package docimo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import docimo.exchange.Json;
import docimo.testing.KeyFiles;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar goes by its settings. */
final class SettingsIT {

  @TempDir private Path folder = Path.of("");

  @Test
  void fileOfSettingsGivesTlsMetricsAndALogInJson() throws Exception {
    Path keys = KeyFiles.make(folder.resolve("docimo.p12"), "PKCS12");
    Path file =
        Files.writeString(
            folder.resolve("docimo.properties"),
            """
            server.port = 0
            tls.key-store = %s
            tls.key-store-password = %s
            log.format = json
            log.level = info
            """
                .formatted(keys.toString().replace("\\", "\\\\"), KeyFiles.PASSWORD));
    try (Jar docimo = Jar.start(folder, folder, "serve", "--config", file.toString())) {
      await().atMost(Duration.ofMinutes(2)).until(() -> docimo.err().contains("(Ctrl-C stops it)"));
      int port =
          Integer.parseInt(docimo.err().replaceFirst("(?s).*https://[0-9.]+:(\\d+)/.*", "$1"));
      HttpClient client = HttpClient.newBuilder().sslContext(KeyFiles.trusting(keys)).build();
      HttpResponse<String> metrics =
          client.send(
              HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/metrics")).build(),
              BodyHandlers.ofString());
      await().until(() -> docimo.err().contains("/metrics"));

      assertThat(metrics.statusCode()).isEqualTo(200);
      assertThat(metrics.body()).contains("jvm_memory_used_bytes", "docimo_grading_stage_seconds");
      List<JsonNode> lines = docimo.err().lines().map(Json::read).toList();
      assertThat(lines.get(lines.size() - 1).get("route").asText()).isEqualTo("/metrics");
      assertThat(lines.get(lines.size() - 1).get("trace_id").asText()).matches("[0-9a-f]{32}");
    }
  }

  @Test
  void wrongSettingsAreNamedAtOnce() throws IOException, InterruptedException {
    try (Jar docimo =
        Jar.start(folder, folder, "serve", "--port", "many", "--set", "log.fromat=json")) {
      assertThat(docimo.exitCode()).isEqualTo(2);
      assertThat(docimo.err())
          .contains("2 settings are wrong:", "not many (from --port)", "did you mean log.format?");
    }
  }

  @Test
  void keyStoreThatCannotBeUsedIsSaidInOneLine() throws Exception {
    Path keys = KeyFiles.make(folder.resolve("docimo.p12"), "PKCS12");
    try (Jar docimo =
        Jar.start(folder, folder, "serve", "--port", "0", "--set", "tls.key-store=" + keys)) {
      assertThat(docimo.exitCode()).isEqualTo(1);
      assertThat(docimo.err().lines()).as(docimo.err()).hasSize(1);
      assertThat(docimo.err()).contains("the password is wrong", "tls.key-store-password");
    }
  }
}

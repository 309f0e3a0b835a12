package docimo.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import docimo.app.Settings.Flag;
import docimo.question.InMemoryQuestionBank;
import docimo.testing.Scrape;
import docimo.testing.TestApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds src/docs/operations.md to what it describes. */
final class OperationsPageTest {

  private static final Path PAGE = Path.of("src/docs/operations.md");

  @Test
  void everySettingHasItsRowAndNoOtherHas() throws IOException {
    List<String> rows =
        Arrays.stream(Setting.values())
            .map(
                setting ->
                    "| `%s` | %s | %s | %s |"
                        .formatted(
                            setting.dotted(),
                            setting.type().values(),
                            setting.usual().isEmpty() ? "" : "`" + setting.usual() + "`",
                            setting.meaning()))
            .toList();

    assertThat(table("| setting |"))
        .as("the rows should be:%n%s%n", String.join("\n", rows))
        .containsExactlyElementsOf(rows);
  }

  /** Of a service that has done a little of everything. */
  @Test
  void everyMetricHasItsRowAndNoOtherHas(@TempDir Path folder) throws Exception {
    Settings settings =
        Settings.read(
            null,
            Map.of(),
            List.of(
                new Flag("--port", "server.port", "0"),
                new Flag("--db", "db.url", folder.resolve("docimo").toString())));
    try (Serving service =
        Serving.listen(
            TestApplication::shared,
            new InMemoryQuestionBank(Banks.bundled().questions()),
            settings)) {
      service.awaitReady();
      send(service, "/v1/grades", "{\"question_id\":\"cache\",\"answer\":\"It keeps results.\"}");
      send(service, "/v1/grades", "{\"question_id\":\"autoencoders\",\"answer\":\"\"}");
      send(service, "/v1/reviews/none/decision", "{}");
      await()
          .untilAsserted(
              () ->
                  assertThat(
                          table("| metric |").stream()
                              .map(row -> row.replaceFirst("\\| `([a-z_]+).*", "$1")))
                      .containsExactlyInAnyOrderElementsOf(metrics(service)));
    }
  }

  /** Those of docimo; human marks are shown after the first one alone. */
  private static Set<String> metrics(Serving service) throws Exception {
    Set<String> names = new TreeSet<>(Set.of("docimo_human_marks_total"));
    for (String name : new Scrape(send(service, "/metrics", "")).families()) {
      if (name.startsWith("docimo_") && !name.endsWith("_max")) {
        names.add(name);
      }
    }
    return names;
  }

  private static String send(Serving service, String path, String body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString()).body();
  }

  /** The rows of the table whose first line begins so. */
  private static List<String> table(String head) throws IOException {
    return Files.readAllLines(PAGE).stream()
        .dropWhile(line -> !line.startsWith(head))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .toList();
  }
}

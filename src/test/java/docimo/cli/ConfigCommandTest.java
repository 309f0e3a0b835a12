package docimo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import docimo.app.Setting;
import docimo.exchange.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigCommandTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void printsEverySettingWithItsPlaceAndMeaning() {
    Cli call = Cli.runIn(Map.of("DOCIMO_TIMEOUTS_STOP", "5s"), "config", "--port", "8080").isDone();

    assertThat(call.out())
        .containsSubsequence(
            "# Port to listen on; 0 takes a free one. A whole number from 0 to 65535. From:"
                + " --port.\nserver.port = 8080\n",
            "From: DOCIMO_TIMEOUTS_STOP.\ntimeouts.stop = 5s\n");
    for (Setting setting : Setting.values()) {
      assertThat(call.out()).contains(setting.meaning(), setting.dotted() + " =");
    }
    assertThat(call.lines()).hasSize(2 * Setting.values().length);
  }

  @Test
  void whatItPrintsIsAFileForIt() throws IOException {
    String odd = "C:\\banks\\\u00E9 #1 = ! : \tbank.md";
    Cli printed =
        Cli.runIn(
            Map.of("DOCIMO_SERVER_HOST", "::1"),
            "config",
            "--bank",
            odd,
            "--set",
            "limits.body-bytes=4096");
    Path file = Files.writeString(folder.resolve("docimo.properties"), printed.isDone().out());

    List<JsonNode> again = json(Cli.run("config", "--json", "--config", file.toString()));

    assertThat(again).hasSize(Setting.values().length);
    assertThat(again).allSatisfy(line -> assertThat(line.get("source").asText()).isEqualTo("file"));
    assertThat(value(again, "bank")).isEqualTo(odd);
    assertThat(value(again, "server.host")).isEqualTo("::1");
    assertThat(value(again, "limits.body-bytes")).isEqualTo("4096");
  }

  @Test
  void secretsAreHiddenAndTheirLinesDoNotCount() throws IOException {
    Map<String, String> environment =
        Map.of(
            "DOCIMO_DB_PASSWORD", "hidden1", "DOCIMO_DB_URL", "jdbc:postgresql://u:hidden2@db/d");

    Cli printed = Cli.runIn(environment, "config").isDone();
    Cli json = Cli.runIn(environment, "config", "--json").isDone();

    assertThat(printed.out() + printed.err() + json.out()).doesNotContain("hidden");
    assertThat(printed.out())
        .contains("\n# db.password = ***\n", "\n# db.url = jdbc:postgresql://db/d\n");
    Path file = Files.writeString(folder.resolve("docimo.properties"), printed.out());
    assertThat(value(json(Cli.run("config", "--json", "--config", file.toString())), "db.password"))
        .isEmpty();
  }

  @Test
  void jsonHasOneObjectALine() {
    List<JsonNode> lines = json(Cli.run("config", "--json"));

    assertThat(lines)
        .extracting(line -> line.get("name").asText())
        .containsExactly(
            List.of(Setting.values()).stream().map(Setting::dotted).toArray(String[]::new));
    assertThat(lines.get(1).toString())
        .isEqualTo(
            "{\"name\":\"server.port\",\"value\":\"7070\",\"source\":\"default\",\"from\":null,"
                + "\"default\":\"7070\",\"values\":\"a whole number from 0 to 65535\","
                + "\"variable\":\"DOCIMO_SERVER_PORT\",\"secret\":false,"
                + "\"meaning\":\"Port to listen on; 0 takes a free one.\"}");
  }

  @Test
  void allThatIsWrongIsWrongUsageOfServeToo() {
    for (String command : List.of("config", "serve")) {
      Cli.runIn(
              Map.of("DOCIMO_SERVER_PROT", "1"),
              command,
              "--port",
              "many",
              "--set",
              "limits.body-bytes=no")
          .isWrongUsageSaying(
              "3 settings are wrong:",
              "did you mean DOCIMO_SERVER_PORT?",
              "server.port must be a whole number from 0 to 65535, not many (from --port)",
              "limits.body-bytes must be");
    }
  }

  @Test
  void commandsOnADatabaseGoByTheSameSettings() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("docimo.properties"),
            "db.url = " + folder.resolve("kept").toString().replace("\\", "\\\\"));

    Cli.run("screening", "list", "--config", file.toString()).isDone();
    Cli.runIn(Map.of("DOCIMO_DB_ULR", "x"), "screening", "list")
        .isWrongUsageSaying("did you mean DOCIMO_DB_URL?");

    assertThat(folder.resolve("kept.mv.db")).exists();
  }

  private static List<JsonNode> json(Cli call) {
    return call.isDone().lines().stream().map(Json::read).toList();
  }

  private static String value(List<JsonNode> lines, String name) {
    return lines.stream()
        .filter(line -> line.get("name").asText().equals(name))
        .findFirst()
        .orElseThrow()
        .get("value")
        .asText();
  }
}

package docimo.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import docimo.app.Settings.Flag;
import docimo.app.Settings.Source;
import docimo.app.Settings.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class SettingsTest {

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @EnumSource(Setting.class)
  void everyDefaultIsAValueThatTheSettingTakes(Setting setting) {
    assertThat(setting.type().takes().test(setting.usual())).isTrue();
    assertThat(setting.dotted()).matches("[a-z]+([.-][a-z]+)*");
    assertThat(setting.meaning()).endsWith(".").hasSizeLessThan(90);
    assertThat(Setting.ofVariable(setting.variable())).contains(setting);
  }

  /** Whoever calls docimo may do so from the environment that it runs in. */
  @Test
  void keyOfAClientIsNoSetting() {
    Settings settings = Settings.read(null, Map.of("DOCIMO_KEY", "docimo_x"), List.of());

    assertThat(settings.text(Setting.SERVER_PORT)).isEqualTo("7070");
  }

  /** A value that a setting takes from each place, and the place that counts. */
  @ParameterizedTest
  @CsvSource({
    "server.host, a, b, c",
    "server.port, 1, 2, 3",
    "bank, a.md, b.md, c.md",
    "db.password, a, b, c",
    "timeouts.stop, 1s, 2s, 3s"
  })
  void flagCountsBeforeEnvironmentBeforeFileBeforeDefault(
      String name, String inFile, String inEnvironment, String onCommandLine) throws IOException {
    Setting setting = Setting.named(name).orElseThrow();
    Path file = write(name + " = " + inFile);
    Map<String, String> environment = Map.of(setting.variable(), inEnvironment);
    List<Flag> flags = List.of(new Flag("--set", name, onCommandLine));

    assertThat(Settings.read(null, Map.of(), List.of()).value(setting))
        .isEqualTo(new Value(setting.usual(), Source.DEFAULT, "default"));
    assertThat(Settings.read(file, Map.of(), List.of()).value(setting))
        .isEqualTo(new Value(inFile, Source.FILE, file.toString()));
    assertThat(Settings.read(file, environment, List.of()).value(setting))
        .isEqualTo(new Value(inEnvironment, Source.ENVIRONMENT, setting.variable()));
    assertThat(Settings.read(file, environment, flags).value(setting))
        .isEqualTo(new Value(onCommandLine, Source.FLAG, "--set"));
  }

  @Test
  void environmentMayNameTheFileAndTheCommandLineAnother() throws IOException {
    Path one = write("server.port = 1");
    Path two = Files.writeString(folder.resolve("two.properties"), "server.port = 2");
    Map<String, String> environment = Map.of("DOCIMO_CONFIG", one.toString());

    assertThat(Settings.read(null, environment, List.of()).whole(Setting.SERVER_PORT)).isOne();
    assertThat(Settings.read(two, environment, List.of()).whole(Setting.SERVER_PORT)).isEqualTo(2);
  }

  @Test
  void variablesThatWereThereBeforeAreSettings() {
    Settings settings =
        Settings.read(
            null,
            Map.of("DOCIMO_DB_USER", "u", "DOCIMO_DB_PASSWORD", "p", "DOCIMO_ENCODER", "none"),
            List.of());

    assertThat(settings.text(Setting.DB_USER)).isEqualTo("u");
    assertThat(settings.text(Setting.DB_PASSWORD)).isEqualTo("p");
    assertThat(settings.text(Setting.ENCODER)).isEqualTo("none");
  }

  @Test
  void emptyVariableCountsAsUnsetAndThoseOfOthersAreNotOurs() {
    Settings settings =
        Settings.read(null, Map.of("DOCIMO_SERVER_PORT", "", "SERVER_PORT", "x"), List.of());

    assertThat(settings.whole(Setting.SERVER_PORT)).isEqualTo(7070);
  }

  @Test
  void allThatIsWrongIsNamedAtOnceWithPlaceRangeAndRemedy() throws IOException {
    Path file =
        write(
            "server.prot = 1",
            "limits.body-bytes = 17",
            "timeouts.idle = soon",
            "timeouts.idle = 10s",
            "completely.else = 1");

    List<String> problems =
        problems(
            file,
            Map.of("DOCIMO_SERVER_HOTS", "x", "DOCIMO_TIMEOUTS_STOP", "2 days"),
            List.of(
                new Flag("--port", "server.port", "70000"),
                new Flag("--set", "server.port", "7"),
                new Flag("--set", "bnak", "x")));

    assertThat(problems)
        .containsExactlyInAnyOrder(
            "timeouts.idle is set twice in " + file + "; leave one of the lines out",
            "there is no setting completely.else (in "
                + file
                + "); 'docimo config' lists those there are",
            "limits.body-bytes must be a whole number from 1024 to 1073741824, not 17 (from "
                + file
                + "); change it, or leave it out for 1048576",
            "there is no setting server.prot (in " + file + "); did you mean server.port?",
            "there is no setting DOCIMO_SERVER_HOTS (in the environment); did you mean"
                + " DOCIMO_SERVER_HOST?",
            "timeouts.stop must be a time from 0s to 1h (units: ms, s, m, h, d), not 2"
                + " days (from DOCIMO_TIMEOUTS_STOP); change it, or leave it out for 10s",
            "server.port must be a whole number from 0 to 65535, not 70000 (from --port); change"
                + " it, or leave it out for 7070",
            "server.port is set twice, by --port and by --set; leave one of them out",
            "there is no setting bnak (after --set); did you mean bank?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "server.port    | -1     | 0 to 65535, not -1",
        "server.port    | ''     | not empty",
        "server.port    | 7 0    | not 7 0",
        "server.port    | 99999999999999999999 | 0 to 65535",
        "server.port    | \u0667 | 0 to 65535",
        "server.host    | ''     | a text, not empty",
        "timeouts.idle  | 10     | not 10",
        "timeouts.idle  | 999ms  | from 1s to 1h",
        "timeouts.idle  | 61m    | from 1s to 1h",
        "timeouts.idle  | 999999999d | from 1s to 1h"
      })
  void valueOutOfItsRangeIsRefused(String name, String value, String said) {
    assertThat(problems(null, Map.of(), List.of(new Flag("--set", name, value))))
        .singleElement()
        .satisfies(problem -> assertThat(problem).contains(name, said));
  }

  @Test
  void passwordOfAKeyStoreThatNobodyNamesIsRefused() {
    Flag password = new Flag("--set", "tls.key-store-password", "p");

    assertThat(problems(null, Map.of(), List.of(password)))
        .containsExactly(
            "tls.key-store-password is set (from --set), but tls.key-store is not; name the file,"
                + " or leave the password out");
    assertThat(
            Settings.read(null, Map.of("DOCIMO_TLS_KEY_STORE", "docimo.p12"), List.of(password))
                .path(Setting.TLS_KEY_STORE))
        .contains(Path.of("docimo.p12"));
  }

  @Test
  void flagWithoutAValueIsRefused() {
    assertThat(problems(null, Map.of(), List.of(new Flag("--set", "bank", null))))
        .containsExactly("bank has no value after --set; write --set bank=VALUE");
  }

  @ParameterizedTest
  @CsvSource({"250ms, 250", "2s, 2000", "3m, 180000", "1h, 3600000", "0s, 0"})
  void timesAreRead(String written, long millis) {
    assertThat(set("timeouts.stop", written).time(Setting.TIMEOUTS_STOP))
        .isEqualTo(Duration.ofMillis(millis));
  }

  @Test
  void fileThatCannotBeReadIsNamedWithWhoNamedIt() throws IOException {
    Path none = folder.resolve("none.properties");
    Path latin =
        Files.write(folder.resolve("latin.properties"), new byte[] {'b', '=', (byte) 0xE9});

    assertThat(problems(none, Map.of(), List.of()))
        .containsExactly("there is no file " + none + " (from --config); check the path");
    assertThat(problems(null, Map.of("DOCIMO_CONFIG", none.toString()), List.of()))
        .containsExactly("there is no file " + none + " (from DOCIMO_CONFIG); check the path");
    assertThat(problems(folder, Map.of(), List.of())).singleElement().asString().contains("a file");
    assertThat(problems(latin, Map.of(), List.of())).singleElement().asString().contains("UTF-8");
    assertThat(problems(write("bank = \\u00"), Map.of(), List.of()))
        .singleElement()
        .asString()
        .contains("\\u");
  }

  @Test
  void fileIsUtf8AndMayBeginWithTheMarkOfIt() throws IOException {
    Path file =
        Files.write(
            folder.resolve("docimo.properties"),
            "\uFEFFbank = caf\u00E9.md\n".getBytes(StandardCharsets.UTF_8));

    assertThat(Settings.read(file, Map.of(), List.of()).text(Setting.BANK))
        .isEqualTo("caf\u00E9.md");
  }

  @Test
  void secretsAreShownNowhere() {
    String address = "jdbc:postgresql://u:hidden1@db/docimo?password=hidden2";
    Settings settings =
        Settings.read(
            null, Map.of("DOCIMO_DB_PASSWORD", "hidden3", "DOCIMO_DB_URL", address), List.of());

    assertThat(settings.text(Setting.DB_PASSWORD)).isEqualTo("hidden3");
    for (Setting setting : Setting.values()) {
      assertThat(settings.shown(setting)).doesNotContain("hidden");
      assertThat(settings.value(setting).toString()).doesNotContain("hidden");
    }
    assertThat(settings.shown(Setting.DB_PASSWORD)).isEqualTo("***");
    assertThat(problems(null, Map.of("DOCIMO_DB_PASSWORD", "***"), List.of()))
        .singleElement()
        .asString()
        .contains("db.password", "give the secret itself");
  }

  @Test
  void secretKeepsItsSpacesAndAllElseLosesThem() {
    assertThat(set("db.password", " p ").text(Setting.DB_PASSWORD)).isEqualTo(" p ");
    assertThat(set("server.port", " 7 ").whole(Setting.SERVER_PORT)).isEqualTo(7);
  }

  private static Settings set(String name, String value) {
    return Settings.read(null, Map.of(), List.of(new Flag("--set", name, value)));
  }

  private static List<String> problems(
      @Nullable Path file, Map<String, String> environment, List<Flag> flags) {
    return catchThrowableOfType(
            SettingsException.class, () -> Settings.read(file, environment, flags))
        .problems();
  }

  private Path write(String... lines) throws IOException {
    return Files.write(folder.resolve("docimo.properties"), List.of(lines));
  }
}

package docimo.app;

import static docimo.app.SettingType.optional;
import static docimo.app.SettingType.path;
import static docimo.app.SettingType.text;
import static docimo.app.SettingType.time;
import static docimo.app.SettingType.whole;

import docimo.store.DatabaseUrl;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Everything about {@code serve} that can be set: the one table of names, values, defaults and
 * meanings. To add a setting, add a row here and ask {@link Settings} for it where it is used.
 */
public enum Setting {
  SERVER_HOST("server.host", text(), "127.0.0.1", "Address to listen on."),
  SERVER_PORT("server.port", whole(0, 65_535), "7070", "Port to listen on; 0 takes a free one."),
  BANK("bank", path("a file or folder"), "", "Question bank; none is the one of docimo."),
  REVIEW_POLICY(
      "review.policy", path("a file"), "", "Which marks a person looks at; none is docimo's."),
  ENCODER("encoder", path("a folder, or the word none"), "", "Other sentence encoder."),
  DB_URL("db.url", text(), "docimo", "Database: a path, or an address jdbc:postgresql://..."),
  DB_USER("db.user", optional("a name"), "", "User of the database, if its address has none."),
  DB_PASSWORD("db.password", optional("a secret"), "", "Password of that user."),
  LIMITS_BODY_BYTES(
      "limits.body-bytes", whole(1_024, 1 << 30), "1048576", "Largest body of a request in JSON."),
  LIMITS_ANSWER_CHARACTERS(
      "limits.answer-characters",
      whole(1, 1 << 30),
      "1048576",
      "Longest answer that is read; above 50000 there is no mark."),
  LIMITS_HEADER_BYTES(
      "limits.header-bytes", whole(1_024, 1 << 20), "8192", "Largest headers of a request."),
  TIMEOUTS_IDLE(
      "timeouts.idle", time("1s", "1h"), "30s", "Closes a connection on which no byte moves."),
  TIMEOUTS_STOP(
      "timeouts.stop", time("0s", "1h"), "10s", "For requests in flight when docimo is stopped.");

  private static final String PREFIX = "DOCIMO_";

  private final String dotted;
  private final SettingType type;
  private final String usual;
  private final String meaning;

  Setting(String dotted, SettingType type, String usual, String meaning) {
    this.dotted = dotted;
    this.type = type;
    this.usual = usual;
    this.meaning = meaning;
  }

  /** Its name in files and flags, such as {@code server.port}. */
  public String dotted() {
    return dotted;
  }

  /** Its name in the environment, such as {@code DOCIMO_SERVER_PORT}. */
  public String variable() {
    return PREFIX + dotted.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** Which values it takes. */
  public SettingType type() {
    return type;
  }

  /** The value when nobody sets it. */
  public String usual() {
    return usual;
  }

  /** What it is for, in a sentence. */
  public String meaning() {
    return meaning;
  }

  /** Whether nobody may see its value. */
  public boolean isSecret() {
    return dotted.endsWith("password") || dotted.endsWith("secret");
  }

  /** What of a value may be shown: nothing of a secret, and an address without its password. */
  String shown(String value) {
    if (isSecret() && !value.isEmpty()) {
      return Settings.HIDDEN;
    }
    return this == DB_URL ? DatabaseUrl.withoutPassword(value) : value;
  }

  /** The setting of a dotted name. */
  static Optional<Setting> named(String dotted) {
    return Arrays.stream(values()).filter(setting -> setting.dotted.equals(dotted)).findFirst();
  }

  /** The setting of a variable of the environment. */
  static Optional<Setting> ofVariable(String variable) {
    return Arrays.stream(values()).filter(s -> s.variable().equals(variable)).findFirst();
  }

  /** Whether a variable of the environment claims to be for docimo. */
  static boolean isOurs(String variable) {
    return variable.startsWith(PREFIX);
  }

  /** All dotted names. */
  static List<String> allNames() {
    return Arrays.stream(values()).map(Setting::dotted).toList();
  }

  /** All names in the environment. */
  static List<String> allVariables() {
    return Arrays.stream(values()).map(Setting::variable).toList();
  }
}

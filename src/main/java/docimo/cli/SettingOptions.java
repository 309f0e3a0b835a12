package docimo.cli;

import docimo.app.Setting;
import docimo.app.Settings;
import docimo.app.Settings.Flag;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of whoever reads settings: the file, short names of the usual ones, and --set. */
final class SettingOptions {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Properties in UTF-8, as 'docimo config' prints them (or DOCIMO_CONFIG).")
  private @Nullable Path file;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "Any setting by its name; may be repeated.")
  private List<String> set = new ArrayList<>();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port to listen on; 0 takes a free one (default: 7070).")
  private @Nullable String port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = {
        "Address to listen on (default: 127.0.0.1, this machine only).",
        "Another one needs a key, which 'docimo key create' makes: as long as there is none,",
        "everybody on this machine may do everything, and nobody else may do anything."
      })
  private @Nullable String host;

  @Option(
      names = "--bank",
      paramLabel = "FILE",
      description = "Bank file or folder (default: the bank that comes with docimo).")
  private @Nullable String bank;

  @Option(
      names = "--db",
      paramLabel = "FILE|URL",
      description = {
        "Database: a path, to which .mv.db is added, or jdbc:postgresql://...",
        "(default: docimo, which is docimo.mv.db in the working directory).",
        "User and password: in the URL, or DOCIMO_DB_USER and DOCIMO_DB_PASSWORD."
      })
  private @Nullable String database;

  @Option(
      names = "--review-policy",
      paramLabel = "FILE",
      description =
          "Properties that say which marks a person should look at before they count (default:"
              + " the policy that comes with docimo).")
  private @Nullable String reviewPolicy;

  /**
   * Reads what is in force.
   *
   * @param environment variables of the process
   * @throws docimo.app.SettingsException when a name or value is wrong; names all of them
   */
  Settings read(Map<String, String> environment) {
    List<Flag> flags = new ArrayList<>();
    add(flags, "--port", Setting.SERVER_PORT, port);
    add(flags, "--host", Setting.SERVER_HOST, host);
    add(flags, "--bank", Setting.BANK, bank);
    add(flags, "--db", Setting.DB_URL, database);
    add(flags, "--review-policy", Setting.REVIEW_POLICY, reviewPolicy);
    for (String pair : set) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      flags.add(new Flag("--set", name.strip(), equals < 0 ? null : pair.substring(equals + 1)));
    }
    return Settings.read(file, environment, flags);
  }

  private static void add(List<Flag> flags, String flag, Setting setting, @Nullable String value) {
    if (value != null) {
      flags.add(new Flag(flag, setting.dotted(), value));
    }
  }
}

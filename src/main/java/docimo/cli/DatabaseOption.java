package docimo.cli;

import docimo.app.Setting;
import docimo.app.Settings;
import docimo.app.Settings.Flag;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that choose a database, by the settings that {@code serve} goes by too. */
final class DatabaseOption {

  @Option(
      names = "--db",
      paramLabel = "FILE|URL",
      description = {
        "Database: a path, to which .mv.db is added, or jdbc:postgresql://...",
        "(default: docimo, which is docimo.mv.db in the working directory).",
        "User and password: in the URL, or DOCIMO_DB_USER and DOCIMO_DB_PASSWORD."
      })
  private @Nullable String address;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings, as for 'docimo serve'; of these the database counts here.")
  private @Nullable Path file;

  /**
   * Reads where the database is.
   *
   * @param environment variables of the process
   * @throws docimo.app.SettingsException when a name or value is wrong; names all of them
   */
  Settings read(Map<String, String> environment) {
    List<Flag> flags =
        address == null ? List.of() : List.of(new Flag("--db", Setting.DB_URL.dotted(), address));
    return Settings.read(file, environment, flags);
  }
}

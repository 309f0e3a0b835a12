package docimo.cli;

import docimo.app.Workplace;
import picocli.CommandLine.Option;

/** The option that chooses a database. */
final class DatabaseOption {

  @Option(
      names = "--db",
      paramLabel = "FILE|URL",
      defaultValue = Workplace.DEFAULT_DATABASE,
      description = {
        "Database: a path, to which .mv.db is added, or jdbc:postgresql://...",
        "(default: ${DEFAULT-VALUE}, which is docimo.mv.db in the working directory).",
        "User and password: in the URL, or DOCIMO_DB_USER and DOCIMO_DB_PASSWORD."
      })
  private String address = "";

  /** Where the database is. */
  String address() {
    return address;
  }
}

package docimo.cli;

import docimo.access.Tenant;
import picocli.CommandLine.Option;

/** A command on what a database keeps for a tenant. */
abstract class OfficeCommand extends DatabaseCommand {

  @Option(
      names = "--tenant",
      paramLabel = "NAME",
      defaultValue = Tenant.DEFAULT,
      description = "Whose screenings and questions (default: ${DEFAULT-VALUE}).")
  private String tenant = "";

  OfficeCommand(Console console) {
    super(console);
  }

  @Override
  final String tenant() {
    return tenant;
  }
}

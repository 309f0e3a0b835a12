package docimo.cli;

import picocli.CommandLine.Parameters;

/** What those about one screening have in common. */
abstract class ScreeningTargetCommand extends OfficeCommand {

  @Parameters(index = "0", paramLabel = "SCREENING", description = "Id of the screening.")
  String id = "";

  ScreeningTargetCommand(Console console) {
    super(console);
  }
}

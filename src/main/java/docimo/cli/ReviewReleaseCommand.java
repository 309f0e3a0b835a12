package docimo.cli;

import docimo.app.Workplace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Puts a case back. */
@Command(name = "release", description = "Puts a case back into the queue.")
final class ReviewReleaseCommand extends ActingCommand {

  /** That a case is free again, as {@code --json} prints it. */
  private record Released(String caseId) {}

  @Parameters(paramLabel = "CASE", description = "Id of the case.")
  private String id = "";

  ReviewReleaseCommand(Console console) {
    super(console);
  }

  @Override
  Integer run(Workplace place) {
    place.office().reviews().release(id, actor());
    print(new Released(id), () -> "case " + id + " is free again");
    return DONE;
  }
}

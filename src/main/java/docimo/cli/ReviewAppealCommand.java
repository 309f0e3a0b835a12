package docimo.cli;

import docimo.app.Workplace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Asks for another look. */
@Command(
    name = "appeal",
    description = "Asks for another look at an answer, by somebody who has not marked it.")
final class ReviewAppealCommand extends ActingCommand {

  @Parameters(paramLabel = "ANSWER", description = "Id of the answer.")
  private String id = "";

  @Mixin private ReasonOption reason = new ReasonOption();

  ReviewAppealCommand(Console console) {
    super(console);
  }

  @Override
  Integer run(Workplace place) {
    ReviewCaseLine opened =
        ReviewCaseLine.of(place.office().reviews().appeal(id, actor(), reason.text()));
    print(opened, opened::line);
    return DONE;
  }
}

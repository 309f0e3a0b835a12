package docimo.cli;

import docimo.screening.HumanMark;
import docimo.screening.Reviews;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Ends a case. */
@Command(name = "decide", description = "Ends a case with the mark that counts from now on.")
final class ReviewDecideCommand extends MarkGivingCommand {

  @Parameters(index = "0", paramLabel = "CASE", description = "Id of the case.")
  private String id = "";

  ReviewDecideCommand(Console console) {
    super(console);
  }

  @Override
  HumanMark give(Reviews reviews, String actor, double mark, String reason) {
    return reviews.decide(id, actor, mark, reason);
  }
}

package docimo.cli;

import docimo.screening.HumanMark;
import docimo.screening.Reviews;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Gives another mark. */
@Command(
    name = "override",
    description = "Gives an answer another mark; the machine's grade stays beside it.")
final class ReviewOverrideCommand extends MarkGivingCommand {

  @Parameters(index = "0", paramLabel = "ANSWER", description = "Id of the answer.")
  private String id = "";

  ReviewOverrideCommand(Console console) {
    super(console);
  }

  @Override
  HumanMark give(Reviews reviews, String actor, double mark, String reason) {
    return reviews.override(id, actor, mark, reason);
  }
}

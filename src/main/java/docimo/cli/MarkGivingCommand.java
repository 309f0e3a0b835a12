package docimo.cli;

import docimo.app.Workplace;
import docimo.screening.HumanMark;
import docimo.screening.Reviews;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What those that give the mark that counts have in common; the first parameter is theirs. */
abstract class MarkGivingCommand extends ActingCommand {

  @Parameters(index = "1", paramLabel = "MARK", description = "From 0 to 1.")
  private double mark;

  @Mixin private ReasonOption reason = new ReasonOption();

  MarkGivingCommand(Console console) {
    super(console);
  }

  /** Gives it. */
  abstract HumanMark give(Reviews reviews, String actor, double mark, String reason);

  @Override
  final Integer run(Workplace place) {
    HumanMark given = give(place.office().reviews(), actor(), mark, reason.text());
    print(
        given,
        () ->
            lower(given.kind())
                + " by "
                + given.actor()
                + ": "
                + mark(given.mark())
                + " counts for answer "
                + given.submissionId()
                + "; mark "
                + given.id());
    return DONE;
  }
}

package docimo.cli;

import docimo.app.Workplace;
import docimo.screening.ReviewView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Gives the first mark. */
@Command(
    name = "mark",
    description = "Gives a mark before seeing the machine's, which is shown then.")
final class ReviewMarkCommand extends ActingCommand {

  @Parameters(index = "0", paramLabel = "CASE", description = "Id of the case.")
  private String id = "";

  @Parameters(index = "1", paramLabel = "MARK", description = "From 0 to 1.")
  private double mark;

  ReviewMarkCommand(Console console) {
    super(console);
  }

  @Override
  Integer run(Workplace place) {
    ReviewView v = place.office().reviews().markBlind(id, actor(), mark);
    print(ReviewSheet.of(v), () -> ReviewSheet.text(v));
    return DONE;
  }
}

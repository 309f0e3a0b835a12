package docimo.cli;

import docimo.app.Workplace;
import docimo.screening.Page;
import docimo.screening.ReviewCase;
import picocli.CommandLine.Command;

/** Lists what waits. */
@Command(
    name = "list",
    description = "Lists what waits for a person: appeals first, then the most doubtful.")
final class ReviewListCommand extends ScreeningTargetCommand {

  ReviewListCommand(Console console) {
    super(console);
  }

  @Override
  Integer run(Workplace place) {
    Long next = 0L;
    while (next != null) {
      Page<ReviewCase> page = place.office().reviews().queue(id, Math.toIntExact(next), Page.MOST);
      for (ReviewCase c : page.items()) {
        ReviewCaseLine waiting = ReviewCaseLine.of(c);
        print(waiting, waiting::line);
      }
      next = page.next();
    }
    return DONE;
  }
}

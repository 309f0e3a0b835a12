package docimo.cli;

import docimo.app.Workplace;
import docimo.screening.ReviewView;
import docimo.screening.Reviews;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a case. */
@Command(
    name = "claim",
    description = "Takes the next case, or one by its id, for half an hour and shows it.")
final class ReviewClaimCommand extends ActingCommand {

  @Parameters(
      paramLabel = "SCREENING",
      arity = "0..1",
      description = "Id of the screening, for its next case.")
  private @Nullable String screening;

  @Option(names = "--case", paramLabel = "ID", description = "This case.")
  private @Nullable String id;

  ReviewClaimCommand(Console console) {
    super(console);
  }

  @Override
  Integer run(Workplace place) {
    claimed(place.office().reviews())
        .ifPresentOrElse(
            v -> print(ReviewSheet.of(v), () -> ReviewSheet.text(v)),
            () -> say("nothing waits for you"));
    return DONE;
  }

  private Optional<ReviewView> claimed(Reviews reviews) {
    if (id != null && screening == null) {
      return Optional.of(reviews.claim(id, actor()));
    }
    if (id == null && screening != null) {
      return reviews.claimNext(screening, actor());
    }
    throw wrongUsage("name either a screening or a --case");
  }
}

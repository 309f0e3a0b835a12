package docimo.cli;

import docimo.app.Workplace;
import docimo.screening.GradeChange;
import docimo.screening.Job;
import docimo.screening.Page;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Marks stale answers again. */
@Command(
    name = "regrade",
    description = {
      "Shows what marking the stale answers of a screening again would change. Nothing is kept",
      "unless --apply is given; then new grades stand beside the old."
    })
final class RegradeCommand extends OfficeCommand {

  private static final int PAGE = 100;

  @Option(names = "--screening", paramLabel = "ID", required = true, description = "Which.")
  private String screening = "";

  @Option(names = "--apply", description = "Record the new grades.")
  private boolean apply;

  @Mixin private ActorOption actor = new ActorOption();

  RegradeCommand(Console console) {
    super(console);
  }

  @Override
  Integer run(Workplace place) throws InterruptedException {
    if (apply) {
      Job job =
          JobWatch.untilEnd(place, place.office().jobs().regrade(screening, actor.name()), console);
      print(
          JobWatch.Seen.of(job),
          () ->
              "regrade "
                  + job.id()
                  + " "
                  + lower(job.state())
                  + ": "
                  + count(job.done(), "answer")
                  + " looked at, "
                  + job.failed()
                  + " failed");
      return job.state() == Job.State.DONE ? DONE : FAILED;
    }
    Long next = 0L;
    int stale = 0;
    int other = 0;
    while (next != null) {
      Page<GradeChange> page = place.office().regrades().preview(screening, next, PAGE);
      for (GradeChange change : page.items()) {
        stale++;
        other += change.changesWhatCounts() ? 1 : 0;
        print(change, () -> describe(change));
      }
      next = page.next();
    }
    say(
        count(stale, "stale answer")
            + ", "
            + other
            + " with another mark; nothing was changed"
            + (stale == 0 ? "" : ", --apply records it"));
    return DONE;
  }

  private static String describe(GradeChange change) {
    return change.submissionId()
        + "  "
        + change.questionId()
        + "  "
        + mark(change.oldScore())
        + " -> "
        + mark(change.newScore())
        + (change.humanMark() == null
            ? ""
            : "  (a person's " + mark(change.humanMark()) + " goes on to count)")
        + "  stale: "
        + change.stale().stream()
            .sorted()
            .map(OfficeCommand::lower)
            .collect(Collectors.joining(", "));
  }
}

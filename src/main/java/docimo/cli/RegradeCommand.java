package docimo.cli;

import docimo.app.Workplace;
import docimo.screening.GradeChange;
import docimo.screening.Job;
import docimo.screening.Page;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Marks stale answers again. */
@Command(
    name = "regrade",
    description =
        "Shows what marking the stale answers of a screening again would change. Nothing is kept"
            + " unless --apply is given; then new grades stand beside the old.")
final class RegradeCommand extends JobCommand {

  private static final int PAGE = 100;

  @Option(names = "--screening", paramLabel = "ID", description = "Id of the screening.")
  private @Nullable String screening;

  @Option(names = "--apply", description = "Record the new grades.")
  private boolean apply;

  @Option(
      names = "--resume",
      paramLabel = "JOB",
      description =
          "Go on with a regrade that was interrupted, cancelled or failed, and record the new"
              + " grades; what was marked is not marked again.")
  private @Nullable String resume;

  RegradeCommand(Console console) {
    super(console);
  }

  @Override
  Integer run(Workplace place) throws InterruptedException {
    if (resume != null) {
      return finish(place, resumed(place, resume, Job.Kind.REGRADE, screening));
    }
    if (screening == null) {
      throw wrongUsage("name a --screening, or a job to --resume");
    }
    return apply
        ? finish(place, place.office().jobs().regrade(screening, actor()))
        : preview(place, screening);
  }

  private Integer preview(Workplace place, String id) {
    Long next = 0L;
    int stale = 0;
    int other = 0;
    while (next != null) {
      Page<GradeChange> page = place.office().regrades().preview(id, next, PAGE);
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

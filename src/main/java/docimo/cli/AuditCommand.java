package docimo.cli;

import docimo.app.Workplace;
import docimo.exchange.AuditEventLine;
import docimo.screening.Page;
import docimo.screening.Replay;
import docimo.screening.audit.AuditEvent;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows and checks the audit log. */
@Command(
    name = "audit",
    description = "Shows and checks what made each mark.",
    subcommands = {
      AuditCommand.Events.class,
      AuditVerifyCommand.class,
      AuditCommand.ReplayGrade.class
    })
final class AuditCommand extends ConsoleCommand {

  AuditCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    throw wrongUsage("say what to do with the audit log: events, verify or replay");
  }

  /** Lists events. */
  @Command(name = "events", description = "Lists events, the first first.")
  static final class Events extends OfficeCommand {

    @Option(
        names = "--after",
        paramLabel = "NUMBER",
        defaultValue = "0",
        description = "Begin after this event.")
    private long after;

    @Option(
        names = "--limit",
        paramLabel = "NUMBER",
        description = "Stop after so many (default: list all).")
    private @Nullable Long limit;

    @Option(
        names = "--submission",
        paramLabel = "ID",
        description = "Only events about this answer.")
    private @Nullable String submission;

    Events(Console console) {
      super(console);
    }

    @Override
    Integer run(Workplace place) {
      if (submission != null) {
        place.office().audit().ofSubmission(submission).forEach(this::print);
        return DONE;
      }
      Long next = after;
      long left = limit == null ? Long.MAX_VALUE : limit;
      while (next != null && left > 0) {
        Page<AuditEvent> page =
            place.office().audit().events(next, (int) Math.min(left, Page.MOST));
        page.items().forEach(this::print);
        left -= page.items().size();
        next = page.next();
      }
      return DONE;
    }

    private void print(AuditEvent event) {
      print(
          AuditEventLine.of(event),
          () ->
              event.sequence()
                  + "  "
                  + event.at()
                  + "  "
                  + lower(event.kind())
                  + " by "
                  + event.actor()
                  + "\n    "
                  + event.facts());
    }
  }

  /** Makes a grade again. */
  @Command(
      name = "replay",
      description = {
        "Marks an answer again from what is kept, and says whether the grade is identical or",
        "what differs; exit code 1 unless it is identical."
      })
  static final class ReplayGrade extends OfficeCommand {

    @Parameters(paramLabel = "GRADE", description = "Id of the grade.")
    private String grade = "";

    ReplayGrade(Console console) {
      super(console);
    }

    @Override
    Integer run(Workplace place) {
      Replay replay = place.office().audit().replay(grade);
      print(
          replay,
          () ->
              lower(replay.outcome())
                  + (replay.differences().isEmpty()
                      ? ""
                      : "\n    " + String.join("\n    ", replay.differences())));
      return replay.outcome() == Replay.Outcome.IDENTICAL ? DONE : FAILED;
    }
  }
}

package docimo.cli;

import docimo.app.Workplace;
import docimo.exchange.AuditEventLine;
import docimo.screening.AuditReport;
import docimo.screening.Page;
import docimo.screening.Replay;
import docimo.screening.audit.AuditEvent;
import java.util.List;
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
      AuditCommand.Verify.class,
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

  /** What a check found, as {@code --json} prints it. */
  private record Verified(
      boolean intact,
      long events,
      long rows,
      long headSequence,
      String headHash,
      List<AuditReport.Problem> problems) {}

  /** Checks the chain. */
  @Command(
      name = "verify",
      description = {
        "Follows the chain of events and compares each answer, grade and mark with its event;",
        "exit code 1 when something was changed. Keep the head elsewhere to compare it later."
      })
  static final class Verify extends OfficeCommand {

    Verify(Console console) {
      super(console);
    }

    @Override
    Integer run(Workplace place) {
      AuditReport report = place.office().audit().verify();
      print(
          new Verified(
              report.isIntact(),
              report.events(),
              report.rows(),
              report.head().sequence(),
              report.head().hash(),
              report.problems()),
          () -> describe(report));
      return report.isIntact() ? DONE : FAILED;
    }

    private static String describe(AuditReport report) {
      StringBuilder text =
          new StringBuilder(report.isIntact() ? "intact: " : "NOT INTACT: ")
              .append(count(report.events(), "event"))
              .append(", ")
              .append(count(report.rows(), "row"))
              .append(" compared\nhead: ")
              .append(report.head().sequence())
              .append(' ')
              .append(report.head().hash());
      report
          .problems()
          .forEach(
              problem ->
                  text.append("\nevent ")
                      .append(problem.sequence())
                      .append(": ")
                      .append(problem.message()));
      return text.toString();
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

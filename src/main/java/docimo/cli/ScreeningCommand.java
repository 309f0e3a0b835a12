package docimo.cli;

import docimo.app.Workplace;
import docimo.screening.Page;
import docimo.screening.Screening;
import docimo.screening.ScreeningState;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Opens screenings, takes answers in and ranks. */
@Command(
    name = "screening",
    description = "Opens screenings, takes answers in, and says where candidates stand.",
    subcommands = {
      ScreeningCreateCommand.class,
      ScreeningCommand.ListAll.class,
      ScreeningCommand.Show.class,
      ScreeningCommand.Open.class,
      ScreeningCommand.Close.class,
      ScreeningCommand.Archive.class,
      UploadCommand.class,
      ScreeningSubmitCommand.class,
      ScreeningResultsCommand.class,
      ScreeningFreezeCommand.class,
      ScreeningJobsCommand.class,
      ScreeningCancelCommand.class,
      ScreeningPurgeCommand.class
    })
final class ScreeningCommand extends ConsoleCommand {

  ScreeningCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    throw wrongUsage(
        "say what to do: create, list, show, open, close, archive, upload, submit, results,"
            + " freeze, jobs, cancel or purge");
  }

  /** Lists all. */
  @Command(name = "list", description = "Lists the screenings, the first first.")
  static final class ListAll extends OfficeCommand {

    ListAll(Console console) {
      super(console);
    }

    @Override
    Integer run(Workplace place) {
      Long next = 0L;
      while (next != null) {
        Page<Screening> page = place.office().screenings().list(next, Page.MOST);
        for (Screening s : page.items()) {
          ScreeningLine shown = ScreeningLine.of(s);
          print(shown, shown::line);
        }
        next = page.next();
      }
      return DONE;
    }
  }

  /** Shows one. */
  @Command(name = "show", description = "Shows a screening, what waits in it, and its jobs.")
  static final class Show extends ScreeningTargetCommand {

    private static final int JOBS = 10;

    Show(Console console) {
      super(console);
    }

    /** A screening with what goes on in it. */
    private record Full(ScreeningLine screening, int waitingForReview, List<JobLine> jobs) {}

    @Override
    Integer run(Workplace place) {
      ScreeningLine shown = ScreeningLine.of(place.office().screenings().get(id));
      int waiting = place.office().reviews().waiting(id);
      List<JobLine> jobs = place.office().jobs().of(id, JOBS).stream().map(JobLine::of).toList();
      print(
          new Full(shown, waiting, jobs),
          () -> {
            StringBuilder text = new StringBuilder(shown.text());
            text.append('\n').append(count(waiting, "answer")).append(" for a person to look at");
            for (JobLine job : jobs) {
              text.append("\njob ").append(job.job()).append(' ').append(lower(job.kind()));
              text.append(' ').append(lower(job.state())).append(' ').append(job.progress());
            }
            return text.toString();
          });
      return DONE;
    }
  }

  /** What those that move a screening have in common. */
  private abstract static class Move extends ScreeningTargetCommand {

    private final ScreeningState to;

    @Mixin private ActorOption actor = new ActorOption();

    Move(Console console, ScreeningState to) {
      super(console);
      this.to = to;
    }

    @Override
    Integer run(Workplace place) {
      Screening before = place.office().screenings().get(id);
      ScreeningLine after =
          ScreeningLine.of(
              place.office().screenings().move(id, before.version(), to, actor.name()));
      print(after, after::line);
      return DONE;
    }
  }

  /** Opens one again. */
  @Command(name = "open", description = "Opens a closed screening again.")
  static final class Open extends Move {
    Open(Console console) {
      super(console, ScreeningState.OPEN);
    }
  }

  /** Closes one. */
  @Command(name = "close", description = "Closes a screening: it takes no more answers.")
  static final class Close extends Move {
    Close(Console console) {
      super(console, ScreeningState.CLOSED);
    }
  }

  /** Archives one. */
  @Command(name = "archive", description = "Archives a closed screening: nothing changes any more.")
  static final class Archive extends Move {
    Archive(Console console) {
      super(console, ScreeningState.ARCHIVED);
    }
  }
}

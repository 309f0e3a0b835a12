package docimo.cli;

import docimo.app.Workplace;
import docimo.screening.Job;
import docimo.screening.Page;
import picocli.CommandLine.Command;

/** Lists jobs. */
@Command(
    name = "jobs",
    description = "Lists uploads and regrades of a screening, the newest first, at most 1000.")
final class ScreeningJobsCommand extends ScreeningTargetCommand {

  ScreeningJobsCommand(Console console) {
    super(console);
  }

  @Override
  Integer run(Workplace place) {
    String screening = place.office().screenings().get(id).id();
    for (Job job : place.office().jobs().of(screening, Page.MOST)) {
      JobLine shown = JobLine.of(job);
      print(shown, () -> shown.line(tenant()));
    }
    return DONE;
  }
}

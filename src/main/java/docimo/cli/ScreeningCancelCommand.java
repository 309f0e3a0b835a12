package docimo.cli;

import docimo.app.Workplace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Stops a job. */
@Command(
    name = "cancel",
    description = "Stops an upload or a regrade. What was done stays; it can be gone on with.")
final class ScreeningCancelCommand extends ActingCommand {

  @Parameters(paramLabel = "JOB", description = "Id of the job; 'screening jobs' lists them.")
  private String job = "";

  ScreeningCancelCommand(Console console) {
    super(console);
  }

  @Override
  Integer run(Workplace place) {
    JobLine stopped = JobLine.of(place.office().jobs().cancel(job, actor()));
    print(stopped, () -> stopped.line(tenant()));
    return DONE;
  }
}

package docimo.cli;

import docimo.app.Workplace;
import docimo.screening.Job;
import docimo.screening.Page;
import docimo.screening.RowProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What those that work on a job, and show how far it is, have in common. */
abstract class JobCommand extends ActingCommand {

  private static final long LOOK_MILLIS = 200;

  private boolean announced;

  JobCommand(Console console) {
    super(console);
  }

  /**
   * A job that somebody goes on with: one that was stopped runs again then.
   *
   * @param screening where it is; null when the caller leaves that open
   * @throws CommandFailedException when it is of another kind or screening
   */
  final Job resumed(Workplace place, String jobId, Job.Kind kind, @Nullable String screening) {
    Job job = place.office().jobs().get(jobId);
    if (job.kind() != kind) {
      JobLine other = JobLine.of(job);
      throw new CommandFailedException(
          "job "
              + jobId
              + " is no "
              + lower(kind)
              + "; go on with '"
              + other.resume(tenant())
              + "'");
    }
    if (screening != null && !screening.equals(job.screeningId())) {
      throw new CommandFailedException(
          "job " + jobId + " is of screening " + job.screeningId() + ", not of " + screening);
    }
    return job.state() == Job.State.CANCELLED || job.state() == Job.State.FAILED
        ? place.office().jobs().resume(jobId, actor())
        : job;
  }

  /** Says how to go on with a job when the process is stopped, beforehand and then. */
  final void announce(Job job) {
    if (announced) {
      return;
    }
    announced = true;
    ifStopped(howToGoOn(JobLine.of(job)));
    say(
        lower(job.kind())
            + " "
            + job.id()
            + "; if it is interrupted, go on with --resume "
            + job.id());
  }

  /** Works until a job has ended, or waits for those who work on it; prints what came of it. */
  final Integer finish(Workplace place, Job begun) throws InterruptedException {
    Job job = begun;
    if (job.state() == Job.State.RUNNING) {
      announce(job);
      job = untilEnd(place, job);
    }
    ifStopped(null);
    JobLine ended = JobLine.of(job);
    tellProblems(place, job);
    print(ended, ended::outcome);
    if (job.state() == Job.State.DONE) {
      return DONE;
    }
    say(howToGoOn(ended));
    return FAILED;
  }

  private Job untilEnd(Workplace place, Job begun) throws InterruptedException {
    Job job = begun;
    place.work();
    try (BatchProgress progress = BatchProgress.overAnswers(job.total(), console)) {
      while (job.state() == Job.State.RUNNING) {
        Thread.sleep(LOOK_MILLIS);
        job = place.office().jobs().get(begun.id());
        progress.at(job.done());
      }
    }
    return job;
  }

  private void tellProblems(Workplace place, Job job) {
    long after = -1;
    List<RowProblem> problems;
    do {
      problems = place.office().jobs().problems(job.id(), after, Page.MOST);
      for (RowProblem problem : problems) {
        after = problem.number();
        String message = problem.message();
        boolean placed = message.startsWith("line ") || message.startsWith("row ");
        say(placed ? message : "row " + (problem.number() + 1) + ": " + message);
      }
    } while (problems.size() == Page.MOST);
  }

  private String howToGoOn(JobLine job) {
    return lower(job.kind())
        + " "
        + job.job()
        + " is not done; go on with '"
        + job.resume(tenant())
        + "'";
  }
}

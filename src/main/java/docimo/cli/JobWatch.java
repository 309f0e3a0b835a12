package docimo.cli;

import docimo.app.Workplace;
import docimo.screening.Job;
import docimo.screening.Page;
import docimo.screening.RowProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Works on a job and shows how far it is. */
final class JobWatch {

  private static final long LOOK_MILLIS = 200;

  private JobWatch() {}

  /** Works until the job has ended, or waits for those who work on it. */
  static Job untilEnd(Workplace place, Job begun, Console console) throws InterruptedException {
    Job job = begun;
    if (job.state() == Job.State.RUNNING) {
      place.work();
    }
    try (BatchProgress progress = BatchProgress.overAnswers(job.total(), console)) {
      while (job.state() == Job.State.RUNNING) {
        Thread.sleep(LOOK_MILLIS);
        job = place.office().jobs().get(begun.id());
        progress.at(job.done());
      }
    }
    return job;
  }

  /** Says which rows of an upload were not taken. */
  static void tellProblems(Workplace place, Job job, Console console) {
    long after = -1;
    List<RowProblem> problems;
    do {
      problems = place.office().jobs().problems(job.id(), after, Page.MOST);
      for (RowProblem problem : problems) {
        after = problem.number();
        String message = problem.message();
        boolean placed = message.startsWith("line ") || message.startsWith("row ");
        console
            .err()
            .println(
                OfficeCommand.plain(
                    placed ? message : "row " + (problem.number() + 1) + ": " + message));
      }
    } while (problems.size() == Page.MOST);
  }

  /** A job as {@code --json} prints it. */
  record Seen(
      String job,
      String screening,
      Job.Kind kind,
      Job.State state,
      int total,
      int done,
      int failed,
      @Nullable String problem) {

    static Seen of(Job job) {
      return new Seen(
          job.id(),
          job.screeningId(),
          job.kind(),
          job.state(),
          job.total(),
          job.done(),
          job.failed(),
          job.problem());
    }
  }
}

package docimo.cli;

import docimo.access.Tenant;
import docimo.screening.Job;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A job as {@code --json} prints it. */
record JobLine(
    String job,
    @Nullable String screening,
    Job.Kind kind,
    Job.State state,
    int total,
    int done,
    int failed,
    String actor,
    Instant createdAt,
    @Nullable String problem) {

  static JobLine of(Job job) {
    return new JobLine(
        job.id(),
        job.screeningId(),
        job.kind(),
        job.state(),
        job.total(),
        job.done(),
        job.failed(),
        job.actor(),
        job.createdAt(),
        job.problem());
  }

  /** How far it is, and how to go on with it, as a job of this tenant. */
  String line(String tenant) {
    return job
        + "  "
        + OfficeCommand.lower(kind)
        + "  "
        + OfficeCommand.lower(state)
        + "  "
        + progress()
        + (failed == 0 ? "" : ", " + failed + " failed")
        + "  by "
        + actor
        + " "
        + createdAt
        + (problem == null ? "" : "\n    " + problem)
        + (state == Job.State.DONE ? "" : "\n    go on with '" + resume(tenant) + "'");
  }

  /** How many of how many are done. */
  String progress() {
    return done + " of " + total;
  }

  /** What came of it. */
  String outcome() {
    String ended = OfficeCommand.lower(kind) + " " + job + " " + OfficeCommand.lower(state) + ": ";
    return ended
        + switch (kind) {
          case UPLOAD ->
              OfficeCommand.count(total, "row")
                  + ", "
                  + (done - failed)
                  + " taken, "
                  + failed
                  + " not";
          case REGRADE -> OfficeCommand.count(done, "answer") + " looked at, " + failed + " failed";
          case GRADES -> OfficeCommand.count(done, "row") + " marked, " + failed + " failed";
        }
        + (problem == null ? "" : " (" + problem + ")");
  }

  /** The command or request that goes on with it, as a job of this tenant. */
  String resume(String tenant) {
    if (kind == Job.Kind.GRADES) {
      return "POST /v1/jobs/" + job + "/resume";
    }
    String command =
        kind == Job.Kind.UPLOAD
            ? "docimo screening upload " + screening + " FILE --resume " + job
            : "docimo regrade --resume " + job;
    return command + (tenant.equals(Tenant.DEFAULT) ? "" : " --tenant " + tenant);
  }
}

package docimo.api;

import docimo.screening.Job;
import docimo.screening.ScreeningOffice;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job on the wire.
 *
 * @param id names it
 * @param kind what is done
 * @param screeningId where; null for rows that are marked beside all screenings
 * @param state whether it goes on
 * @param total how many rows or answers there are
 * @param done how many have been looked at
 * @param failed how many of them could not be taken or marked
 * @param actor who asked for it
 * @param createdAt when
 * @param changedAt when its state changed last
 * @param problem what stopped it; null when nothing did
 * @param version counts its changes, but for progress, from 1
 * @param results where the results are; null when they are in a screening
 * @param keptUntil when the job is removed with rows and results; null when its screening says
 */
record JobView(
    String id,
    Job.Kind kind,
    @Nullable String screeningId,
    Job.State state,
    int total,
    int done,
    int failed,
    String actor,
    Instant createdAt,
    Instant changedAt,
    @Nullable String problem,
    long version,
    @Nullable String results,
    @Nullable Instant keptUntil) {

  static JobView of(Job job, ScreeningOffice services) {
    boolean grades = job.kind() == Job.Kind.GRADES;
    return new JobView(
        job.id(),
        job.kind(),
        job.screeningId(),
        job.state(),
        job.total(),
        job.done(),
        job.failed(),
        job.actor(),
        job.createdAt(),
        job.changedAt(),
        job.problem(),
        job.version(),
        grades ? location(job) + "/results" : null,
        grades ? services.gradings().keptUntil(job) : null);
  }

  static String location(Job job) {
    return "/v1/jobs/" + job.id();
  }

  /** Whether nothing more comes of it, unless somebody resumes it. */
  static boolean isOver(Job job) {
    return job.state() != Job.State.RECEIVING && job.state() != Job.State.RUNNING;
  }
}

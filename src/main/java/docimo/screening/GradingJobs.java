package docimo.screening;

import docimo.screening.ConflictException.Reason;
import docimo.screening.audit.AuditDraft;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Jobs that mark rows which somebody sent, beside all screenings. Rows and results are kept for a
 * while and removed then, with the job. Thread-safe.
 */
public final class GradingJobs {

  /** How many rows are removed in one write. */
  private static final int CHUNK = 20;

  private final ScreeningParts parts;
  private final Jobs jobs;
  private final Duration keep;

  /**
   * @param keep how long a job is kept after its state changed last
   */
  GradingJobs(ScreeningParts parts, Jobs jobs, Duration keep) {
    this.parts = parts;
    this.jobs = jobs;
    this.keep = keep;
  }

  /** Opens a job; {@link #add} gives it rows and {@link Jobs#begin} starts it. */
  public Job receive(String actor) {
    Texts.requireId("actor", actor);
    return parts
        .store()
        .write(tx -> jobs.insert(tx, null, Job.Kind.GRADES, Job.State.RECEIVING, 0, actor));
  }

  /**
   * Gives it more rows. When it returns they are kept.
   *
   * @param rows whose numbers go on where those before ended, from 1
   * @throws ConflictException when it has begun, or the numbers do not go on
   */
  public Job add(String jobId, List<GradingRow> rows) {
    return parts
        .store()
        .write(
            tx -> {
              Job job = find(tx, jobId);
              Jobs.requireState(job, Job.State.RECEIVING);
              if (!rows.isEmpty() && rows.get(0).number() != job.total() + 1) {
                throw new ConflictException(
                    Reason.JOB_STATE, "job '" + jobId + "' has " + job.total() + " rows");
              }
              tx.gradings().insert(jobId, rows);
              Job sized = job.sized(job.total() + rows.size());
              tx.jobs().update(sized);
              return sized;
            });
  }

  /**
   * Results in the order of the rows, up to the first row that has none yet.
   *
   * @param after the number of the row to go on after; 0 to begin
   * @throws NotFoundException when there is no such job, or no more
   * @throws ConflictException when it is another kind of job
   */
  public List<GradedRow> results(String jobId, long after, int limit) {
    Page.requireLimit(limit);
    return parts.store().read(tx -> tx.gradings().results(find(tx, jobId).id(), after, limit));
  }

  /**
   * Stops a job and removes it with its rows and results.
   *
   * @throws NotFoundException when there is no such job, or no more
   * @throws ConflictException when it is another kind of job
   */
  public void remove(String jobId, String actor) {
    Texts.requireId("actor", actor);
    parts.store().write(tx -> remove(tx, find(tx, jobId), actor));
  }

  private Job remove(Transaction tx, Job job, String actor) {
    if (job.state() == Job.State.RECEIVING || job.state() == Job.State.RUNNING) {
      Jobs.move(parts, tx, job, Job.State.CANCELLED, null, actor);
    }
    tx.gradings().remove(job.id());
    tx.jobs().remove(job.id());
    return job;
  }

  /**
   * Removes jobs whose time is over.
   *
   * @return how many
   */
  public int purge() {
    int removed = 0;
    int chunk;
    do {
      chunk = parts.store().write(this::purgeChunk);
      removed += chunk;
    } while (chunk == CHUNK);
    return removed;
  }

  private int purgeChunk(Transaction tx) {
    Instant before = parts.now().minus(keep);
    List<Job> over = tx.jobs().unchangedSince(Job.Kind.GRADES, before, CHUNK);
    over.forEach(job -> remove(tx, job, AuditDraft.MACHINE));
    return over.size();
  }

  /** When a job as it is now is removed. */
  public Instant keptUntil(Job job) {
    return job.changedAt().plus(keep);
  }

  private static Job find(Transaction tx, String jobId) {
    Job job = tx.jobs().get(jobId);
    if (job.kind() != Job.Kind.GRADES) {
      throw new ConflictException(
          Reason.JOB_KIND,
          "job '" + jobId + "' is no job of grades: what it did is in its screening");
    }
    return job;
  }
}

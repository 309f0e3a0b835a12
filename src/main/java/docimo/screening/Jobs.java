package docimo.screening;

import docimo.screening.ConflictException.Reason;
import docimo.screening.audit.AuditDraft;
import docimo.screening.audit.AuditKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Long work: uploads, regrades and jobs of grades. It is cut into parts that workers of this
 * process and of others on the same database take; each step of a part keeps its grades, its events
 * and how far it is in one transaction, so that it can be stopped at any time and nothing is done
 * twice. Thread-safe.
 */
public final class Jobs {

  /** How many rows or answers a part has at most. */
  static final int PART = 200;

  /** Into how many parts a job is cut at least, so that all workers are busy to the end. */
  private static final int PARTS = 50;

  private static final int SMALLEST_PART = JobWorker.STEP;

  /** A job is left behind when a process dies before it has handed out the parts. */
  private static final Duration LOOK_FOR_LEFT_BEHIND = Duration.ofMinutes(1);

  private final ScreeningParts parts;
  private final JobQueue queue;
  private final JobWorker worker;
  private final List<JobQueue.Chore> chores;

  /**
   * @param moreChores what is to be done again and again beside the jobs
   */
  Jobs(ScreeningParts parts, JobQueue queue, JobWorker worker, List<JobQueue.Chore> moreChores) {
    this.parts = parts;
    this.queue = queue;
    this.worker = worker;
    this.chores = new ArrayList<>(moreChores);
    chores.add(new JobQueue.Chore("left-behind", LOOK_FOR_LEFT_BEHIND, this::takeUpLeftBehind));
  }

  /** Begins to work, on what was left behind first. */
  public void start() {
    queue.start(worker, chores);
    takeUpLeftBehind();
  }

  private void takeUpLeftBehind() {
    parts.store().read(tx -> tx.jobs().running()).forEach(this::offer);
  }

  /**
   * Opens an upload; {@link #add} gives it rows and {@link #begin} starts it.
   *
   * @throws NotFoundException when there is no such screening
   * @throws ConflictException when it takes no answers
   */
  public Job receive(String screeningId, String actor) {
    Texts.requireId("actor", actor);
    return parts
        .store()
        .write(
            tx -> {
              Screening screening = tx.screenings().get(screeningId);
              if (screening.state() != ScreeningState.OPEN) {
                throw new ConflictException(
                    Reason.SCREENING_NOT_OPEN,
                    "screening '" + screeningId + "' takes no answers; open it again first");
              }
              return insert(tx, screeningId, Job.Kind.UPLOAD, Job.State.RECEIVING, 0, actor);
            });
  }

  /**
   * Gives an upload more rows, a few hundred at a time. When it returns they are kept.
   *
   * @param rows whose numbers go on where those before ended, from 0
   * @throws ConflictException when it has begun, or the numbers do not go on
   */
  public Job add(String jobId, List<UploadRow> rows) {
    return parts
        .store()
        .write(
            tx -> {
              Job job = tx.jobs().get(jobId);
              requireState(job, Job.State.RECEIVING);
              for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i).number() != job.total() + i) {
                  throw new ConflictException(
                      Reason.JOB_STATE,
                      "upload '" + jobId + "' has " + job.total() + " rows; go on after them");
                }
              }
              tx.jobs().insertRows(jobId, rows);
              Job sized = job.sized(job.total() + rows.size());
              tx.jobs().update(sized);
              return sized;
            });
  }

  /**
   * Starts an upload, or a job of grades, that has all its rows.
   *
   * @throws ConflictException when it has begun
   */
  public Job begin(String jobId) {
    Job begun =
        parts
            .store()
            .write(
                tx -> {
                  Job job = tx.jobs().get(jobId);
                  requireState(job, Job.State.RECEIVING);
                  int number = 0;
                  int size = partSize(job.total());
                  for (long from = 0; from < job.total(); from += size) {
                    long to = Math.min(job.total(), from + size);
                    tx.jobs().insert(new JobPart(jobId, number++, from, to, from, 0, 0));
                  }
                  Job.State next = job.total() == 0 ? Job.State.DONE : Job.State.RUNNING;
                  return move(tx, job, next, null, job.actor());
                });
    offer(begun);
    return begun;
  }

  /**
   * Starts to mark all answers of a screening again whose grades are stale. Where that is going on
   * already, it goes on and no other begins.
   *
   * @throws NotFoundException when there is no such screening
   * @throws ConflictException when it is archived
   */
  public Job regrade(String screeningId, String actor) {
    Texts.requireId("actor", actor);
    Job begun =
        parts
            .store()
            .write(
                tx -> {
                  Screenings.requireNotArchived(tx.screenings().get(screeningId));
                  Optional<Job> running = runningRegrade(tx, screeningId);
                  if (running.isPresent()) {
                    return running.get();
                  }
                  List<long[]> ranges = ranges(tx, screeningId);
                  long total = ranges.stream().mapToLong(range -> range[2]).sum();
                  Job job =
                      insert(
                          tx,
                          screeningId,
                          Job.Kind.REGRADE,
                          total == 0 ? Job.State.DONE : Job.State.RUNNING,
                          Math.toIntExact(total),
                          actor);
                  int number = 0;
                  for (long[] range : ranges) {
                    tx.jobs()
                        .insert(
                            new JobPart(job.id(), number++, range[0], range[1], range[0], 0, 0));
                  }
                  return job;
                });
    offer(begun);
    return begun;
  }

  private static Optional<Job> runningRegrade(Transaction tx, String screeningId) {
    return tx.jobs().running().stream()
        .filter(job -> job.kind() == Job.Kind.REGRADE && screeningId.equals(job.screeningId()))
        .findFirst();
  }

  private static int partSize(int total) {
    return Math.max(SMALLEST_PART, Math.min(PART, total / PARTS));
  }

  /** First and last sequence (exclusive) and number of answers of each part. */
  private static List<long[]> ranges(Transaction tx, String screeningId) {
    List<long[]> ranges = new ArrayList<>();
    long after = 0;
    int size = partSize(tx.submissions().count(screeningId));
    List<Standing> chunk = tx.submissions().standings(screeningId, after, size);
    while (!chunk.isEmpty()) {
      long first = chunk.get(0).sequence();
      after = chunk.get(chunk.size() - 1).sequence();
      ranges.add(new long[] {first, after + 1, chunk.size()});
      chunk = tx.submissions().standings(screeningId, after, size);
    }
    return ranges;
  }

  /**
   * The job with this id, with how far it is.
   *
   * @throws NotFoundException when there is none
   */
  public Job get(String jobId) {
    return parts.store().read(tx -> tx.jobs().get(jobId));
  }

  /** Those of some jobs that there are, each as far as it is at the same moment. */
  public List<Job> those(Collection<String> jobIds) {
    return parts
        .store()
        .read(
            tx -> {
              List<Job> found = new ArrayList<>();
              jobIds.forEach(id -> tx.jobs().find(id).ifPresent(found::add));
              return found;
            });
  }

  /** Jobs of a screening, the newest first. */
  public List<Job> of(String screeningId, int limit) {
    Page.requireLimit(limit);
    return parts.store().read(tx -> tx.jobs().of(screeningId, limit));
  }

  /**
   * Rows of an upload that were not taken, by number.
   *
   * @param after number of the row to go on after; -1 to begin
   */
  public List<RowProblem> problems(String jobId, long after, int limit) {
    Page.requireLimit(limit);
    return parts.store().read(tx -> tx.jobs().problems(tx.jobs().get(jobId).id(), after, limit));
  }

  /**
   * Stops a job; what was done stays. Workers end the step that they are at, and keep nothing of
   * it.
   *
   * @throws NotFoundException when there is none
   * @throws ConflictException when it has ended
   */
  public Job cancel(String jobId, String actor) {
    Texts.requireId("actor", actor);
    return parts
        .store()
        .write(
            tx -> {
              Job job = tx.jobs().get(jobId);
              requireState(job, Job.State.RECEIVING, Job.State.RUNNING);
              return move(tx, job, Job.State.CANCELLED, null, actor);
            });
  }

  /**
   * Goes on with a job that was stopped.
   *
   * @throws NotFoundException when there is none
   * @throws ConflictException when it was not stopped, or not all of its rows were received
   */
  public Job resume(String jobId, String actor) {
    Texts.requireId("actor", actor);
    Job resumed =
        parts
            .store()
            .write(
                tx -> {
                  Job job = tx.jobs().get(jobId);
                  requireState(job, Job.State.CANCELLED, Job.State.FAILED);
                  boolean begun = tx.jobs().part(jobId, 0).isPresent();
                  return move(
                      tx, job, begun ? Job.State.RUNNING : Job.State.RECEIVING, null, actor);
                });
    offer(resumed);
    return resumed;
  }

  private void offer(Job job) {
    if (job.state() == Job.State.RUNNING) {
      parts
          .store()
          .read(tx -> tx.jobs().unfinished(job.id()))
          .forEach(part -> queue.offer(job.kind(), job.id(), part.number()));
    }
  }

  Job insert(
      Transaction tx,
      @Nullable String screeningId,
      Job.Kind kind,
      Job.State state,
      int total,
      String actor) {
    Instant now = parts.now();
    Job job =
        new Job(parts.ids().get(), kind, screeningId, state, total, 0, 0, actor, now, now, null, 1);
    tx.jobs().insert(job);
    tx.audit().append(job.createdAt(), described(job, actor));
    return job;
  }

  private Job move(
      Transaction tx, Job job, Job.State state, @Nullable String problem, String actor) {
    return move(parts, tx, job, state, problem, actor);
  }

  static Job move(
      ScreeningParts parts,
      Transaction tx,
      Job job,
      Job.State state,
      @Nullable String problem,
      String actor) {
    Job moved = job.in(state, problem, parts.now());
    tx.jobs().update(moved);
    tx.audit().append(parts.now(), described(moved, actor));
    return moved;
  }

  private static AuditDraft described(Job job, String actor) {
    return AuditDraft.of(AuditKind.JOB_MOVED, actor)
        .with("job", job.id())
        .with("job_kind", Facts.lower(job.kind()))
        .with(Facts.SCREENING, job.screeningId())
        .with("state", Facts.lower(job.state()))
        .with("total", job.total());
  }

  static void requireState(Job job, Job.State... allowed) {
    if (!List.of(allowed).contains(job.state())) {
      throw new ConflictException(
          Reason.JOB_STATE, "job '" + job.id() + "' is " + Facts.lower(job.state()));
    }
  }
}

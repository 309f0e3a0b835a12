package docimo.screening;

import docimo.screening.audit.AuditDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Works on parts of jobs, step by step. A step is marked first and kept then, with how far the part
 * is: whoever finds that somebody else has kept the step keeps nothing. Thread-safe.
 */
final class JobWorker implements JobQueue.Worker {

  /** How many rows or answers are marked before they are kept. */
  static final int STEP = 20;

  private final ScreeningParts parts;
  private final Intake intake;
  private final Regrades regrades;
  private final @Nullable RowMarking rowMarking;

  /**
   * @param rowMarking marks rows of jobs of grades; null where that is left to other processes
   */
  JobWorker(
      ScreeningParts parts, Intake intake, Regrades regrades, @Nullable RowMarking rowMarking) {
    this.parts = parts;
    this.intake = intake;
    this.regrades = regrades;
    this.rowMarking = rowMarking;
  }

  @Override
  public boolean does(Job.Kind kind) {
    return kind != Job.Kind.GRADES || rowMarking != null;
  }

  /** A part, and the job when it goes on. */
  private record Work(Job job, JobPart part) {}

  @Override
  public void work(String jobId, int number, BooleanSupplier stopping) {
    Optional<Work> work = find(jobId, number);
    while (work.isPresent() && !stopping.getAsBoolean()) {
      try {
        step(work.get());
      } catch (StoreException e) {
        throw e; // may pass; the part is handed out again
      } catch (RuntimeException e) {
        fail(jobId, e);
      }
      work = find(jobId, number);
    }
  }

  private Optional<Work> find(String jobId, int number) {
    return parts.store().read(tx -> find(tx, jobId, number));
  }

  private static Optional<Work> find(Transaction tx, String jobId, int number) {
    return tx.jobs()
        .find(jobId)
        .filter(job -> job.state() == Job.State.RUNNING)
        .flatMap(
            job ->
                tx.jobs()
                    .part(jobId, number)
                    .filter(part -> !part.isDone())
                    .map(part -> new Work(job, part)));
  }

  private void step(Work work) {
    switch (work.job().kind()) {
      case UPLOAD -> upload(work);
      case REGRADE -> regrade(work);
      case GRADES -> grade(work);
    }
  }

  private void upload(Work work) {
    JobPart part = work.part();
    long to = Math.min(part.to(), part.next() + STEP);
    List<UploadRow> rows = parts.store().read(tx -> tx.jobs().rows(part.jobId(), part.next(), to));
    List<UploadRow> readable = rows.stream().filter(row -> row.answer() != null).toList();
    List<NewAnswer> answers = new ArrayList<>();
    for (UploadRow row : readable) {
      if (row.answer() != null) {
        answers.add(row.answer());
      }
    }
    List<Intake.Marked> marked = intake.mark(work.job().screening(), answers);
    parts.store().write(tx -> keepUpload(tx, work, to, readable, marked));
  }

  private boolean keepUpload(
      Transaction tx, Work work, long to, List<UploadRow> rows, List<Intake.Marked> marked) {
    JobPart part = work.part();
    if (isOver(tx, part)) {
      return false;
    }
    Screening screening = tx.screenings().get(work.job().screening());
    List<RowProblem> problems = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      try {
        intake.keep(tx, screening, marked.get(i), work.job().actor());
      } catch (ConflictException e) {
        problems.add(
            new RowProblem(
                rows.get(i).number(), Facts.lower(e.reason()), String.valueOf(e.getMessage())));
      }
    }
    tx.jobs().settleRows(part.jobId(), part.next(), to, problems);
    int unreadable = Math.toIntExact(to - part.next()) - rows.size();
    return advance(tx, part, to, Math.toIntExact(to - part.next()), problems.size() + unreadable);
  }

  private void regrade(Work work) {
    JobPart part = work.part();
    String screeningId = work.job().screening();
    List<Standing> standings =
        parts
            .store()
            .read(tx -> tx.submissions().standings(screeningId, part.next() - 1, STEP))
            .stream()
            .filter(standing -> standing.sequence() < part.to())
            .toList();
    List<Regrades.Marked> marked = regrades.mark(screeningId, standings);
    long to =
        standings.size() < STEP ? part.to() : standings.get(standings.size() - 1).sequence() + 1;
    parts.store().write(tx -> keepRegrade(tx, work, to, standings.size(), marked));
  }

  private boolean keepRegrade(
      Transaction tx, Work work, long to, int looked, List<Regrades.Marked> marked) {
    JobPart part = work.part();
    if (isOver(tx, part)) {
      return false;
    }
    int failed = 0;
    for (Regrades.Marked one : marked) {
      failed += one.grade() == null ? 1 : 0;
      regrades.keep(tx, one, work.job().actor());
    }
    return advance(tx, part, to, looked, failed);
  }

  /** Rows are numbered from 1, and places in a part from 0. */
  private void grade(Work work) {
    RowMarking marking = Objects.requireNonNull(rowMarking, "this process marks no rows");
    JobPart part = work.part();
    long to = Math.min(part.to(), part.next() + STEP);
    List<GradingRow> rows =
        parts.store().read(tx -> tx.gradings().rows(part.jobId(), part.next() + 1, to + 1));
    List<RowMarking.Marked> marked =
        rows.stream().filter(row -> row.text() != null).map(marking::mark).toList();
    parts.store().write(tx -> keepGrades(tx, part, to, marked));
  }

  private boolean keepGrades(
      Transaction tx, JobPart part, long to, List<RowMarking.Marked> marked) {
    if (isOver(tx, part)) {
      return false;
    }
    tx.gradings().settle(part.jobId(), marked);
    int rows = Math.toIntExact(to - part.next());
    long good = marked.stream().filter(row -> !row.failed()).count();
    return advance(tx, part, to, rows, rows - Math.toIntExact(good));
  }

  /** Whether the job was stopped, or somebody else has gone on with the part. */
  private static boolean isOver(Transaction tx, JobPart part) {
    return find(tx, part.jobId(), part.number()).filter(w -> w.part().equals(part)).isEmpty();
  }

  private boolean advance(Transaction tx, JobPart before, long to, int done, int failed) {
    boolean advanced = tx.jobs().advance(before, before.at(to, done, failed));
    if (!advanced) {
      throw new VersionConflictException("job", before.jobId(), before.next(), to);
    }
    if (to >= before.to() && tx.jobs().unfinished(before.jobId()).isEmpty()) {
      Job job = tx.jobs().get(before.jobId());
      Jobs.move(parts, tx, job, Job.State.DONE, null, AuditDraft.MACHINE);
    }
    return true;
  }

  private void fail(String jobId, RuntimeException defect) {
    parts
        .store()
        .write(
            tx -> {
              Optional<Job> running =
                  tx.jobs().find(jobId).filter(job -> job.state() == Job.State.RUNNING);
              return running.map(
                  job ->
                      Jobs.move(
                          parts,
                          tx,
                          job,
                          Job.State.FAILED,
                          defect.getClass().getName(), // its message may quote an answer
                          AuditDraft.MACHINE));
            });
  }
}

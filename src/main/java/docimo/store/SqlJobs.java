package docimo.store;

import docimo.screening.Job;
import docimo.screening.JobBook;
import docimo.screening.JobPart;
import docimo.screening.NewAnswer;
import docimo.screening.RowProblem;
import docimo.screening.UploadRow;
import docimo.screening.VersionConflictException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** Long work, its parts and the rows of uploads. */
final class SqlJobs implements JobBook {

  private static final String JOBS = "SELECT j.* FROM job j ";

  private final Handle handle;

  SqlJobs(Handle handle) {
    this.handle = handle;
  }

  @Override
  public void insert(Job job) {
    handle
        .createUpdate(
            "INSERT INTO job (id, place, kind, screening_id, state, total, actor, created_at,"
                + " changed_at, problem, version) VALUES (:id,"
                + " (SELECT COALESCE(MAX(place), 0) + 1 FROM job), :kind, :screening, :state,"
                + " :total, :actor, :created, :changed, :problem, :version)")
        .bind("id", job.id())
        .bind("kind", Columns.name(job.kind()))
        .bind("screening", job.screeningId())
        .bind("state", Columns.name(job.state()))
        .bind("total", job.total())
        .bind("actor", job.actor())
        .bind("created", Columns.time(job.createdAt()))
        .bind("changed", Columns.time(job.changedAt()))
        .bind("problem", job.problem())
        .bind("version", job.version())
        .execute();
  }

  @Override
  public void update(Job job) {
    int updated =
        handle
            .createUpdate(
                "UPDATE job SET state = :state, total = :total, problem = :problem,"
                    + " changed_at = :changed, version = :version WHERE id = :id AND version = :version - 1")
            .bind("id", job.id())
            .bind("state", Columns.name(job.state()))
            .bind("total", job.total())
            .bind("problem", job.problem())
            .bind("changed", Columns.time(job.changedAt()))
            .bind("version", job.version())
            .execute();
    if (updated == 0) {
      throw new VersionConflictException(
          "job", job.id(), job.version() - 1, find(job.id()).map(Job::version).orElse(0L));
    }
  }

  @Override
  public Optional<Job> find(String id) {
    return handle
        .createQuery(JOBS + "WHERE j.id = :id")
        .bind("id", id)
        .map((row, context) -> job(row))
        .findOne();
  }

  @Override
  public List<Job> of(String screeningId, int limit) {
    return handle
        .createQuery(JOBS + "WHERE j.screening_id = :screening ORDER BY j.place DESC LIMIT :limit")
        .bind("screening", screeningId)
        .bind("limit", limit)
        .map((row, context) -> job(row))
        .list();
  }

  @Override
  public List<Job> running() {
    return handle
        .createQuery(JOBS + "WHERE j.state = 'running' ORDER BY j.place")
        .map((row, context) -> job(row))
        .list();
  }

  @Override
  public List<Job> unchangedSince(Job.Kind kind, Instant before, int limit) {
    return handle
        .createQuery(
            JOBS
                + "WHERE j.kind = :kind AND j.changed_at < :before"
                + " ORDER BY j.changed_at LIMIT :limit")
        .bind("kind", Columns.name(kind))
        .bind("before", Columns.time(before))
        .bind("limit", limit)
        .map((row, context) -> job(row))
        .list();
  }

  @Override
  public void remove(String id) {
    handle.execute("DELETE FROM job_part WHERE job_id = ?", id);
    handle.execute("DELETE FROM job WHERE id = ?", id);
  }

  @Override
  public void insert(JobPart part) {
    handle.execute(
        "INSERT INTO job_part (job_id, part_no, first_item, end_item, next_item, done, failed)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        part.jobId(),
        part.number(),
        part.from(),
        part.to(),
        part.next(),
        part.done(),
        part.failed());
  }

  @Override
  public boolean advance(JobPart before, JobPart now) {
    int advanced =
        handle.execute(
            "UPDATE job_part SET next_item = ?, done = ?, failed = ?"
                + " WHERE job_id = ? AND part_no = ? AND next_item = ?",
            now.next(),
            now.done(),
            now.failed(),
            before.jobId(),
            before.number(),
            before.next());
    if (advanced == 1) {
      handle.execute(
          "UPDATE job SET done = done + ?, failed = failed + ? WHERE id = ?",
          now.done() - before.done(),
          now.failed() - before.failed(),
          before.jobId());
    }
    return advanced == 1;
  }

  @Override
  public Optional<JobPart> part(String jobId, int number) {
    return parts("AND part_no = :number", jobId)
        .bind("number", number)
        .map((row, context) -> part(row))
        .findOne();
  }

  @Override
  public List<JobPart> unfinished(String jobId) {
    return parts("AND next_item < end_item ORDER BY part_no", jobId)
        .map((row, context) -> part(row))
        .list();
  }

  private Query parts(String condition, String jobId) {
    return handle
        .createQuery("SELECT * FROM job_part WHERE job_id = :job " + condition)
        .bind("job", jobId);
  }

  @Override
  public void insertRows(String jobId, List<UploadRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO job_row (job_id, row_no, candidate_ref, label, question_id, attempt,"
                + " answer, code, message) VALUES (:job, :number, :ref, :label, :question,"
                + " :attempt, :answer, :code, :message)");
    for (UploadRow row : rows) {
      NewAnswer answer = row.answer();
      RowProblem problem = row.problem();
      batch
          .bind("job", jobId)
          .bind("number", row.number())
          .bind("ref", answer == null ? null : answer.candidateRef())
          .bind("label", answer == null ? null : answer.label())
          .bind("question", answer == null ? null : answer.questionId())
          .bind("attempt", answer == null ? null : answer.attempt())
          .bind("answer", answer == null ? null : answer.text())
          .bind("code", problem == null ? null : problem.code())
          .bind("message", problem == null ? null : problem.message())
          .add();
    }
    batch.execute();
  }

  @Override
  public List<UploadRow> rows(String jobId, long from, long to) {
    return handle
        .createQuery(
            "SELECT * FROM job_row WHERE job_id = :job AND row_no >= :from AND row_no < :to"
                + " ORDER BY row_no")
        .bind("job", jobId)
        .bind("from", from)
        .bind("to", to)
        .map((row, context) -> uploadRow(row))
        .list();
  }

  @Override
  public void settleRows(String jobId, long from, long to, List<RowProblem> problems) {
    handle.execute(
        "UPDATE job_row SET candidate_ref = NULL, label = NULL, attempt = NULL, answer = NULL"
            + " WHERE job_id = ? AND row_no >= ? AND row_no < ?",
        jobId,
        from,
        to);
    for (RowProblem problem : problems) {
      handle.execute(
          "UPDATE job_row SET code = ?, message = ? WHERE job_id = ? AND row_no = ?",
          problem.code(),
          problem.message(),
          jobId,
          problem.number());
    }
  }

  @Override
  public List<RowProblem> problems(String jobId, long after, int limit) {
    return handle
        .createQuery(
            "SELECT row_no, code, message FROM job_row WHERE job_id = :job"
                + " AND code IS NOT NULL AND row_no > :after ORDER BY row_no LIMIT :limit")
        .bind("job", jobId)
        .bind("after", after)
        .bind("limit", limit)
        .map((row, context) -> problem(row))
        .list();
  }

  @Override
  public void forgetRowsOf(String candidateRef) {
    handle.execute(
        "UPDATE job_row SET candidate_ref = NULL, label = NULL, attempt = NULL, answer = NULL,"
            + " code = 'candidate_erased', message = 'The candidate was erased.'"
            + " WHERE candidate_ref = ?",
        candidateRef);
  }

  @Override
  public int forgetRowsBefore(String screeningId, Instant before) {
    return handle.execute(
        "UPDATE job_row SET candidate_ref = NULL, label = NULL, attempt = NULL, answer = NULL,"
            + " code = 'retention_over', message = 'The retention of the screening is over.'"
            + " WHERE answer IS NOT NULL AND job_id IN"
            + " (SELECT id FROM job WHERE screening_id = ? AND created_at < ?)",
        screeningId,
        Columns.time(before));
  }

  private static Job job(ResultSet row) throws SQLException {
    return new Job(
        row.getString("id"),
        Columns.read(Job.Kind.class, row, "kind"),
        row.getString("screening_id"),
        Columns.read(Job.State.class, row, "state"),
        row.getInt("total"),
        row.getInt("done"),
        row.getInt("failed"),
        row.getString("actor"),
        Columns.time(row, "created_at"),
        Columns.time(row, "changed_at"),
        row.getString("problem"),
        row.getLong("version"));
  }

  private static JobPart part(ResultSet row) throws SQLException {
    return new JobPart(
        row.getString("job_id"),
        row.getInt("part_no"),
        row.getLong("first_item"),
        row.getLong("end_item"),
        row.getLong("next_item"),
        row.getInt("done"),
        row.getInt("failed"));
  }

  private static RowProblem problem(ResultSet row) throws SQLException {
    return new RowProblem(row.getLong("row_no"), row.getString("code"), row.getString("message"));
  }

  private static UploadRow uploadRow(ResultSet row) throws SQLException {
    String ref = row.getString("candidate_ref");
    String question = row.getString("question_id");
    String text = row.getString("answer");
    return new UploadRow(
        row.getLong("row_no"),
        ref == null || question == null || text == null
            ? null
            : new NewAnswer(ref, row.getString("label"), question, row.getString("attempt"), text),
        row.getString("code") == null ? null : problem(row));
  }
}

package docimo.store;

import docimo.screening.Standing;
import docimo.screening.Submission;
import docimo.screening.SubmissionBook;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Answers. */
final class SqlSubmissions implements SubmissionBook {

  private static final String STANDINGS =
      "SELECT s.id AS s_id, s.seq AS s_seq, s.candidate_id AS s_candidate,"
          + " s.question_id AS s_question, s.salt IS NOT NULL AS s_text,"
          + " g.id AS g_id, g.seq AS g_seq, g.service AS g_service, g.scorer AS g_scorer,"
          + " g.revision AS g_revision, g.encoder AS g_encoder,"
          + " g.review_policy AS g_review_policy, g.status AS g_status, g.score AS g_score,"
          + " g.low AS g_low, g.high AS g_high, g.doubt AS g_doubt,"
          + " g.created_at AS g_created_at, g.wire_hash AS g_wire_hash,"
          + " m.id AS m_id, m.seq AS m_seq, m.grade_id AS m_grade_id, m.kind AS m_kind,"
          + " m.actor AS m_actor, m.mark AS m_mark, m.blind_mark AS m_blind_mark,"
          + " m.given_at AS m_given_at,"
          + " EXISTS (SELECT 1 FROM review_case c WHERE c.submission_id = s.id"
          + " AND c.state = 'open') AS s_waits"
          + " FROM (SELECT * FROM submission WHERE screening_id = :screening %s) s"
          + " LEFT JOIN grade g ON g.submission_id = s.id AND NOT EXISTS"
          + " (SELECT 1 FROM grade n WHERE n.submission_id = s.id AND n.seq > g.seq)"
          + " LEFT JOIN human_mark m ON m.submission_id = s.id AND NOT EXISTS"
          + " (SELECT 1 FROM human_mark n WHERE n.submission_id = s.id AND n.seq > m.seq)"
          + " ORDER BY s.seq";

  private final Handle handle;

  SqlSubmissions(Handle handle) {
    this.handle = handle;
  }

  @Override
  public void insert(Submission submission) {
    Submission.Content content = submission.content();
    handle
        .createUpdate(
            "INSERT INTO submission (id, seq, screening_id, candidate_id, question_id, attempt,"
                + " answer, salt, text_hash, submitted_at) VALUES (:id, :seq, :screening,"
                + " :candidate, :question, :attempt, :answer, :salt, :hash, :at)")
        .bind("id", submission.id())
        .bind("seq", submission.sequence())
        .bind("screening", submission.screeningId())
        .bind("candidate", submission.candidateId())
        .bind("question", submission.questionId())
        .bind("attempt", submission.attempt())
        .bind("answer", content == null ? null : content.text())
        .bind("salt", content == null ? null : content.salt())
        .bind("hash", submission.textHash())
        .bind("at", Columns.time(submission.submittedAt()))
        .execute();
  }

  @Override
  public Optional<Submission> find(String id) {
    return select("WHERE id = :id").bind("id", id).map((row, c) -> submission(row)).findOne();
  }

  @Override
  public Optional<Submission> find(
      String screeningId, String candidateId, String questionId, String attempt) {
    return select(
            "WHERE screening_id = :screening AND candidate_id = :candidate"
                + " AND question_id = :question AND attempt = :attempt")
        .bind("screening", screeningId)
        .bind("candidate", candidateId)
        .bind("question", questionId)
        .bind("attempt", attempt)
        .map((row, context) -> submission(row))
        .findOne();
  }

  @Override
  public Optional<Submission> last(String screeningId, String candidateId, String questionId) {
    return select(
            "WHERE screening_id = :screening AND candidate_id = :candidate"
                + " AND question_id = :question ORDER BY seq DESC LIMIT 1")
        .bind("screening", screeningId)
        .bind("candidate", candidateId)
        .bind("question", questionId)
        .map((row, context) -> submission(row))
        .findOne();
  }

  @Override
  public List<Submission> ofCandidate(String candidateId) {
    return select("WHERE candidate_id = :candidate ORDER BY seq")
        .bind("candidate", candidateId)
        .map((row, context) -> submission(row))
        .list();
  }

  @Override
  public List<Submission> ofScreening(String screeningId, long after, int limit) {
    return select("WHERE screening_id = :screening AND seq > :after ORDER BY seq LIMIT :limit")
        .bind("screening", screeningId)
        .bind("after", after)
        .bind("limit", limit)
        .map((row, context) -> submission(row))
        .list();
  }

  @Override
  public int count(String screeningId) {
    return handle
        .createQuery("SELECT COUNT(*) FROM submission WHERE screening_id = :screening")
        .bind("screening", screeningId)
        .mapTo(Integer.class)
        .one();
  }

  @Override
  public List<Submission> withTextBefore(String screeningId, Instant before, int limit) {
    return select(
            "WHERE screening_id = :screening AND salt IS NOT NULL AND submitted_at < :before"
                + " ORDER BY seq LIMIT :limit")
        .bind("screening", screeningId)
        .bind("before", Columns.time(before))
        .bind("limit", limit)
        .map((row, context) -> submission(row))
        .list();
  }

  @Override
  public List<Standing> standings(String screeningId) {
    return standingsOf("")
        .bind("screening", screeningId)
        .map((row, context) -> standing(row))
        .list();
  }

  @Override
  public List<Standing> standings(String screeningId, String candidateId) {
    return standingsOf("AND candidate_id = :candidate")
        .bind("screening", screeningId)
        .bind("candidate", candidateId)
        .map((row, context) -> standing(row))
        .list();
  }

  @Override
  public List<Standing> standings(String screeningId, long after, int limit) {
    return standingsOf("AND seq > :after ORDER BY seq LIMIT :limit")
        .bind("screening", screeningId)
        .bind("after", after)
        .bind("limit", limit)
        .map((row, context) -> standing(row))
        .list();
  }

  @Override
  public void forget(String submissionId) {
    handle.execute("UPDATE submission SET answer = NULL, salt = NULL WHERE id = ?", submissionId);
    handle.execute("UPDATE grade SET wire = NULL WHERE submission_id = ?", submissionId);
    handle.execute("UPDATE human_mark SET reason = NULL WHERE submission_id = ?", submissionId);
    handle.execute("UPDATE review_case SET reason = NULL WHERE submission_id = ?", submissionId);
  }

  private Query standingsOf(String condition) {
    return handle.createQuery(STANDINGS.formatted(condition));
  }

  private Query select(String condition) {
    return handle.createQuery("SELECT * FROM submission " + condition);
  }

  private static Submission submission(ResultSet row) throws SQLException {
    String text = row.getString("answer");
    String salt = row.getString("salt");
    return new Submission(
        row.getString("id"),
        row.getLong("seq"),
        row.getString("screening_id"),
        row.getString("candidate_id"),
        row.getString("question_id"),
        row.getString("attempt"),
        text == null || salt == null ? null : new Submission.Content(text, salt),
        row.getString("text_hash"),
        Columns.time(row, "submitted_at"));
  }

  private static Standing standing(ResultSet row) throws SQLException {
    return new Standing(
        row.getString("s_id"),
        row.getLong("s_seq"),
        row.getString("s_candidate"),
        row.getString("s_question"),
        row.getBoolean("s_text"),
        row.getString("g_id") == null
            ? null
            : SqlGrades.grade(row, "g_", "s_id", "s_question", null),
        row.getString("m_id") == null ? null : SqlReviews.mark(row, "m_", "s_id", null),
        row.getBoolean("s_waits"));
  }
}

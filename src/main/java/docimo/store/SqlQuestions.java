package docimo.store;

import docimo.screening.QuestionBook;
import docimo.screening.QuestionCodec;
import docimo.screening.QuestionRevision;
import docimo.screening.VersionConflictException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Revisions of questions. */
final class SqlQuestions implements QuestionBook {

  private static final String NEWEST =
      "SELECT r.* FROM question q JOIN question_revision r ON r.question_id = q.id"
          + " AND r.revision_no ="
          + " (SELECT MAX(n.revision_no) FROM question_revision n WHERE n.question_id = q.id) ";

  private final Handle handle;
  private final QuestionCodec codec;

  SqlQuestions(Handle handle, QuestionCodec codec) {
    this.handle = handle;
    this.codec = codec;
  }

  @Override
  public void append(QuestionRevision revision) {
    String id = revision.question().id();
    int newest = newest(id).map(QuestionRevision::number).orElse(0);
    if (revision.number() != newest + 1) {
      throw new VersionConflictException("question", id, revision.number() - 1, newest);
    }
    if (newest == 0) {
      handle.execute(
          "INSERT INTO question (id, place)"
              + " VALUES (?, (SELECT COALESCE(MAX(place), 0) + 1 FROM question))",
          id);
    }
    handle
        .createUpdate(
            "INSERT INTO question_revision"
                + " (question_id, revision_no, revision, content, created_at, actor, redacted)"
                + " VALUES (:id, :number, :revision, :content, :created, :actor, :redacted)")
        .bind("id", id)
        .bind("number", revision.number())
        .bind("revision", revision.revision())
        .bind("content", codec.write(revision.question()))
        .bind("created", Columns.time(revision.createdAt()))
        .bind("actor", revision.actor())
        .bind("redacted", revision.redacted())
        .execute();
  }

  @Override
  public Optional<QuestionRevision> newest(String questionId) {
    return handle
        .createQuery(NEWEST + "WHERE q.id = :id")
        .bind("id", questionId)
        .map((row, context) -> revision(row))
        .findOne();
  }

  @Override
  public Optional<QuestionRevision> find(String questionId, String revision) {
    return handle
        .createQuery(
            "SELECT * FROM question_revision WHERE question_id = :id AND revision = :revision"
                + " ORDER BY revision_no DESC LIMIT 1")
        .bind("id", questionId)
        .bind("revision", revision)
        .map((row, context) -> revision(row))
        .findOne();
  }

  @Override
  public List<QuestionRevision> history(String questionId) {
    return handle
        .createQuery("SELECT * FROM question_revision WHERE question_id = :id ORDER BY revision_no")
        .bind("id", questionId)
        .map((row, context) -> revision(row))
        .list();
  }

  @Override
  public List<QuestionRevision> newest(int after, int limit) {
    return handle
        .createQuery(NEWEST + "ORDER BY q.place LIMIT :limit OFFSET :after")
        .bind("after", after)
        .bind("limit", limit)
        .map((row, context) -> revision(row))
        .list();
  }

  @Override
  public void redact(QuestionRevision revision) {
    handle.execute(
        "UPDATE question_revision SET content = ?, redacted = TRUE"
            + " WHERE question_id = ? AND revision_no = ?",
        codec.write(revision.question()),
        revision.question().id(),
        revision.number());
  }

  @Override
  public void noteMarkedAnswer(String questionId, String submissionId) {
    handle.execute(
        "INSERT INTO kept_answer (question_id, submission_id) VALUES (?, ?)",
        questionId,
        submissionId);
  }

  @Override
  public List<KeptAnswer> markedAnswersOf(String submissionId) {
    return handle
        .createQuery("SELECT * FROM kept_answer WHERE submission_id = :id ORDER BY question_id")
        .bind("id", submissionId)
        .map(
            (row, context) ->
                new KeptAnswer(row.getString("question_id"), row.getString("submission_id")))
        .list();
  }

  @Override
  public void forgetMarkedAnswer(KeptAnswer kept) {
    handle.execute(
        "DELETE FROM kept_answer WHERE question_id = ? AND submission_id = ?",
        kept.questionId(),
        kept.submissionId());
  }

  private QuestionRevision revision(ResultSet row) throws SQLException {
    return new QuestionRevision(
        codec.read(row.getString("content")),
        row.getString("revision"),
        row.getInt("revision_no"),
        Columns.time(row, "created_at"),
        row.getString("actor"),
        row.getBoolean("redacted"));
  }
}

package docimo.store;

import docimo.grading.Grade;
import docimo.grading.ReviewPolicy;
import docimo.screening.GradeBook;
import docimo.screening.RecordedGrade;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Grades and policies of review. */
final class SqlGrades implements GradeBook {

  private final Handle handle;

  SqlGrades(Handle handle) {
    this.handle = handle;
  }

  @Override
  public void insert(RecordedGrade grade) {
    handle
        .createUpdate(
            "INSERT INTO grade (id, seq, submission_id, question_id, service, scorer, revision,"
                + " encoder, review_policy, status, score, low, high, doubt, created_at, wire,"
                + " wire_hash) VALUES (:id, :seq, :submission, :question, :service, :scorer,"
                + " :revision, :encoder, :policy, :status, :score, :low, :high, :doubt, :created,"
                + " :wire, :hash)")
        .bind("id", grade.id())
        .bind("seq", grade.sequence())
        .bind("submission", grade.submissionId())
        .bind("question", grade.questionId())
        .bind("service", grade.versions().service())
        .bind("scorer", grade.versions().scorer())
        .bind("revision", grade.versions().question())
        .bind("encoder", grade.versions().encoder())
        .bind("policy", grade.versions().reviewPolicy())
        .bind("status", Columns.name(grade.status()))
        .bind("score", grade.score())
        .bind("low", grade.low())
        .bind("high", grade.high())
        .bind("doubt", grade.doubt())
        .bind("created", Columns.time(grade.createdAt()))
        .bind("wire", grade.json())
        .bind("hash", grade.jsonHash())
        .execute();
  }

  @Override
  public Optional<RecordedGrade> find(String id) {
    return handle
        .createQuery("SELECT * FROM grade WHERE id = :id")
        .bind("id", id)
        .map((row, context) -> grade(row))
        .findOne();
  }

  @Override
  public Optional<RecordedGrade> newest(String submissionId) {
    return handle
        .createQuery("SELECT * FROM grade WHERE submission_id = :id ORDER BY seq DESC LIMIT 1")
        .bind("id", submissionId)
        .map((row, context) -> grade(row))
        .findOne();
  }

  @Override
  public List<RecordedGrade> of(String submissionId) {
    return handle
        .createQuery("SELECT * FROM grade WHERE submission_id = :id ORDER BY seq")
        .bind("id", submissionId)
        .map((row, context) -> grade(row))
        .list();
  }

  @Override
  public void keep(ReviewPolicy policy) {
    handle.execute(
        "INSERT INTO review_policy (version, content) VALUES (?, ?) ON CONFLICT DO NOTHING",
        policy.version(),
        policy.toString());
  }

  @Override
  public Optional<ReviewPolicy> policy(String version) {
    return handle
        .createQuery("SELECT content FROM review_policy WHERE version = :version")
        .bind("version", version)
        .map((row, context) -> Policies.read(row.getString("content")))
        .findOne();
  }

  @Override
  public long count() {
    return handle.createQuery("SELECT COUNT(*) FROM grade").mapTo(Long.class).one();
  }

  private static RecordedGrade grade(ResultSet row) throws SQLException {
    return grade(row, "", "submission_id", "question_id", row.getString("wire"));
  }

  /**
   * A grade of a row that has other things besides.
   *
   * @param prefix of the names of its columns
   */
  static RecordedGrade grade(
      ResultSet row, String prefix, String submission, String question, @Nullable String wire)
      throws SQLException {
    return new RecordedGrade(
        row.getString(prefix + "id"),
        row.getLong(prefix + "seq"),
        row.getString(submission),
        row.getString(question),
        new Grade.Versions(
            row.getString(prefix + "service"),
            row.getString(prefix + "scorer"),
            row.getString(prefix + "revision"),
            row.getString(prefix + "encoder"),
            row.getString(prefix + "review_policy")),
        Columns.read(Grade.Status.class, row, prefix + "status"),
        Columns.numberOrNull(row, prefix + "score"),
        Columns.numberOrNull(row, prefix + "low"),
        Columns.numberOrNull(row, prefix + "high"),
        Columns.numberOrNull(row, prefix + "doubt"),
        Columns.time(row, prefix + "created_at"),
        wire,
        row.getString(prefix + "wire_hash"));
  }
}

package docimo.store;

import docimo.screening.HumanMark;
import docimo.screening.ReviewBook;
import docimo.screening.ReviewCase;
import docimo.screening.VersionConflictException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Cases to review and marks that people gave. */
final class SqlReviews implements ReviewBook {

  private static final String ORDER =
      " ORDER BY CASE kind WHEN 'appeal' THEN 0 ELSE 1 END, doubt DESC, seq ";

  private final Handle handle;

  SqlReviews(Handle handle) {
    this.handle = handle;
  }

  @Override
  public void insert(ReviewCase reviewCase) {
    ReviewCase.Claim claim = reviewCase.claim();
    handle
        .createUpdate(
            "INSERT INTO review_case (id, seq, screening_id, submission_id, question_id, kind,"
                + " doubt, state, claimed_by, claimed_until, blind_mark, opened_at, reason,"
                + " version) VALUES (:id, :seq, :screening, :submission, :question, :kind, :doubt,"
                + " :state, :by, :until, :blind, :opened, :reason, :version)")
        .bind("id", reviewCase.id())
        .bind("seq", reviewCase.sequence())
        .bind("screening", reviewCase.screeningId())
        .bind("submission", reviewCase.submissionId())
        .bind("question", reviewCase.questionId())
        .bind("kind", Columns.name(reviewCase.kind()))
        .bind("doubt", reviewCase.doubt())
        .bind("state", Columns.name(reviewCase.state()))
        .bind("by", claim == null ? null : claim.reviewer())
        .bind("until", Columns.time(claim == null ? null : claim.until()))
        .bind("blind", claim == null ? null : claim.blindMark())
        .bind("opened", Columns.time(reviewCase.openedAt()))
        .bind("reason", reviewCase.reason())
        .bind("version", reviewCase.version())
        .execute();
  }

  @Override
  public void update(ReviewCase reviewCase) {
    ReviewCase.Claim claim = reviewCase.claim();
    int updated =
        handle
            .createUpdate(
                "UPDATE review_case SET doubt = :doubt, state = :state, claimed_by = :by,"
                    + " claimed_until = :until, blind_mark = :blind, version = :version"
                    + " WHERE id = :id AND version = :version - 1")
            .bind("id", reviewCase.id())
            .bind("doubt", reviewCase.doubt())
            .bind("state", Columns.name(reviewCase.state()))
            .bind("by", claim == null ? null : claim.reviewer())
            .bind("until", Columns.time(claim == null ? null : claim.until()))
            .bind("blind", claim == null ? null : claim.blindMark())
            .bind("version", reviewCase.version())
            .execute();
    if (updated == 0) {
      throw new VersionConflictException(
          "review case",
          reviewCase.id(),
          reviewCase.version() - 1,
          find(reviewCase.id()).map(ReviewCase::version).orElse(0L));
    }
  }

  @Override
  public Optional<ReviewCase> find(String id) {
    return handle
        .createQuery("SELECT * FROM review_case WHERE id = :id")
        .bind("id", id)
        .map((row, context) -> reviewCase(row))
        .findOne();
  }

  @Override
  public Optional<ReviewCase> open(String submissionId) {
    return handle
        .createQuery(
            "SELECT * FROM review_case WHERE submission_id = :id AND state = 'open' LIMIT 1")
        .bind("id", submissionId)
        .map((row, context) -> reviewCase(row))
        .findOne();
  }

  @Override
  public List<ReviewCase> queue(String screeningId, int skip, int limit) {
    return handle
        .createQuery(
            "SELECT * FROM review_case WHERE screening_id = :screening AND state = 'open'"
                + ORDER
                + "LIMIT :limit OFFSET :skip")
        .bind("screening", screeningId)
        .bind("limit", limit)
        .bind("skip", skip)
        .map((row, context) -> reviewCase(row))
        .list();
  }

  @Override
  public int waiting(String screeningId) {
    return handle
        .createQuery(
            "SELECT COUNT(*) FROM review_case WHERE screening_id = :screening AND state = 'open'")
        .bind("screening", screeningId)
        .mapTo(Integer.class)
        .one();
  }

  @Override
  public Optional<ReviewCase> firstFree(String screeningId, String reviewer, Instant now) {
    return handle
        .createQuery(
            "SELECT * FROM review_case WHERE screening_id = :screening AND state = 'open'"
                + " AND (claimed_by IS NULL OR claimed_until <= :now OR claimed_until > :latest)"
                + " AND (kind <> 'appeal' OR NOT EXISTS (SELECT 1 FROM human_mark m"
                + " WHERE m.submission_id = review_case.submission_id AND m.actor = :reviewer))"
                + ORDER
                + "LIMIT 1")
        .bind("screening", screeningId)
        .bind("now", Columns.time(now))
        .bind("latest", Columns.time(ReviewCase.Claim.latest(now)))
        .bind("reviewer", reviewer)
        .map((row, context) -> reviewCase(row))
        .findOne();
  }

  @Override
  public void insert(HumanMark mark) {
    handle
        .createUpdate(
            "INSERT INTO human_mark (id, seq, submission_id, grade_id, kind, actor, mark,"
                + " blind_mark, reason, given_at) VALUES (:id, :seq, :submission, :grade, :kind,"
                + " :actor, :mark, :blind, :reason, :at)")
        .bind("id", mark.id())
        .bind("seq", mark.sequence())
        .bind("submission", mark.submissionId())
        .bind("grade", mark.gradeId())
        .bind("kind", Columns.name(mark.kind()))
        .bind("actor", mark.actor())
        .bind("mark", mark.mark())
        .bind("blind", mark.blindMark())
        .bind("reason", mark.reason())
        .bind("at", Columns.time(mark.at()))
        .execute();
  }

  @Override
  public Optional<HumanMark> findMark(String id) {
    return handle
        .createQuery("SELECT * FROM human_mark WHERE id = :id")
        .bind("id", id)
        .map((row, context) -> mark(row, "", "submission_id", row.getString("reason")))
        .findOne();
  }

  @Override
  public List<HumanMark> marks(String submissionId) {
    return handle
        .createQuery("SELECT * FROM human_mark WHERE submission_id = :id ORDER BY seq")
        .bind("id", submissionId)
        .map((row, context) -> mark(row, "", "submission_id", row.getString("reason")))
        .list();
  }

  @Override
  public long countMarks() {
    return handle.createQuery("SELECT COUNT(*) FROM human_mark").mapTo(Long.class).one();
  }

  @Override
  public List<MarkPair> pairs(String screeningId) {
    return handle
        .createQuery(
            "SELECT s.question_id, g.score, m.mark, m.blind_mark, m.given_at FROM human_mark m"
                + " JOIN submission s ON s.id = m.submission_id"
                + " JOIN grade g ON g.id = m.grade_id"
                + " WHERE s.screening_id = :screening AND g.score IS NOT NULL ORDER BY m.seq")
        .bind("screening", screeningId)
        .map((row, context) -> pair(row))
        .list();
  }

  private static MarkPair pair(ResultSet row) throws SQLException {
    Double blind = Columns.numberOrNull(row, "blind_mark");
    return new MarkPair(
        row.getString("question_id"),
        row.getDouble("score"),
        blind == null ? row.getDouble("mark") : blind,
        blind != null,
        Columns.time(row, "given_at"));
  }

  /**
   * A mark of a row that has other things besides.
   *
   * @param prefix of the names of its columns
   */
  static HumanMark mark(ResultSet row, String prefix, String submission, @Nullable String reason)
      throws SQLException {
    return new HumanMark(
        row.getString(prefix + "id"),
        row.getLong(prefix + "seq"),
        row.getString(submission),
        row.getString(prefix + "grade_id"),
        Columns.read(HumanMark.Kind.class, row, prefix + "kind"),
        row.getString(prefix + "actor"),
        row.getDouble(prefix + "mark"),
        Columns.numberOrNull(row, prefix + "blind_mark"),
        reason,
        Columns.time(row, prefix + "given_at"));
  }

  private static ReviewCase reviewCase(ResultSet row) throws SQLException {
    String reviewer = row.getString("claimed_by");
    Instant until = Columns.timeOrNull(row, "claimed_until");
    return new ReviewCase(
        row.getString("id"),
        row.getLong("seq"),
        row.getString("screening_id"),
        row.getString("submission_id"),
        row.getString("question_id"),
        Columns.read(ReviewCase.Kind.class, row, "kind"),
        row.getDouble("doubt"),
        Columns.read(ReviewCase.State.class, row, "state"),
        reviewer == null || until == null
            ? null
            : new ReviewCase.Claim(reviewer, until, Columns.numberOrNull(row, "blind_mark")),
        Columns.time(row, "opened_at"),
        row.getString("reason"),
        row.getLong("version"));
  }
}

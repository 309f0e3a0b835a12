package docimo.store;

import docimo.grading.Answer;
import docimo.grading.ReviewPolicy;
import docimo.screening.Resubmission;
import docimo.screening.Retention;
import docimo.screening.ReviewBand;
import docimo.screening.Screening;
import docimo.screening.ScreeningBook;
import docimo.screening.ScreeningPlan;
import docimo.screening.ScreeningState;
import docimo.screening.VersionConflictException;
import docimo.screening.WeightedQuestion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Screenings. */
final class SqlScreenings implements ScreeningBook {

  private final Handle handle;

  SqlScreenings(Handle handle) {
    this.handle = handle;
  }

  @Override
  public void insert(Screening screening) {
    bound(
            handle
                .createUpdate(
                    "INSERT INTO screening (id, seq, title, purpose, review_policy, blind_review,"
                        + " retention_days, resubmission, state, created_at, version)"
                        + " VALUES (:id, :seq, :title, :purpose, :policy, :blind, :days,"
                        + " :resubmission, :state, :created, :version)")
                .bind("seq", screening.sequence())
                .bind("created", Columns.time(screening.createdAt())),
            screening)
        .execute();
    insertLists(screening);
  }

  @Override
  public void update(Screening screening) {
    int updated =
        bound(
                handle.createUpdate(
                    "UPDATE screening SET title = :title, purpose = :purpose,"
                        + " review_policy = :policy, blind_review = :blind,"
                        + " retention_days = :days, resubmission = :resubmission,"
                        + " state = :state, version = :version"
                        + " WHERE id = :id AND version = :version - 1"),
                screening)
            .execute();
    if (updated == 0) {
      throw new VersionConflictException(
          "screening",
          screening.id(),
          screening.version() - 1,
          find(screening.id()).map(Screening::version).orElse(0L));
    }
    for (String table : List.of("screening_question", "screening_band")) {
      handle
          .createUpdate("DELETE FROM " + table + " WHERE screening_id = :id")
          .bind("id", screening.id())
          .execute();
    }
    insertLists(screening);
  }

  private void insertLists(Screening screening) {
    int place = 0;
    for (WeightedQuestion question : screening.plan().questions()) {
      handle.execute(
          "INSERT INTO screening_question (screening_id, place, question_id, weight)"
              + " VALUES (?, ?, ?, ?)",
          screening.id(),
          place++,
          question.questionId(),
          question.weight());
    }
    place = 0;
    for (ReviewBand band : screening.plan().bands()) {
      handle.execute(
          "INSERT INTO screening_band (screening_id, place, name, lowest) VALUES (?, ?, ?, ?)",
          screening.id(),
          place++,
          band.name(),
          band.from());
    }
  }

  private static <S extends SqlStatement<S>> S bound(S statement, Screening screening) {
    ScreeningPlan plan = screening.plan();
    return statement
        .bind("id", screening.id())
        .bind("title", plan.title())
        .bind("purpose", Columns.name(plan.purpose()))
        .bind("policy", plan.reviewPolicy().toString())
        .bind("blind", plan.blindReview())
        .bind("days", plan.retention().days())
        .bind("resubmission", Columns.name(plan.resubmission()))
        .bind("state", Columns.name(screening.state()))
        .bind("version", screening.version());
  }

  @Override
  public Optional<Screening> find(String id) {
    return handle
        .createQuery("SELECT * FROM screening WHERE id = :id")
        .bind("id", id)
        .map((row, context) -> screening(row))
        .findOne();
  }

  @Override
  public List<Screening> list(long after, int limit) {
    return handle
        .createQuery("SELECT * FROM screening WHERE seq > :after ORDER BY seq LIMIT :limit")
        .bind("after", after)
        .bind("limit", limit)
        .map((row, context) -> screening(row))
        .list();
  }

  private Screening screening(ResultSet row) throws SQLException {
    String id = row.getString("id");
    ReviewPolicy policy = Policies.read(row.getString("review_policy"));
    return new Screening(
        id,
        row.getLong("seq"),
        new ScreeningPlan(
            row.getString("title"),
            Columns.read(Answer.Purpose.class, row, "purpose"),
            questions(id),
            policy,
            row.getBoolean("blind_review"),
            new Retention(row.getInt("retention_days")),
            Columns.read(Resubmission.class, row, "resubmission"),
            bands(id)),
        Columns.read(ScreeningState.class, row, "state"),
        Columns.time(row, "created_at"),
        row.getLong("version"));
  }

  private List<WeightedQuestion> questions(String id) {
    return handle
        .createQuery(
            "SELECT question_id, weight FROM screening_question WHERE screening_id = :id"
                + " ORDER BY place")
        .bind("id", id)
        .map(
            (row, context) ->
                new WeightedQuestion(row.getString("question_id"), row.getDouble("weight")))
        .list();
  }

  private List<ReviewBand> bands(String id) {
    return handle
        .createQuery(
            "SELECT name, lowest FROM screening_band WHERE screening_id = :id ORDER BY place")
        .bind("id", id)
        .map((row, context) -> new ReviewBand(row.getString("name"), row.getDouble("lowest")))
        .list();
  }
}

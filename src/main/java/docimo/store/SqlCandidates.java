package docimo.store;

import docimo.screening.Candidate;
import docimo.screening.CandidateBook;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Candidates. */
final class SqlCandidates implements CandidateBook {

  private final Handle handle;

  SqlCandidates(Handle handle) {
    this.handle = handle;
  }

  @Override
  public void insert(Candidate candidate) {
    handle
        .createUpdate(
            "INSERT INTO candidate (id, ref, label, created_at, erased_at)"
                + " VALUES (:id, :ref, :label, :created, :erased)")
        .bind("id", candidate.id())
        .bind("ref", candidate.ref())
        .bind("label", candidate.label())
        .bind("created", Columns.time(candidate.createdAt()))
        .bind("erased", Columns.time(candidate.erasedAt()))
        .execute();
  }

  @Override
  public void update(Candidate candidate) {
    handle
        .createUpdate(
            "UPDATE candidate SET ref = :ref, label = :label, erased_at = :erased WHERE id = :id")
        .bind("id", candidate.id())
        .bind("ref", candidate.ref())
        .bind("label", candidate.label())
        .bind("erased", Columns.time(candidate.erasedAt()))
        .execute();
  }

  @Override
  public Optional<Candidate> find(String id) {
    return handle
        .createQuery("SELECT * FROM candidate WHERE id = :id")
        .bind("id", id)
        .map((row, context) -> candidate(row))
        .findOne();
  }

  @Override
  public Optional<Candidate> findByRef(String ref) {
    return handle
        .createQuery("SELECT * FROM candidate WHERE ref = :ref")
        .bind("ref", ref)
        .map((row, context) -> candidate(row))
        .findOne();
  }

  @Override
  public List<Candidate> of(String screeningId) {
    return handle
        .createQuery(
            "SELECT * FROM candidate WHERE id IN"
                + " (SELECT candidate_id FROM submission WHERE screening_id = :screening)"
                + " ORDER BY id")
        .bind("screening", screeningId)
        .map((row, context) -> candidate(row))
        .list();
  }

  private static Candidate candidate(ResultSet row) throws SQLException {
    return new Candidate(
        row.getString("id"),
        row.getString("ref"),
        row.getString("label"),
        Columns.time(row, "created_at"),
        Columns.timeOrNull(row, "erased_at"));
  }
}

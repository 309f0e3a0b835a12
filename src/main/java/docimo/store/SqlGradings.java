package docimo.store;

import docimo.screening.GradedRow;
import docimo.screening.GradingBook;
import docimo.screening.GradingRow;
import docimo.screening.RowMarking;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Rows of jobs of grades. */
final class SqlGradings implements GradingBook {

  private final Handle handle;

  SqlGradings(Handle handle) {
    this.handle = handle;
  }

  @Override
  public void insert(String jobId, List<GradingRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO grading_row (job_id, row_no, line_no, candidate_hash, sent, result,"
                + " forgotten) VALUES (:job, :number, :line, :candidate, :sent, :result, FALSE)");
    for (GradingRow row : rows) {
      batch
          .bind("job", jobId)
          .bind("number", row.number())
          .bind("line", row.line())
          .bind("candidate", row.candidateHash())
          .bind("sent", row.text())
          .bind("result", row.result())
          .add();
    }
    batch.execute();
  }

  @Override
  public List<GradingRow> rows(String jobId, long from, long to) {
    return handle
        .createQuery(
            "SELECT * FROM grading_row WHERE job_id = :job AND row_no >= :from AND row_no < :to"
                + " ORDER BY row_no")
        .bind("job", jobId)
        .bind("from", from)
        .bind("to", to)
        .map((row, context) -> gradingRow(row))
        .list();
  }

  @Override
  public void settle(String jobId, List<RowMarking.Marked> marked) {
    if (marked.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "UPDATE grading_row SET result = :result, sent = NULL"
                + " WHERE job_id = :job AND row_no = :number AND NOT forgotten");
    for (RowMarking.Marked row : marked) {
      batch.bind("result", row.json()).bind("job", jobId).bind("number", row.number()).add();
    }
    batch.execute();
  }

  @Override
  public List<GradedRow> results(String jobId, long after, int limit) {
    List<Optional<GradedRow>> rows =
        handle
            .createQuery(
                "SELECT row_no, result, forgotten FROM grading_row WHERE job_id = :job"
                    + " AND row_no > :after ORDER BY row_no LIMIT :limit")
            .bind("job", jobId)
            .bind("after", after)
            .bind("limit", limit)
            .map((row, context) -> gradedRow(row))
            .list();
    List<GradedRow> ready = new ArrayList<>();
    for (Optional<GradedRow> row : rows) {
      if (row.isEmpty()) {
        return ready;
      }
      ready.add(row.get());
    }
    return ready;
  }

  @Override
  public int forget(String candidateHash) {
    return handle.execute(
        "UPDATE grading_row SET candidate_hash = NULL, sent = NULL, result = NULL,"
            + " forgotten = TRUE WHERE candidate_hash = ?",
        candidateHash);
  }

  @Override
  public void remove(String jobId) {
    handle.execute("DELETE FROM grading_row WHERE job_id = ?", jobId);
  }

  private static GradingRow gradingRow(ResultSet row) throws SQLException {
    return new GradingRow(
        row.getLong("row_no"),
        row.getLong("line_no"),
        row.getString("candidate_hash"),
        row.getString("sent"),
        row.getString("result"));
  }

  /** Empty when it has no result yet. */
  private static Optional<GradedRow> gradedRow(ResultSet row) throws SQLException {
    String result = row.getString("result");
    return result == null && !row.getBoolean("forgotten")
        ? Optional.empty()
        : Optional.of(new GradedRow(row.getLong("row_no"), result));
  }
}

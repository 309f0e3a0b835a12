package docimo.store;

import docimo.screening.FrozenPercentiles;
import docimo.screening.PercentileBook;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Frozen percentiles. */
final class SqlPercentiles implements PercentileBook {

  private final Handle handle;

  SqlPercentiles(Handle handle) {
    this.handle = handle;
  }

  @Override
  public void insert(FrozenPercentiles frozen) {
    handle
        .createUpdate(
            "INSERT INTO percentiles (id, seq, screening_id, taken_at)"
                + " VALUES (:id, :seq, :screening, :at)")
        .bind("id", frozen.id())
        .bind("seq", frozen.sequence())
        .bind("screening", frozen.screeningId())
        .bind("at", Columns.time(frozen.at()))
        .execute();
    if (frozen.byCandidate().isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO percentile (percentiles_id, candidate_id, percent)"
                + " VALUES (:id, :candidate, :percent)");
    frozen
        .byCandidate()
        .forEach(
            (candidate, percent) ->
                batch
                    .bind("id", frozen.id())
                    .bind("candidate", candidate)
                    .bind("percent", percent)
                    .add());
    batch.execute();
  }

  @Override
  public Optional<FrozenPercentiles> newest(String screeningId) {
    return handle
        .createQuery(
            "SELECT * FROM percentiles WHERE screening_id = :screening ORDER BY seq DESC LIMIT 1")
        .bind("screening", screeningId)
        .map(
            (row, context) ->
                new FrozenPercentiles(
                    row.getString("id"),
                    row.getLong("seq"),
                    screeningId,
                    Columns.time(row, "taken_at"),
                    byCandidate(row.getString("id"))))
        .findOne();
  }

  private Map<String, Double> byCandidate(String id) {
    Map<String, Double> percentiles = new HashMap<>();
    handle
        .createQuery("SELECT candidate_id, percent FROM percentile WHERE percentiles_id = :id")
        .bind("id", id)
        .map((row, context) -> Map.entry(row.getString("candidate_id"), row.getDouble("percent")))
        .forEach(entry -> percentiles.put(entry.getKey(), entry.getValue()));
    return percentiles;
  }
}

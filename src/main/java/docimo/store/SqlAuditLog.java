package docimo.store;

import docimo.screening.audit.AuditDraft;
import docimo.screening.audit.AuditEvent;
import docimo.screening.audit.AuditKind;
import docimo.screening.audit.AuditLog;
import docimo.screening.audit.ChainHead;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The chain of events, whose head a write has locked. */
final class SqlAuditLog implements AuditLog {

  private static final String COLUMNS =
      "SELECT seq, occurred_at, actor, kind, facts, previous_hash, hash FROM audit_event ";

  private final Handle handle;
  private final ChainHead headBefore;
  private ChainHead head;

  SqlAuditLog(Handle handle, ChainHead head) {
    this.handle = handle;
    this.headBefore = head;
    this.head = head;
  }

  static ChainHead head(Handle handle, String lock) {
    return handle
        .createQuery("SELECT seq, hash FROM audit_head WHERE id = 1" + lock)
        .map((row, context) -> new ChainHead(row.getLong("seq"), row.getString("hash")))
        .one();
  }

  @Override
  public List<AuditEvent> append(Instant at, List<AuditDraft> drafts) {
    List<AuditEvent> events = new ArrayList<>();
    if (drafts.isEmpty()) {
      return events;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO audit_event"
                + " (seq, occurred_at, actor, kind, submission_id, facts, previous_hash, hash)"
                + " VALUES (:seq, :at, :actor, :kind, :submission, :facts, :previous, :hash)");
    for (AuditDraft draft : drafts) {
      AuditEvent event = AuditEvent.after(head, at, draft);
      head = event.head();
      events.add(event);
      batch
          .bind("seq", event.sequence())
          .bind("at", Columns.time(event.at()))
          .bind("actor", event.actor())
          .bind("kind", Columns.name(event.kind()))
          .bind("submission", event.facts().get("submission"))
          .bind("facts", FactsText.write(event.facts()))
          .bind("previous", event.previousHash())
          .bind("hash", event.hash())
          .add();
    }
    batch.execute();
    return events;
  }

  /** Writes where the chain ends now. */
  void keepHead() {
    if (!head.equals(headBefore)) {
      handle
          .createUpdate("UPDATE audit_head SET seq = :seq, hash = :hash WHERE id = 1")
          .bind("seq", head.sequence())
          .bind("hash", head.hash())
          .execute();
    }
  }

  @Override
  public ChainHead head() {
    return head;
  }

  @Override
  public List<AuditEvent> after(long after, int limit) {
    return handle
        .createQuery(COLUMNS + "WHERE seq > :after ORDER BY seq LIMIT :limit")
        .bind("after", after)
        .bind("limit", limit)
        .map((row, context) -> event(row))
        .list();
  }

  @Override
  public List<AuditEvent> ofSubmission(String submissionId) {
    return handle
        .createQuery(COLUMNS + "WHERE submission_id = :id ORDER BY seq")
        .bind("id", submissionId)
        .map((row, context) -> event(row))
        .list();
  }

  private static AuditEvent event(ResultSet row) throws SQLException {
    return new AuditEvent(
        row.getLong("seq"),
        Columns.time(row, "occurred_at"),
        new AuditDraft(
            Columns.read(AuditKind.class, row, "kind"),
            row.getString("actor"),
            FactsText.read(row.getString("facts"))),
        row.getString("previous_hash"),
        row.getString("hash"));
  }
}

package docimo.store;

import docimo.screening.KeptReply;
import docimo.screening.ReplyBook;
import docimo.screening.ReplyClaim;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Requests that may come again, and what they got. */
final class SqlReplies implements ReplyBook {

  private static final String OF_THE_CLAIM =
      " WHERE caller = :caller AND key_hash = :key AND token = :token";

  private final Handle handle;

  SqlReplies(Handle handle) {
    this.handle = handle;
  }

  @Override
  public Optional<KeptReply> find(String caller, String keyHash) {
    return handle
        .createQuery("SELECT * FROM kept_reply WHERE caller = :caller AND key_hash = :key")
        .bind("caller", caller)
        .bind("key", keyHash)
        .map((row, context) -> keptReply(row))
        .findOne();
  }

  @Override
  public void insert(KeptReply request) {
    handle
        .createUpdate(
            "INSERT INTO kept_reply (caller, key_hash, token, fingerprint, state, acted, location,"
                + " claimed_until, created_at) VALUES (:caller, :key, :token, :fingerprint,"
                + " :state, :acted, :location, :until, :created)")
        .bind("caller", request.caller())
        .bind("key", request.keyHash())
        .bind("token", request.token())
        .bind("fingerprint", request.fingerprint())
        .bind("state", Columns.name(request.state()))
        .bind("acted", request.acted())
        .bind("location", request.location())
        .bind("until", Columns.time(request.claimedUntil()))
        .bind("created", Columns.time(request.createdAt()))
        .execute();
  }

  @Override
  public boolean noteActed(ReplyClaim claim) {
    return of(
                claim,
                "UPDATE kept_reply SET acted = TRUE, fingerprint = :fingerprint,"
                    + " location = COALESCE(:location, location)")
            .bind("fingerprint", claim.fingerprint())
            .bind("location", claim.location())
            .execute()
        == 1;
  }

  private Update of(ReplyClaim claim, String statement) {
    return handle
        .createUpdate(statement + OF_THE_CLAIM)
        .bind("caller", claim.caller())
        .bind("key", claim.keyHash())
        .bind("token", claim.token());
  }

  @Override
  public void answer(KeptReply answered) {
    KeptReply.Reply reply = answered.reply();
    Integer status = reply == null ? null : (Integer) reply.status();
    String headers = reply == null ? null : FactsText.write(new TreeMap<>(reply.headers()));
    String body = reply == null ? null : reply.body();
    handle
        .createUpdate(
            "UPDATE kept_reply SET state = :state, fingerprint = :fingerprint, status = :status,"
                + " headers = :headers, body = :body"
                + OF_THE_CLAIM)
        .bind("caller", answered.caller())
        .bind("key", answered.keyHash())
        .bind("token", answered.token())
        .bind("state", Columns.name(answered.state()))
        .bind("fingerprint", answered.fingerprint())
        .bind("status", status)
        .bind("headers", headers)
        .bind("body", body)
        .execute();
  }

  @Override
  public void remove(ReplyClaim claim) {
    of(claim, "DELETE FROM kept_reply").execute();
  }

  @Override
  public void remove(String caller, String keyHash) {
    handle.execute("DELETE FROM kept_reply WHERE caller = ? AND key_hash = ?", caller, keyHash);
  }

  @Override
  public void renew(Collection<ReplyClaim> claims, Instant until) {
    for (ReplyClaim claim : claims) {
      of(claim, "UPDATE kept_reply SET claimed_until = :until")
          .bind("until", Columns.time(until))
          .execute();
    }
  }

  @Override
  public int removeBefore(Instant before) {
    return handle.execute("DELETE FROM kept_reply WHERE created_at < ?", Columns.time(before));
  }

  @Override
  public void forgetReplies() {
    handle.execute(
        "UPDATE kept_reply SET status = NULL, headers = NULL, body = NULL WHERE body IS NOT NULL");
  }

  private static KeptReply keptReply(ResultSet row) throws SQLException {
    return new KeptReply(
        row.getString("caller"),
        row.getString("key_hash"),
        row.getString("token"),
        row.getString("fingerprint"),
        Columns.read(KeptReply.State.class, row, "state"),
        row.getBoolean("acted"),
        row.getString("location"),
        Columns.time(row, "claimed_until"),
        Columns.time(row, "created_at"),
        reply(row));
  }

  private static KeptReply.@Nullable Reply reply(ResultSet row) throws SQLException {
    String headers = row.getString("headers");
    String body = row.getString("body");
    if (headers == null || body == null) {
      return null;
    }
    Map<String, String> named = FactsText.read(headers);
    return new KeptReply.Reply(row.getInt("status"), named, body);
  }
}

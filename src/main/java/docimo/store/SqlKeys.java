package docimo.store;

import docimo.access.AccessConflictException;
import docimo.access.ApiKey;
import docimo.access.KeyBook;
import docimo.access.KeyRecord;
import docimo.access.KeyRecord.Replaced;
import docimo.access.NoSuchAccessException;
import docimo.access.Scope;
import docimo.screening.StoreException;
import docimo.screening.audit.AuditDraft;
import docimo.screening.audit.AuditKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keys in the control schema. What makes or changes one is written together with its event, in a
 * transaction of the tenant concerned: its audit chain is locked then, so that such writes stand in
 * line.
 */
public final class SqlKeys implements KeyBook {

  private static final Logger LOG = LoggerFactory.getLogger(SqlKeys.class);

  private final Database database;
  private final Jdbi jdbi;
  private final String table;

  SqlKeys(Database database) {
    this.database = database;
    this.jdbi = Jdbi.create(database.connections());
    this.table = database.inControl("api_key");
  }

  @Override
  public Optional<KeyRecord> find(String id) {
    return with(handle -> find(handle, id, ""));
  }

  @Override
  public List<KeyRecord> of(String tenant) {
    return with(handle -> of(handle, tenant));
  }

  @Override
  public boolean isEmpty() {
    return with(
        handle ->
            handle
                .createQuery("SELECT id FROM " + table + " LIMIT 1")
                .mapTo(String.class)
                .findFirst()
                .isEmpty());
  }

  @Override
  public void insert(KeyRecord key, String actor) {
    String tenant = key.key().tenant();
    if (!database.tenants().has(tenant)) {
      throw new NoSuchAccessException("tenant", tenant);
    }
    Instant now = key.key().createdAt();
    database
        .store(tenant)
        .write(
            (handle, transaction) -> {
              requireFreeName(of(handle, tenant), key.key(), now);
              String values =
                  " VALUES (:id, :name, :tenant, :scopes, :hash, :replaced, :until, :created,"
                      + " :expires, :revoked, :used)";
              bound(handle.createUpdate("INSERT INTO " + table + values), key).execute();
              return transaction.audit().append(now, event(AuditKind.KEY_CREATED, key, actor));
            });
  }

  private static void requireFreeName(List<KeyRecord> others, ApiKey key, Instant now) {
    if (others.stream().anyMatch(o -> o.key().name().equals(key.name()) && o.key().isActive(now))) {
      throw new AccessConflictException(
          AccessConflictException.Reason.KEY_NAME_TAKEN,
          "the tenant '"
              + key.tenant()
              + "' has a key '"
              + key.name()
              + "', and the audit log would not tell them apart; rotate that one, or take another"
              + " name");
    }
  }

  @Override
  public KeyRecord change(
      String id, Act act, String actor, Instant at, UnaryOperator<KeyRecord> change) {
    KeyRecord known = find(id).orElseThrow(() -> new NoSuchAccessException("key", id));
    return database
        .store(known.key().tenant())
        .write(
            (handle, transaction) -> {
              KeyRecord before =
                  find(handle, id, " FOR UPDATE")
                      .orElseThrow(() -> new NoSuchAccessException("key", id));
              KeyRecord after = change.apply(before);
              String set =
                  " SET secret_hash = :hash, replaced_hash = :replaced, replaced_until = :until,"
                      + " revoked_at = :revoked WHERE id = :id";
              bound(handle.createUpdate("UPDATE " + table + set), after).execute();
              transaction.audit().append(at, event(kind(act), after, actor));
              return after;
            });
  }

  @Override
  public void used(String id, Instant at) {
    try {
      with(
          handle ->
              handle
                  .createUpdate("UPDATE " + table + " SET last_used_at = :at WHERE id = :id")
                  .bind("at", Columns.time(at))
                  .bind("id", id)
                  .execute());
    } catch (StoreException e) {
      LOG.warn("the last use of key {} was not noted: {}", id, e.getMessage());
    }
  }

  private interface Step<T> {
    T run(Handle handle);
  }

  private <T> T with(Step<T> step) {
    try {
      return jdbi.withHandle(step::run);
    } catch (JdbiException e) {
      throw Failures.of(database.url(), e);
    }
  }

  private Optional<KeyRecord> find(Handle handle, String id, String lock) {
    return handle
        .createQuery("SELECT * FROM " + table + " WHERE id = :id" + lock)
        .bind("id", id)
        .map((row, context) -> key(row))
        .findOne();
  }

  private List<KeyRecord> of(Handle handle, String tenant) {
    return handle
        .createQuery("SELECT * FROM " + table + " WHERE tenant = :tenant ORDER BY created_at, id")
        .bind("tenant", tenant)
        .map((row, context) -> key(row))
        .list();
  }

  private static AuditKind kind(Act act) {
    return switch (act) {
      case CREATED -> AuditKind.KEY_CREATED;
      case ROTATED -> AuditKind.KEY_ROTATED;
      case REVOKED -> AuditKind.KEY_REVOKED;
    };
  }

  private static AuditDraft event(AuditKind kind, KeyRecord record, String actor) {
    ApiKey key = record.key();
    Replaced replaced = record.replaced();
    return AuditDraft.of(kind, actor)
        .with("key", key.id())
        .with("key_name", key.name())
        .with("scopes", scopes(key.scopes()))
        .with("expires_at", key.expiresAt())
        .with("both_until", replaced == null ? null : replaced.until());
  }

  private static <S extends SqlStatement<S>> S bound(S statement, KeyRecord record) {
    ApiKey key = record.key();
    Replaced replaced = record.replaced();
    return statement
        .bind("id", key.id())
        .bind("name", key.name())
        .bind("tenant", key.tenant())
        .bind("scopes", scopes(key.scopes()))
        .bind("hash", record.secretHash())
        .bind("replaced", replaced == null ? null : replaced.secretHash())
        .bind("until", Columns.time(replaced == null ? null : replaced.until()))
        .bind("created", Columns.time(key.createdAt()))
        .bind("expires", Columns.time(key.expiresAt()))
        .bind("revoked", Columns.time(key.revokedAt()))
        .bind("used", Columns.time(key.lastUsedAt()));
  }

  private static KeyRecord key(ResultSet row) throws SQLException {
    String replaced = row.getString("replaced_hash");
    Instant until = Columns.timeOrNull(row, "replaced_until");
    return new KeyRecord(
        new ApiKey(
            row.getString("id"),
            row.getString("name"),
            row.getString("tenant"),
            scopes(row.getString("scopes")),
            Columns.time(row, "created_at"),
            Columns.timeOrNull(row, "expires_at"),
            Columns.timeOrNull(row, "revoked_at"),
            Columns.timeOrNull(row, "last_used_at")),
        row.getString("secret_hash"),
        replaced == null || until == null ? null : new Replaced(replaced, until));
  }

  private static String scopes(Set<Scope> scopes) {
    return scopes.stream().map(Scope::wireName).collect(Collectors.joining(" "));
  }

  /** A scope that this docimo does not know opens nothing here. */
  private static Set<Scope> scopes(String names) {
    return Arrays.stream(names.toLowerCase(Locale.ROOT).split(" "))
        .map(Scope::of)
        .flatMap(Optional::stream)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
  }
}

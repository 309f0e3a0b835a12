package docimo.store;

import docimo.access.AccessConflictException;
import docimo.access.Tenant;
import docimo.access.TenantBook;
import docimo.screening.audit.AuditDraft;
import docimo.screening.audit.AuditKind;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Tenants in the control schema. */
public final class SqlTenants implements TenantBook {

  private final Database database;
  private final Jdbi jdbi;
  private final String table;

  SqlTenants(Database database) {
    this.database = database;
    this.jdbi = Jdbi.create(database.connections());
    this.table = database.inControl("tenant");
  }

  @Override
  public List<Tenant> all() {
    return with(
        handle ->
            handle
                .createQuery(
                    "SELECT name, created_at FROM "
                        + table
                        + " ORDER BY CASE WHEN name = :first THEN 0 ELSE 1 END, name")
                .bind("first", Tenant.DEFAULT)
                .map(
                    (row, context) ->
                        new Tenant(row.getString("name"), Columns.time(row, "created_at")))
                .list());
  }

  @Override
  public boolean has(String name) {
    return with(handle -> has(handle, name));
  }

  private boolean has(Handle handle, String name) {
    return handle
        .createQuery("SELECT name FROM " + table + " WHERE name = :name")
        .bind("name", name)
        .mapTo(String.class)
        .findOne()
        .isPresent();
  }

  /** A schema that was made and then not kept, because the process ended, is used the next time. */
  @Override
  public void insert(Tenant tenant, String actor) {
    if (has(tenant.name())) {
      throw exists(tenant);
    }
    database
        .store(tenant.name())
        .write(
            (handle, transaction) -> {
              if (has(handle, tenant.name())) {
                throw exists(tenant);
              }
              handle
                  .createUpdate(
                      "INSERT INTO " + table + " (name, created_at) VALUES (:name, :created)")
                  .bind("name", tenant.name())
                  .bind("created", Columns.time(tenant.createdAt()))
                  .execute();
              return transaction
                  .audit()
                  .append(
                      tenant.createdAt(),
                      AuditDraft.of(AuditKind.TENANT_CREATED, actor).with("tenant", tenant.name()));
            });
  }

  private static AccessConflictException exists(Tenant tenant) {
    return new AccessConflictException(
        AccessConflictException.Reason.TENANT_EXISTS,
        "there is a tenant '" + tenant.name() + "' already; take another name");
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
}

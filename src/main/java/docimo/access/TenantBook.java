package docimo.access;

import java.util.List;

/** Where tenants are kept (port). Thread-safe. */
public interface TenantBook {

  /** All tenants, {@link Tenant#DEFAULT} first, then by name. */
  List<Tenant> all();

  /** Whether there is such a tenant. */
  boolean has(String name);

  /**
   * Makes the place for the data of a tenant and keeps it, with an event in its audit log.
   *
   * @param actor who makes it
   * @throws AccessConflictException when there is one by this name
   */
  void insert(Tenant tenant, String actor);
}

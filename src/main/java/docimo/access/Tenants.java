package docimo.access;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Makes and lists tenants. Thread-safe. */
public final class Tenants {

  private final TenantBook book;
  private final Clock clock;

  /** Tenants of a book. */
  public Tenants(TenantBook book, Clock clock) {
    this.book = book;
    this.clock = clock;
  }

  /**
   * Makes a tenant, with a place of its own for its data.
   *
   * @param actor who does it
   * @throws InvalidAccessException when the name is none
   * @throws AccessConflictException when there is one by this name
   */
  public Tenant create(String name, String actor) {
    Tenant tenant = new Tenant(name, clock.instant().truncatedTo(ChronoUnit.MICROS));
    book.insert(tenant, actor);
    return tenant;
  }

  /** All of them, {@link Tenant#DEFAULT} first, then by name. */
  public List<Tenant> list() {
    return book.all();
  }

  /**
   * Says that there is such a tenant.
   *
   * @throws NoSuchAccessException when there is none
   */
  public void require(String name) {
    if (!book.has(name)) {
      throw new NoSuchAccessException("tenant", name);
    }
  }
}

package docimo.api;

import docimo.access.ApiKey;
import docimo.access.Scope;
import docimo.access.Tenant;
import io.javalin.http.Context;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who a request is from. Immutable.
 *
 * @param key the key that it came with; null for a route that needs none, and as long as there are
 *     no keys
 */
record Requester(@Nullable ApiKey key) {

  /** As long as there are no keys, everybody is the tenant that is always there, and may do all. */
  static final Requester ANYBODY = new Requester(null);

  private static final String ATTRIBUTE = Requester.class.getName();

  /** Who this request is from; {@link #ANYBODY} before it was admitted. */
  static Requester of(Context ctx) {
    Requester known = ctx.attribute(ATTRIBUTE);
    return known == null ? ANYBODY : known;
  }

  /** Notes who it is from. */
  void admitTo(Context ctx) {
    ctx.attribute(ATTRIBUTE, this);
  }

  /** Whose data it is about. */
  String tenant() {
    return key == null ? Tenant.DEFAULT : key.tenant();
  }

  /** The id of the key; null when there is none. What is counted for each key is counted by it. */
  @Nullable String keyId() {
    return key == null ? null : key.id();
  }

  /** Whether it may do what any one of these scopes may. */
  boolean mayAnyOf(Scope... scopes) {
    return key == null || key.mayAnyOf(Set.of(scopes));
  }
}

package docimo.access;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A key, without its secret. Immutable.
 *
 * @param id names it, also in its secret; 16 hexadecimal digits
 * @param name what people call it; in the audit log it stands beside who acts
 * @param tenant whose data it opens
 * @param scopes what it is for; empty when it is for nothing that this docimo knows
 * @param createdAt when it was made
 * @param expiresAt when its time is over; null when never
 * @param revokedAt when somebody revoked it, which is for good; null when nobody did
 * @param lastUsedAt when it was last used, to the minute; null when it never was
 */
public record ApiKey(
    String id,
    String name,
    String tenant,
    Set<Scope> scopes,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt,
    @Nullable Instant lastUsedAt) {

  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9 ._-]{0,58}[A-Za-z0-9._-])?");

  /**
   * Keeps its own copy.
   *
   * @throws InvalidAccessException when the name is none
   */
  public ApiKey {
    if (!NAME.matcher(name).matches()) {
      throw new InvalidAccessException(
          "name",
          "has 1 to 60 letters, digits, spaces, dots, dashes and underscores, and begins with a"
              + " letter or digit");
    }
    scopes = scopes.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(scopes));
  }

  /** Whether it may do what any one of these scopes may. */
  public boolean mayAnyOf(Set<Scope> needed) {
    return scopes.contains(Scope.ADMIN) || !Collections.disjoint(scopes, needed);
  }

  /** Whether it opens anything at this time. */
  public boolean isActive(Instant now) {
    return revokedAt == null && !isExpired(now);
  }

  /** Whether its time is over. */
  boolean isExpired(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }

  /** The same key, revoked. */
  ApiKey revoked(Instant now) {
    return new ApiKey(id, name, tenant, scopes, createdAt, expiresAt, now, lastUsedAt);
  }
}

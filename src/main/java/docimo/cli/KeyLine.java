package docimo.cli;

import docimo.access.ApiKey;
import docimo.access.Keys;
import docimo.access.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key as {@code --json} prints it.
 *
 * @param secret what callers send; only when it was made just now
 */
record KeyLine(
    String id,
    String name,
    String tenant,
    List<String> scopes,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt,
    @Nullable Instant lastUsedAt,
    @Nullable String secret) {

  static KeyLine of(ApiKey key) {
    return of(key, null);
  }

  static KeyLine of(Keys.Issued issued) {
    return of(issued.key(), issued.secret().text());
  }

  private static KeyLine of(ApiKey key, @Nullable String secret) {
    return new KeyLine(
        key.id(),
        key.name(),
        key.tenant(),
        key.scopes().stream().map(Scope::wireName).toList(),
        key.createdAt(),
        key.expiresAt(),
        key.revokedAt(),
        key.lastUsedAt(),
        secret);
  }

  String line() {
    return id
        + "  "
        + name
        + "  "
        + String.join(",", scopes)
        + "  "
        + (revokedAt != null
            ? "revoked " + revokedAt
            : expiresAt == null ? "no end" : "until " + expiresAt)
        + "  "
        + (lastUsedAt == null ? "never used" : "last used " + lastUsedAt);
  }
}

package docimo.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a key. Immutable.
 *
 * @param key the key
 * @param secretHash SHA-256 of its secret, 64 hexadecimal digits
 * @param replaced the secret before this one; null when it was never replaced
 */
public record KeyRecord(ApiKey key, String secretHash, @Nullable Replaced replaced) {

  /**
   * A secret that another one took the place of.
   *
   * @param secretHash SHA-256 of it, 64 hexadecimal digits
   * @param until how long it still works
   */
  public record Replaced(String secretHash, Instant until) {}

  /** Shows no hash. */
  @Override
  public String toString() {
    return "KeyRecord[" + key + "]";
  }
}

package docimo.screening;

import org.jspecify.annotations.Nullable;

/**
 * The right to carry a request out. Immutable.
 *
 * @param caller who sent it
 * @param keyHash hash of the key that the caller named it by
 * @param token of this claim; no other has it
 * @param fingerprint hash of all that makes two requests the same, as far as it is known
 * @param location where to see what is made; null when that is not known
 */
public record ReplyClaim(
    String caller, String keyHash, String token, String fingerprint, @Nullable String location) {

  /** The same claim, of which more is known. */
  public ReplyClaim of(String wholeFingerprint, @Nullable String made) {
    return new ReplyClaim(caller, keyHash, token, wholeFingerprint, made);
  }
}

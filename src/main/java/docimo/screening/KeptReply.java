package docimo.screening;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a request that its sender may send again. Immutable.
 *
 * @param caller who sent it
 * @param keyHash hash of the key that the caller named it by
 * @param token of whoever works on it
 * @param fingerprint hash of all that makes two requests the same
 * @param state how far it is
 * @param acted whether something was kept for it in the store
 * @param location where to see what was made; null when nobody said
 * @param claimedUntil when others may take it up, unless it was carried out
 * @param createdAt when it first came
 * @param reply what it got; null while it is worked on, and when the reply was not kept or was
 *     removed
 */
public record KeptReply(
    String caller,
    String keyHash,
    String token,
    String fingerprint,
    State state,
    boolean acted,
    @Nullable String location,
    Instant claimedUntil,
    Instant createdAt,
    @Nullable Reply reply) {

  /** How far a request is. */
  public enum State {
    /** Somebody works on it. */
    IN_FLIGHT,
    /** It was answered. */
    ANSWERED
  }

  /**
   * What a request got.
   *
   * @param status HTTP status
   * @param headers those that matter, by name
   * @param body in UTF-8, perhaps empty
   */
  public record Reply(int status, Map<String, String> headers, String body) {

    /** Keeps its own copy. */
    public Reply {
      headers = Map.copyOf(headers);
    }
  }

  /** The same request, answered. */
  KeptReply answered(String finalFingerprint, @Nullable Reply given) {
    return new KeptReply(
        caller,
        keyHash,
        token,
        finalFingerprint,
        State.ANSWERED,
        acted,
        location,
        claimedUntil,
        createdAt,
        given);
  }
}

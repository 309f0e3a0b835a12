package docimo.screening;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that a request which is sent again is carried out once: it is claimed first, carried
 * out then, and what it got is kept for a while. Thread-safe.
 */
public final class KeptReplies {

  /** How long a claim holds that nobody renews. */
  public static final Duration LEASE = Duration.ofSeconds(60);

  private final ScreeningParts parts;
  private final NotingStore noting;
  private final Duration keep;

  /**
   * @param keep how long a request is remembered after it came
   */
  KeptReplies(ScreeningParts parts, NotingStore noting, Duration keep) {
    this.parts = parts;
    this.noting = noting;
    this.keep = keep;
  }

  /** What is done to carry a request out. */
  public interface Act<T, E extends Exception> {

    /** Does it. */
    T run() throws E;
  }

  /**
   * What came of asking for a request: one of both.
   *
   * @param claim to carry it out by; null when it is another's or was carried out
   * @param known what is known of it; null when it is new
   */
  public record Asked(@Nullable ReplyClaim claim, @Nullable KeptReply known) {}

  /**
   * Claims a request, unless it is worked on or was carried out.
   *
   * @param fingerprint hash of all that makes two requests the same, as far as it is known
   */
  public Asked claim(String caller, String keyHash, String fingerprint) {
    return parts
        .store()
        .write(
            tx -> {
              Instant now = parts.now();
              Optional<KeptReply> known = tx.replies().find(caller, keyHash);
              if (known.isPresent() && !isFree(known.get(), now)) {
                return new Asked(null, known.get());
              }
              tx.replies().remove(caller, keyHash);
              KeptReply claimed =
                  new KeptReply(
                      caller,
                      keyHash,
                      parts.ids().get(),
                      fingerprint,
                      KeptReply.State.IN_FLIGHT,
                      false,
                      null,
                      now.plus(LEASE),
                      now,
                      null);
              tx.replies().insert(claimed);
              return new Asked(
                  new ReplyClaim(caller, keyHash, claimed.token(), fingerprint, null), null);
            });
  }

  /** Whether its time is over, or whoever worked on it is gone and has done nothing. */
  private boolean isFree(KeptReply known, Instant now) {
    return known.createdAt().isBefore(now.minus(keep)) || (isLeft(known, now) && !known.acted());
  }

  private static boolean isLeft(KeptReply known, Instant now) {
    return known.state() == KeptReply.State.IN_FLIGHT && known.claimedUntil().isBefore(now);
  }

  /** Whether somebody works on a request, as far as one can know. */
  public boolean isWorkedOn(KeptReply known) {
    return known.state() == KeptReply.State.IN_FLIGHT && !isLeft(known, parts.now());
  }

  /**
   * Carries a request out: with the first thing that is kept in the store by this thread it is kept
   * that it was.
   */
  public <T, E extends Exception> T acting(ReplyClaim claim, Act<T, E> act) throws E {
    return noting.acting(claim, act);
  }

  /** Says that requests are still worked on. */
  public void renew(Collection<ReplyClaim> claims) {
    parts
        .store()
        .write(
            tx -> {
              tx.replies().renew(claims, parts.now().plus(LEASE));
              return claims;
            });
  }

  /**
   * Keeps what a request got.
   *
   * @param reply null when it is not kept; a request that changed nothing is forgotten then, so
   *     that it can be carried out again
   */
  public void end(ReplyClaim claim, KeptReply.@Nullable Reply reply) {
    parts
        .store()
        .write(
            tx -> {
              Optional<KeptReply> known =
                  tx.replies()
                      .find(claim.caller(), claim.keyHash())
                      .filter(request -> request.token().equals(claim.token()));
              if (reply == null && known.filter(KeptReply::acted).isEmpty()) {
                tx.replies().remove(claim);
              } else {
                known.ifPresent(
                    request -> tx.replies().answer(request.answered(claim.fingerprint(), reply)));
              }
              return claim;
            });
  }

  /**
   * Forgets requests whose time is over.
   *
   * @return how many
   */
  public int purge() {
    return parts.store().write(tx -> tx.replies().removeBefore(parts.now().minus(keep)));
  }
}

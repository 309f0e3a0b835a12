package docimo.screening;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** Requests that may come again, and what they got, in a transaction (port). */
public interface ReplyBook {

  /** What is known of a request. */
  Optional<KeptReply> find(String caller, String keyHash);

  /** Keeps a new request. */
  void insert(KeptReply request);

  /**
   * Notes that something was kept for a request.
   *
   * @return false when somebody else has taken it up; nothing is noted then
   */
  boolean noteActed(ReplyClaim claim);

  /** Keeps what a request got, unless somebody else has taken it up. */
  void answer(KeptReply answered);

  /** Forgets a request, unless somebody else has taken it up. */
  void remove(ReplyClaim claim);

  /** Forgets a request. */
  void remove(String caller, String keyHash);

  /** Says that requests are still worked on. */
  void renew(Collection<ReplyClaim> claims, Instant until);

  /**
   * Forgets requests that came before a time.
   *
   * @return how many
   */
  int removeBefore(Instant before);

  /** Removes what requests got, which may quote answers; that they were carried out stays. */
  void forgetReplies();
}

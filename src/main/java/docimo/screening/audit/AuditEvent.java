package docimo.screening.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;

/**
 * A link of the chain. Immutable.
 *
 * @param sequence its place, from 1, without gaps; this and no clock decides what came first
 * @param at when the clock of the writer said it was, in whole microseconds; may be earlier than in
 *     the event before
 * @param draft what happened
 * @param previousHash the hash of the event before; {@link Chain#START} for the first
 * @param hash SHA-256 over all of this, 64 hexadecimal digits
 */
public record AuditEvent(
    long sequence, Instant at, AuditDraft draft, String previousHash, String hash) {

  /** The event that follows a head. */
  public static AuditEvent after(ChainHead head, Instant at, AuditDraft draft) {
    Instant rounded = at.truncatedTo(ChronoUnit.MICROS);
    long sequence = head.sequence() + 1;
    return new AuditEvent(
        sequence, rounded, draft, head.hash(), Chain.hash(head.hash(), sequence, rounded, draft));
  }

  /** What happened. */
  public AuditKind kind() {
    return draft.kind();
  }

  /** Who did it. */
  public String actor() {
    return draft.actor();
  }

  /** Ids, versions, hashes and numbers by name. */
  public SortedMap<String, String> facts() {
    return draft.facts();
  }

  /** The chain's head when this is its last event. */
  public ChainHead head() {
    return new ChainHead(sequence, hash);
  }
}

package docimo.exchange;

import docimo.screening.audit.AuditEvent;
import docimo.screening.audit.AuditKind;
import java.time.Instant;
import java.util.SortedMap;

/**
 * An event of the audit log as JSON has it.
 *
 * @param sequence its place in the chain, counted from 1
 * @param facts ids, versions, hashes and numbers by name
 * @param previousHash the hash of the event before it, 64 hexadecimal digits
 * @param hash its own
 */
public record AuditEventLine(
    long sequence,
    Instant at,
    AuditKind kind,
    String actor,
    SortedMap<String, String> facts,
    String previousHash,
    String hash) {

  /** The line of an event. */
  public static AuditEventLine of(AuditEvent event) {
    return new AuditEventLine(
        event.sequence(),
        event.at(),
        event.kind(),
        event.actor(),
        event.facts(),
        event.previousHash(),
        event.hash());
  }
}

package docimo.screening.audit;

import java.time.Instant;
import java.util.List;

/**
 * The chain, in a transaction (port). Appending is for one transaction at a time, so that a chain
 * never forks and the order of sequences is the order of commits.
 */
public interface AuditLog {

  /**
   * Appends events in the order given.
   *
   * @return the events as written
   */
  List<AuditEvent> append(Instant at, List<AuditDraft> drafts);

  /** Appends one event. */
  default AuditEvent append(Instant at, AuditDraft draft) {
    return append(at, List.of(draft)).get(0);
  }

  /** Where the chain ends. */
  ChainHead head();

  /**
   * Events in order.
   *
   * @param after the sequence to go on after; 0 to begin
   * @param limit how many at most, at least 1
   */
  List<AuditEvent> after(long after, int limit);

  /** All events about a submission (those with it as their fact "submission"), in order. */
  List<AuditEvent> ofSubmission(String submissionId);
}

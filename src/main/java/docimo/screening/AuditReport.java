package docimo.screening;

import docimo.screening.audit.ChainHead;
import java.util.List;

/**
 * What a check of the audit log found. Immutable.
 *
 * @param head where the chain ended when the check began; keep it elsewhere to compare with later
 * @param events how many events were followed
 * @param rows how many rows were compared with their events
 * @param problems what does not fit, the first {@link #MOST_PROBLEMS} of it; empty when all does
 */
public record AuditReport(ChainHead head, long events, long rows, List<Problem> problems) {

  /** How many problems are listed. */
  public static final int MOST_PROBLEMS = 100;

  /**
   * Something that does not fit.
   *
   * @param sequence of the event; 0 when it is about rows that have none
   * @param message a sentence with ids, without any text of an answer
   */
  public record Problem(long sequence, String message) {}

  /** Keeps its own copy. */
  public AuditReport {
    problems = List.copyOf(problems);
  }

  /** Whether nothing was changed. */
  public boolean isIntact() {
    return problems.isEmpty();
  }
}

package docimo.screening;

import docimo.screening.AuditReport.Problem;
import docimo.screening.audit.AuditEvent;
import docimo.screening.audit.ChainCheck;
import docimo.screening.audit.ChainHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One walk along the chain, from its first event to where it ended at the start. One thread. */
final class AuditWalk {

  private final ChainHead head;
  private final @Nullable ChainHead kept;
  private final ChainCheck chain = new ChainCheck();
  private final RowCheck rows = new RowCheck();
  private final List<Problem> problems = new ArrayList<>();
  private boolean keptFound;
  private long last;
  private long events;

  /**
   * @param head where to stop
   * @param kept a head that the chain must go through; null when none was kept
   */
  AuditWalk(ChainHead head, @Nullable ChainHead kept) {
    this.head = head;
    this.kept = kept;
    this.keptFound = kept == null || kept.equals(ChainHead.EMPTY);
  }

  /**
   * Follows some events.
   *
   * @return how many; fewer than {@link AuditTrail#CHUNK} when there are no more
   */
  int step(Transaction tx) {
    int read = 0;
    for (AuditEvent event : tx.audit().after(last, AuditTrail.CHUNK)) {
      if (event.sequence() > head.sequence()) {
        return read;
      }
      last = event.sequence();
      read++;
      events++;
      keptFound |= event.head().equals(kept);
      chain.accept(event);
      if (problems.size() < AuditReport.MOST_PROBLEMS) {
        problems.addAll(rows.problems(tx, event));
      }
    }
    return read;
  }

  /**
   * What was found.
   *
   * @param grades how many grades there were before the walk
   * @param marks how many marks of people there were before the walk
   */
  AuditReport report(long grades, long marks) {
    List<Problem> all = new ArrayList<>();
    missing().ifPresent(all::add);
    chain
        .end(head)
        .ifPresent(
            broken ->
                all.add(
                    new Problem(
                        broken.sequence(),
                        "the chain breaks at event "
                            + broken.sequence()
                            + ": "
                            + broken.problem())));
    all.addAll(problems);
    if (rows.grades() < grades) {
      all.add(new Problem(0, "there are grades that no event speaks of"));
    }
    if (rows.marks() < marks) {
      all.add(new Problem(0, "there are marks of people that no event speaks of"));
    }
    return new AuditReport(
        head, events, rows.rows(), all.subList(0, Math.min(all.size(), AuditReport.MOST_PROBLEMS)));
  }

  private Optional<Problem> missing() {
    if (kept == null || keptFound) {
      return Optional.empty();
    }
    return Optional.of(
        new Problem(
            kept.sequence(),
            kept.sequence() > last
                ? "the log ends with event "
                    + last
                    + ", before the head that was kept: events at its end are missing"
                : "event "
                    + kept.sequence()
                    + " is not in the log with the hash that was kept: the log was written anew, it"
                    + " is another log, or the head was copied wrongly"));
  }
}

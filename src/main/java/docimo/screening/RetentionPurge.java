package docimo.screening;

import docimo.screening.audit.AuditDraft;
import docimo.screening.audit.AuditKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Removes texts whose time is over, and the names of candidates who have no text left. Does so in
 * small transactions; what was not reached is removed next time. Thread-safe.
 */
public final class RetentionPurge {

  /** How often it is done where somebody works on jobs. */
  static final Duration EVERY = Duration.ofDays(1);

  private static final int CHUNK = 100;

  private final ScreeningParts parts;
  private final Forgetting forgetting;

  RetentionPurge(ScreeningParts parts, Forgetting forgetting) {
    this.parts = parts;
    this.forgetting = forgetting;
  }

  /**
   * Looks at all screenings.
   *
   * @return how many texts were removed
   */
  public int run() {
    int removed = 0;
    long after = 0;
    List<Screening> screenings;
    do {
      long from = after;
      screenings = parts.store().read(tx -> tx.screenings().list(from, CHUNK));
      for (Screening screening : screenings) {
        removed += purge(screening.id());
        after = screening.sequence();
      }
    } while (screenings.size() == CHUNK);
    return removed;
  }

  private int purge(String screeningId) {
    int removed = parts.store().write(tx -> purgeWaiting(tx, screeningId));
    int chunk;
    do {
      chunk = parts.store().write(tx -> purgeChunk(tx, screeningId));
      removed += chunk;
    } while (chunk == CHUNK);
    return removed;
  }

  /** Rows of uploads that were never taken in. */
  private int purgeWaiting(Transaction tx, String screeningId) {
    Instant cutoff = tx.screenings().get(screeningId).plan().retention().cutoff(parts.now());
    int removed = tx.jobs().forgetRowsBefore(screeningId, cutoff);
    if (removed > 0) {
      tx.audit()
          .append(
              parts.now(),
              AuditDraft.of(AuditKind.RETENTION_PURGED, AuditDraft.MACHINE)
                  .with(Facts.SCREENING, screeningId)
                  .with("cutoff", cutoff)
                  .with("rows", removed));
    }
    return removed;
  }

  private int purgeChunk(Transaction tx, String screeningId) {
    Screening screening = tx.screenings().get(screeningId);
    Instant cutoff = screening.plan().retention().cutoff(parts.now());
    List<Submission> over =
        new ArrayList<>(tx.submissions().withTextBefore(screeningId, cutoff, CHUNK));
    if (over.isEmpty()) {
      return 0;
    }
    Set<String> candidates = new LinkedHashSet<>();
    AuditDraft purged =
        AuditDraft.of(AuditKind.RETENTION_PURGED, AuditDraft.MACHINE)
            .with(Facts.SCREENING, screeningId)
            .with("cutoff", cutoff)
            .with("texts", over.size())
            .with("first", over.get(0).id())
            .with("last", over.get(over.size() - 1).id());
    for (Submission submission : over) {
      forgetting.forget(tx, submission, AuditDraft.MACHINE);
      candidates.add(submission.candidateId());
    }
    tx.audit().append(parts.now(), purged);
    candidates.forEach(id -> forgetNames(tx, id));
    return over.size();
  }

  private void forgetNames(Transaction tx, String candidateId) {
    Optional<Candidate> candidate = tx.candidates().find(candidateId);
    boolean textsLeft =
        tx.submissions().ofCandidate(candidateId).stream().anyMatch(s -> s.content() != null);
    if (candidate.isPresent() && !candidate.get().isErased() && !textsLeft) {
      forgetting.forget(tx, candidate.get(), 0, AuditDraft.MACHINE);
    }
  }
}

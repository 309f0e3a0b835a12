package docimo.screening;

import docimo.screening.audit.AuditDraft;
import docimo.screening.audit.AuditKind;
import java.util.Optional;

/** Removes texts and names; hashed rows stay, so that the chain still fits. Thread-safe. */
final class Forgetting {

  private final ScreeningParts parts;
  private final MarkedAnswers markedAnswers;

  Forgetting(ScreeningParts parts, MarkedAnswers markedAnswers) {
    this.parts = parts;
    this.markedAnswers = markedAnswers;
  }

  /** Removes the text of an answer and all that quotes it. */
  void forget(Transaction tx, Submission submission, String actor) {
    Submission.Content content = submission.content();
    if (content == null) {
      return;
    }
    markedAnswers.forget(tx, submission, content.text(), actor);
    Optional<ReviewCase> open = tx.reviews().open(submission.id());
    open.ifPresent(found -> tx.reviews().update(found.ended(ReviewCase.State.WITHDRAWN)));
    tx.submissions().forget(submission.id());
    tx.replies().forgetReplies();
  }

  /** Removes the names of a candidate. */
  Candidate forget(Transaction tx, Candidate candidate, int texts, String actor) {
    tx.jobs().forgetRowsOf(candidate.ref());
    tx.gradings().forget(GradingRow.hash(candidate.ref()));
    tx.replies().forgetReplies();
    Candidate erased = candidate.erased(parts.now());
    tx.candidates().update(erased);
    tx.audit()
        .append(
            parts.now(),
            AuditDraft.of(AuditKind.CANDIDATE_ERASED, actor)
                .with(Facts.CANDIDATE, candidate.id())
                .with("texts", texts));
    return erased;
  }
}

package docimo.screening;

import docimo.screening.ConflictException.Reason;
import docimo.screening.ReviewCase.Claim;
import docimo.screening.audit.AuditDraft;
import docimo.screening.audit.AuditEvent;
import docimo.screening.audit.AuditKind;
import docimo.screening.audit.Chain;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The queue of what needs a person, and the marks that people give. A claim is for one person and
 * ends by itself, so that nothing stays behind with somebody who left. Thread-safe.
 */
public final class Reviews {

  /** How long a case is one reviewer's alone. */
  public static final Duration LEASE = Duration.ofMinutes(30);

  private final ScreeningParts parts;

  Reviews(ScreeningParts parts) {
    this.parts = parts;
  }

  /**
   * What waits: appeals first, then the most doubtful, then what has waited longest.
   *
   * @param skip how many to leave out, as the cursor of the page before says; 0 to begin
   * @param limit from 1 to {@link Page#MOST}
   * @throws NotFoundException when there is no such screening
   */
  public Page<ReviewCase> queue(String screeningId, int skip, int limit) {
    Page.requireLimit(limit);
    return parts
        .store()
        .read(
            tx -> {
              tx.screenings().get(screeningId);
              return Page.of(
                  tx.reviews().queue(screeningId, skip, limit + 1), limit, last -> skip + limit);
            });
  }

  /** How many cases of a screening are not done. */
  public int waiting(String screeningId) {
    return parts.store().read(tx -> tx.reviews().waiting(screeningId));
  }

  /**
   * Gives a reviewer the first case that nobody has and that they may take.
   *
   * @return empty when there is none
   */
  public Optional<ReviewView> claimNext(String screeningId, String reviewer) {
    Texts.requireId("reviewer", reviewer);
    return parts
        .store()
        .write(
            tx -> {
              Screenings.requireNotArchived(tx.screenings().get(screeningId));
              Instant now = parts.now();
              return tx.reviews()
                  .firstFree(screeningId, reviewer, now)
                  .map(free -> view(tx, claim(tx, free, reviewer, now)));
            });
  }

  /**
   * Gives a reviewer a case, or prolongs their claim to it.
   *
   * @throws NotFoundException when there is none
   * @throws ConflictException when it is done, somebody else has it, or it is for another person
   */
  public ReviewView claim(String caseId, String reviewer) {
    Texts.requireId("reviewer", reviewer);
    return parts
        .store()
        .write(
            tx -> {
              ReviewCase found = find(tx, caseId);
              Screenings.requireNotArchived(tx.screenings().get(found.screeningId()));
              Instant now = parts.now();
              if (!found.isFree(now) && !found.isHeldBy(reviewer)) {
                throw notYours(found);
              }
              requireOtherPerson(tx, found, reviewer);
              return view(tx, claim(tx, found, reviewer, now));
            });
  }

  private static ReviewCase claim(Transaction tx, ReviewCase free, String reviewer, Instant now) {
    Claim before = free.claim();
    Double blind = free.isHeldBy(reviewer) && before != null ? before.blindMark() : null;
    ReviewCase claimed = free.claimed(new Claim(reviewer, now.plus(LEASE), blind));
    tx.reviews().update(claimed);
    return claimed;
  }

  /**
   * Puts a case back into the queue.
   *
   * @throws NotFoundException when there is none
   * @throws ConflictException when the reviewer does not have it
   */
  public void release(String caseId, String reviewer) {
    parts
        .store()
        .write(
            tx -> {
              ReviewCase released = requireHeld(tx, caseId, reviewer).claimed(null);
              tx.reviews().update(released);
              return released;
            });
  }

  /**
   * What a reviewer sees of a case that they have.
   *
   * @throws NotFoundException when there is none
   * @throws ConflictException when the reviewer does not have it
   */
  public ReviewView look(String caseId, String reviewer) {
    return parts.store().read(tx -> view(tx, requireHeld(tx, caseId, reviewer)));
  }

  /**
   * Takes the mark that a reviewer gives before seeing the machine's. It is kept as it is, whatever
   * they decide afterwards.
   *
   * @param mark in [0, 1]
   * @return the case with the machine's grade
   * @throws NotFoundException when there is none
   * @throws ConflictException when the reviewer does not have it, or has given one
   */
  public ReviewView markBlind(String caseId, String reviewer, double mark) {
    double checked = Texts.requireMark("mark", mark);
    return parts
        .store()
        .write(
            tx -> {
              ReviewCase held = requireHeld(tx, caseId, reviewer);
              Claim claim = held.claim();
              if (claim == null || claim.blindMark() != null) {
                throw new ConflictException(
                    Reason.BLIND_MARK_GIVEN,
                    "case '" + caseId + "' has its first mark already; decide now");
              }
              ReviewCase marked =
                  held.claimed(new Claim(reviewer, parts.now().plus(LEASE), checked));
              tx.reviews().update(marked);
              tx.audit()
                  .append(
                      parts.now(),
                      AuditDraft.of(AuditKind.BLIND_MARK_GIVEN, reviewer)
                          .with("case", caseId)
                          .with(Facts.SUBMISSION, held.submissionId())
                          .with("mark", checked));
              return view(tx, marked);
            });
  }

  /**
   * Ends a case with the mark that counts from now on.
   *
   * @param mark in [0, 1]
   * @param reason in the reviewer's words, at most 4,000 characters
   * @throws NotFoundException when there is none
   * @throws ConflictException when the reviewer does not have it, is not allowed to, or has to mark
   *     before seeing the machine's mark first
   */
  public HumanMark decide(String caseId, String reviewer, double mark, String reason) {
    double checked = Texts.requireMark("mark", mark);
    String why = Texts.require("reason", reason, Texts.REASON);
    return parts
        .store()
        .write(
            tx -> {
              ReviewCase held = requireHeld(tx, caseId, reviewer);
              Screening screening = tx.screenings().get(held.screeningId());
              Screenings.requireNotArchived(screening);
              requireOtherPerson(tx, held, reviewer);
              Claim claim = held.claim();
              Double blind = claim == null ? null : claim.blindMark();
              if (screening.plan().blindReview() && blind == null) {
                throw new ConflictException(
                    Reason.BLIND_MARK_FIRST,
                    "case '" + caseId + "' needs a mark before the machine's is shown");
              }
              tx.reviews().update(held.ended(ReviewCase.State.DONE));
              HumanMark.Kind kind =
                  held.kind() == ReviewCase.Kind.APPEAL
                      ? HumanMark.Kind.APPEAL
                      : HumanMark.Kind.REVIEW;
              return give(tx, held.submissionId(), kind, reviewer, checked, blind, why);
            });
  }

  /**
   * Gives an answer another mark outside the queue. A case that waits for it is done then.
   *
   * @param mark in [0, 1]
   * @param reason in the person's words, at most 4,000 characters
   * @throws NotFoundException when there is no such answer
   * @throws ConflictException when somebody else looks at it, or somebody else has to
   */
  public HumanMark override(String submissionId, String actor, double mark, String reason) {
    Texts.requireId("actor", actor);
    double checked = Texts.requireMark("mark", mark);
    String why = Texts.require("reason", reason, Texts.REASON);
    return parts
        .store()
        .write(
            tx -> {
              Submission submission = tx.submissions().get(submissionId);
              Screenings.requireNotArchived(tx.screenings().get(submission.screeningId()));
              Optional<ReviewCase> open = tx.reviews().open(submissionId);
              if (open.isPresent()) {
                if (!open.get().isFree(parts.now()) && !open.get().isHeldBy(actor)) {
                  throw notYours(open.get());
                }
                requireOtherPerson(tx, open.get(), actor);
                tx.reviews().update(open.get().ended(ReviewCase.State.DONE));
              }
              return give(tx, submissionId, HumanMark.Kind.OVERRIDE, actor, checked, null, why);
            });
  }

  /**
   * Asks for another look at an answer, by somebody who has not marked it before.
   *
   * @param actor who asks
   * @param reason in their words, at most 4,000 characters
   * @throws NotFoundException when there is no such answer
   * @throws ConflictException when one was asked for already, or the text was removed
   */
  public ReviewCase appeal(String submissionId, String actor, String reason) {
    Texts.requireId("actor", actor);
    String why = Texts.require("reason", reason, Texts.REASON);
    return parts
        .store()
        .write(
            tx -> {
              Submission submission = tx.submissions().get(submissionId);
              Screenings.requireNotArchived(tx.screenings().get(submission.screeningId()));
              Submission.Content content = requireContent(submission);
              withdrawDoubt(tx, submissionId);
              AuditEvent event =
                  tx.audit()
                      .append(
                          parts.now(),
                          AuditDraft.of(AuditKind.APPEAL_OPENED, actor)
                              .with(Facts.SUBMISSION, submissionId)
                              .with("reason_hash", Chain.saltedHash(content.salt(), why)));
              Double doubt =
                  tx.grades().newest(submissionId).map(RecordedGrade::doubt).orElse(null);
              ReviewCase appeal =
                  new ReviewCase(
                      parts.ids().get(),
                      event.sequence(),
                      submission.screeningId(),
                      submissionId,
                      submission.questionId(),
                      ReviewCase.Kind.APPEAL,
                      doubt == null ? 1 : doubt,
                      ReviewCase.State.OPEN,
                      null,
                      parts.now(),
                      why,
                      1);
              tx.reviews().insert(appeal);
              return appeal;
            });
  }

  private static void withdrawDoubt(Transaction tx, String submissionId) {
    Optional<ReviewCase> open = tx.reviews().open(submissionId);
    if (open.isPresent()) {
      if (open.get().kind() == ReviewCase.Kind.APPEAL) {
        throw new ConflictException(
            Reason.CASE_OPEN,
            "another look at submission '" + submissionId + "' was asked for already");
      }
      tx.reviews().update(open.get().ended(ReviewCase.State.WITHDRAWN));
    }
  }

  private HumanMark give(
      Transaction tx,
      String submissionId,
      HumanMark.Kind kind,
      String actor,
      double value,
      @Nullable Double blind,
      String reason) {
    Submission.Content content = requireContent(tx.submissions().get(submissionId));
    HumanMark draft =
        new HumanMark(
            parts.ids().get(),
            0,
            submissionId,
            tx.grades().newest(submissionId).map(RecordedGrade::id).orElse(null),
            kind,
            actor,
            value,
            blind,
            reason,
            parts.now());
    AuditEvent event = tx.audit().append(draft.at(), Facts.marked(draft, content.salt()));
    HumanMark mark = draft.at(event.sequence());
    tx.reviews().insert(mark);
    return mark;
  }

  private ReviewView view(Transaction tx, ReviewCase held) {
    Submission submission = tx.submissions().get(held.submissionId());
    Submission.Content content = requireContent(submission);
    RecordedGrade recorded = tx.grades().newest(submission.id()).orElse(null);
    String json = recorded == null ? null : recorded.json();
    boolean blind = tx.screenings().get(held.screeningId()).plan().blindReview();
    Claim claim = held.claim();
    boolean hidden = blind && recorded != null && (claim == null || claim.blindMark() == null);
    QuestionRevision newest = tx.questions().get(submission.questionId());
    return new ReviewView(
        held,
        (recorded == null
                ? newest
                : tx.questions()
                    .find(submission.questionId(), recorded.versions().question())
                    .orElse(newest))
            .question(),
        content.text(),
        hidden || json == null ? null : parts.grades().read(json),
        hidden,
        hidden ? List.of() : tx.reviews().marks(submission.id()));
  }

  private static ReviewCase find(Transaction tx, String caseId) {
    return tx.reviews()
        .find(caseId)
        .orElseThrow(() -> new NotFoundException("review case", caseId));
  }

  private static ReviewCase requireHeld(Transaction tx, String caseId, String reviewer) {
    ReviewCase found = find(tx, caseId);
    if (!found.isHeldBy(reviewer)) {
      throw notYours(found);
    }
    return found;
  }

  private static ConflictException notYours(ReviewCase found) {
    return new ConflictException(
        Reason.CASE_NOT_YOURS,
        found.state() == ReviewCase.State.OPEN
            ? "case '" + found.id() + "' is not claimed by you; claim it, or take another"
            : "case '" + found.id() + "' is " + Facts.lower(found.state()) + " already");
  }

  private static void requireOtherPerson(Transaction tx, ReviewCase found, String actor) {
    if (found.kind() == ReviewCase.Kind.APPEAL
        && tx.reviews().marks(found.submissionId()).stream()
            .anyMatch(mark -> mark.actor().equals(actor))) {
      throw new ConflictException(
          Reason.OTHER_PERSON_NEEDED,
          "case '" + found.id() + "' is an appeal against a mark of yours; it needs somebody else");
    }
  }

  private static Submission.Content requireContent(Submission submission) {
    Submission.Content content = submission.content();
    if (content == null) {
      throw new ConflictException(
          Reason.TEXT_REMOVED, "the text of submission '" + submission.id() + "' was removed");
    }
    return content;
  }
}

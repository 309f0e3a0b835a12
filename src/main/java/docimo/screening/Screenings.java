package docimo.screening;

import docimo.screening.ConflictException.Reason;
import docimo.screening.audit.AuditDraft;
import docimo.screening.audit.AuditEvent;
import docimo.screening.audit.AuditKind;

/** Opens, changes and ends screenings. Thread-safe. */
public final class Screenings {

  private final ScreeningParts parts;

  Screenings(ScreeningParts parts) {
    this.parts = parts;
  }

  /**
   * Opens a screening.
   *
   * @param actor who does
   * @throws NotFoundException when the store has not got one of the questions
   */
  public Screening create(ScreeningPlan plan, String actor) {
    Texts.requireId("actor", actor);
    return parts.store().write(tx -> create(tx, plan, actor));
  }

  private Screening create(Transaction tx, ScreeningPlan plan, String actor) {
    requireQuestions(tx, plan);
    Screening draft =
        new Screening(parts.ids().get(), 0, plan, ScreeningState.OPEN, parts.now(), 1);
    AuditEvent event =
        tx.audit().append(draft.createdAt(), described(AuditKind.SCREENING_CREATED, draft, actor));
    Screening screening =
        new Screening(
            draft.id(), event.sequence(), plan, draft.state(), draft.createdAt(), draft.version());
    tx.screenings().insert(screening);
    tx.grades().keep(plan.reviewPolicy());
    return screening;
  }

  /**
   * The screening with this id.
   *
   * @throws NotFoundException when there is none
   */
  public Screening get(String id) {
    return parts.store().read(tx -> tx.screenings().get(id));
  }

  /**
   * Screenings in the order in which they were opened.
   *
   * @param after cursor of the page before; 0 to begin
   * @param limit from 1 to {@link Page#MOST}
   */
  public Page<Screening> list(long after, int limit) {
    Page.requireLimit(limit);
    return Page.of(
        parts.store().read(tx -> tx.screenings().list(after, limit + 1)),
        limit,
        Screening::sequence);
  }

  /**
   * Gives a screening another plan. Marks stay as they are; what a policy of review says holds for
   * marks from now on.
   *
   * @param version that the caller had read
   * @throws NotFoundException when there is no such screening or question
   * @throws VersionConflictException when somebody else changed it since
   * @throws ConflictException when it is archived
   */
  public Screening change(String id, long version, ScreeningPlan plan, String actor) {
    Texts.requireId("actor", actor);
    return parts
        .store()
        .write(
            tx -> {
              Screening before = requireVersion(tx, id, version);
              requireNotArchived(before);
              requireQuestions(tx, plan);
              Screening after = before.with(plan);
              tx.screenings().update(after);
              tx.grades().keep(plan.reviewPolicy());
              tx.audit().append(parts.now(), described(AuditKind.SCREENING_CHANGED, after, actor));
              return after;
            });
  }

  /**
   * Closes, opens again or archives a screening.
   *
   * @param version that the caller had read
   * @throws NotFoundException when there is none
   * @throws VersionConflictException when somebody else changed it since
   * @throws ConflictException when it cannot become that
   */
  public Screening move(String id, long version, ScreeningState state, String actor) {
    Texts.requireId("actor", actor);
    return parts
        .store()
        .write(
            tx -> {
              Screening before = requireVersion(tx, id, version);
              if (!before.state().mayBecome(state)) {
                throw new ConflictException(
                    Reason.STATE_NOT_POSSIBLE,
                    "screening '"
                        + id
                        + "' is "
                        + Facts.lower(before.state())
                        + " and cannot become "
                        + Facts.lower(state));
              }
              Screening after = before.in(state);
              tx.screenings().update(after);
              tx.audit().append(parts.now(), described(AuditKind.SCREENING_MOVED, after, actor));
              return after;
            });
  }

  static void requireNotArchived(Screening screening) {
    if (screening.state() == ScreeningState.ARCHIVED) {
      throw new ConflictException(
          Reason.SCREENING_NOT_OPEN,
          "screening '" + screening.id() + "' is archived: nothing in it changes any more");
    }
  }

  private static Screening requireVersion(Transaction tx, String id, long version) {
    Screening screening = tx.screenings().get(id);
    if (screening.version() != version) {
      throw new VersionConflictException("screening", id, version, screening.version());
    }
    return screening;
  }

  private static void requireQuestions(Transaction tx, ScreeningPlan plan) {
    plan.questions().forEach(question -> tx.questions().get(question.questionId()));
  }

  private static AuditDraft described(AuditKind kind, Screening screening, String actor) {
    ScreeningPlan plan = screening.plan();
    AuditDraft draft =
        AuditDraft.of(kind, actor)
            .with(Facts.SCREENING, screening.id())
            .with("version", screening.version())
            .with("state", Facts.lower(screening.state()))
            .with("purpose", Facts.lower(plan.purpose()))
            .with("review_policy", plan.reviewPolicy().version())
            .with("blind_review", plan.blindReview())
            .with("retention_days", plan.retention().days())
            .with("resubmission", Facts.lower(plan.resubmission()));
    for (WeightedQuestion question : plan.questions()) {
      draft = draft.with("weight:" + question.questionId(), question.weight());
    }
    for (ReviewBand band : plan.bands()) {
      draft = draft.with("band:" + band.name(), band.from());
    }
    return draft;
  }
}

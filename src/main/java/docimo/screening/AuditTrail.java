package docimo.screening;

import docimo.grading.Answer;
import docimo.grading.Grade;
import docimo.grading.ReviewPolicy;
import docimo.screening.Replay.Outcome;
import docimo.screening.audit.AuditEvent;
import docimo.screening.audit.Chain;
import docimo.screening.audit.ChainHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows and checks what made each mark. Thread-safe. */
public final class AuditTrail {

  /** How many events are followed in one transaction. */
  static final int CHUNK = 500;

  private final ScreeningParts parts;

  AuditTrail(ScreeningParts parts) {
    this.parts = parts;
  }

  /** Where the chain ends now. */
  public ChainHead head() {
    return parts.store().read(tx -> tx.audit().head());
  }

  /**
   * Events in order.
   *
   * @param after cursor of the page before; 0 to begin
   * @param limit from 1 to {@link Page#MOST}
   */
  public Page<AuditEvent> events(long after, int limit) {
    Page.requireLimit(limit);
    return Page.of(
        parts.store().read(tx -> tx.audit().after(after, limit + 1)), limit, AuditEvent::sequence);
  }

  /** All events about an answer, in order. */
  public List<AuditEvent> ofSubmission(String submissionId) {
    return parts.store().read(tx -> tx.audit().ofSubmission(submissionId));
  }

  /**
   * Follows the chain to where it ends now, and compares each answer, grade and mark with its
   * event. Others may go on writing meanwhile.
   */
  public AuditReport verify() {
    return check(null);
  }

  /**
   * The same, and looks whether the chain still goes through where it once ended. Somebody who
   * wrote the whole chain anew is found by that alone.
   *
   * @param kept a head that was kept elsewhere
   * @throws InvalidValueException when it is none: below 0, or not 64 hexadecimal digits
   */
  public AuditReport verify(ChainHead kept) {
    if (kept.sequence() < 0) {
      throw new InvalidValueException("head/sequence", "must be a whole number, 0 or above");
    }
    if (!Chain.isHash(kept.hash())) {
      throw new InvalidValueException(
          "head/hash", "must be 64 hexadecimal digits in lower case, as the head was shown");
    }
    return check(kept);
  }

  private AuditReport check(@Nullable ChainHead kept) {
    long gradesBefore = parts.store().read(tx -> tx.grades().count());
    long marksBefore = parts.store().read(tx -> tx.reviews().countMarks());
    AuditWalk walk = new AuditWalk(head(), kept);
    boolean more = true;
    while (more) {
      more = parts.store().read(walk::step) == CHUNK;
    }
    return walk.report(gradesBefore, marksBefore);
  }

  /**
   * Marks an answer again, against the revision and under the policy of a grade, and compares.
   *
   * @throws NotFoundException when there is no such grade
   * @throws docimo.grading.OverloadedException when too much else is being marked
   */
  public Replay replay(String gradeId) {
    return parts.store().read(tx -> inputs(tx, gradeId)).replay(parts);
  }

  /** What a grade was made of, or why that is not there any more. */
  private record Inputs(RecordedGrade recorded, List<String> missing, Optional<Complete> all) {

    Replay replay(ScreeningParts parts) {
      if (all.isEmpty()) {
        return new Replay(recorded.id(), Outcome.NOT_POSSIBLE, missing);
      }
      Complete inputs = all.get();
      Grade then = parts.grades().read(inputs.json());
      List<String> differences = new ArrayList<>();
      for (Staleness other :
          Staleness.of(then.versions(), then.versions().question(), parts.marking().versions())) {
        differences.add("versions: this docimo has another " + Facts.lower(other));
      }
      if (!differences.isEmpty()) {
        return new Replay(recorded.id(), Outcome.NOT_POSSIBLE, differences);
      }
      Answer answer = new Answer(inputs.content().text(), then.candidateRef(), then.purpose());
      Grade now =
          GradeDifference.dated(
              parts.marking().mark(inputs.question().question(), answer, inputs.policy()), then);
      if (parts.grades().write(now).equals(inputs.json())) {
        return new Replay(recorded.id(), Outcome.IDENTICAL, List.of());
      }
      return new Replay(recorded.id(), Outcome.DIFFERENT, GradeDifference.between(then, now));
    }
  }

  private record Complete(
      String json, Submission.Content content, QuestionRevision question, ReviewPolicy policy) {}

  private static Inputs inputs(Transaction tx, String gradeId) {
    RecordedGrade recorded =
        tx.grades().find(gradeId).orElseThrow(() -> new NotFoundException("grade", gradeId));
    Submission.Content content = tx.submissions().get(recorded.submissionId()).content();
    Optional<QuestionRevision> question =
        tx.questions().find(recorded.questionId(), recorded.versions().question());
    Optional<ReviewPolicy> policy = tx.grades().policy(recorded.versions().reviewPolicy());
    List<String> missing = new ArrayList<>();
    if (content == null || recorded.json() == null) {
      missing.add("answer: its text was removed");
    }
    if (question.isEmpty() || question.get().redacted()) {
      missing.add(
          "question: a marked answer was removed from revision " + recorded.versions().question());
    }
    if (policy.isEmpty()) {
      missing.add("review policy: " + recorded.versions().reviewPolicy() + " is not in the store");
    }
    return new Inputs(
        recorded,
        missing,
        missing.isEmpty() && content != null && recorded.json() != null
            ? Optional.of(new Complete(recorded.json(), content, question.get(), policy.get()))
            : Optional.empty());
  }
}

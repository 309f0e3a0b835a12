package docimo.screening;

import docimo.grading.Answer;
import docimo.grading.Grade;
import docimo.grading.OverloadedException;
import docimo.grading.Reason;
import docimo.screening.audit.AuditDraft;
import docimo.screening.audit.AuditEvent;
import docimo.screening.audit.AuditKind;
import docimo.screening.audit.Chain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes answers in, in two steps: marking them, which takes long and changes nothing, and keeping
 * them in one transaction. Thread-safe.
 */
final class Intake {

  private static final double NO_MARK = 1;

  private final ScreeningParts parts;

  Intake(ScreeningParts parts) {
    this.parts = parts;
  }

  /**
   * An answer that was marked and is not kept yet.
   *
   * @param grade null when the machine failed, or when the answer need not or cannot be marked
   * @param failure class of what the machine failed with; null when it did not
   */
  record Marked(NewAnswer answer, @Nullable Grade grade, @Nullable String failure) {}

  /** Marks answers that are not there yet, each against the newest revision of its question. */
  List<Marked> mark(String screeningId, List<NewAnswer> answers) {
    Screening screening = parts.store().read(tx -> tx.screenings().get(screeningId));
    Map<String, QuestionRevision> questions = new HashMap<>();
    Set<NewAnswer> unknown =
        parts
            .store()
            .read(
                tx -> {
                  Set<NewAnswer> fresh = new HashSet<>();
                  for (NewAnswer answer : answers) {
                    if (problem(screening, answer).isEmpty()
                        && existing(
                                tx,
                                screening,
                                tx.candidates().findByRef(answer.candidateRef()),
                                answer)
                            .isEmpty()) {
                      fresh.add(answer);
                      questions.computeIfAbsent(answer.questionId(), tx.questions()::get);
                    }
                  }
                  return fresh;
                });
    List<Marked> marked = new ArrayList<>();
    for (NewAnswer answer : answers) {
      QuestionRevision question = questions.get(answer.questionId());
      marked.add(
          question != null && unknown.contains(answer)
              ? mark(screening, question, answer)
              : new Marked(answer, null, null));
    }
    return marked;
  }

  private Marked mark(Screening screening, QuestionRevision question, NewAnswer answer) {
    ScreeningPlan plan = screening.plan();
    try {
      Answer sent = new Answer(answer.text(), answer.candidateRef(), plan.purpose());
      return new Marked(
          answer, parts.marking().mark(question.question(), sent, plan.reviewPolicy()), null);
    } catch (OverloadedException e) {
      throw e; // says nothing of the answer; it can be sent again
    } catch (RuntimeException | StackOverflowError e) {
      return new Marked(answer, null, e.getClass().getName()); // its message may quote the answer
    }
  }

  /**
   * Keeps an answer with its grade, unless it is there already.
   *
   * @throws ConflictException when it cannot be taken; then nothing was written for it
   */
  Receipt keep(Transaction tx, Screening screening, Marked marked, String actor) {
    NewAnswer answer = marked.answer();
    Optional<Candidate> known = tx.candidates().findByRef(answer.candidateRef());
    Optional<Submission> existing = existing(tx, screening, known, answer);
    if (existing.isPresent()) {
      return repeated(tx, existing.get(), answer);
    }
    Optional<ConflictException> problem = problem(screening, answer);
    if (problem.isPresent()) {
      throw problem.get();
    }
    if (marked.grade() == null && marked.failure() == null) {
      throw new ConflictException(
          ConflictException.Reason.SCREENING_NOT_OPEN,
          "screening '" + screening.id() + "' was changed while the answer came in; send it again");
    }
    Candidate candidate = candidate(tx, known, answer);
    Submission submission = submit(tx, screening, candidate, answer, actor);
    if (marked.grade() == null) {
      AuditEvent event =
          tx.audit()
              .append(
                  parts.now(),
                  AuditDraft.of(AuditKind.MARKING_FAILED, AuditDraft.MACHINE)
                      .with(Facts.SUBMISSION, submission.id())
                      .with("failure", marked.failure()));
      openCase(tx, submission, NO_MARK, event.sequence());
      return new Receipt(submission, null, null, false);
    }
    RecordedGrade recorded = record(tx, submission, marked.grade(), AuditDraft.MACHINE);
    return new Receipt(submission, recorded, marked.grade(), false);
  }

  /** Keeps a grade of an answer that is there, and opens, changes or ends its case. */
  RecordedGrade record(Transaction tx, Submission submission, Grade grade, String actor) {
    Submission.Content content = submission.content();
    if (content == null) {
      throw new ConflictException(
          ConflictException.Reason.TEXT_REMOVED,
          "the text of submission '" + submission.id() + "' was removed");
    }
    String json = parts.grades().write(grade);
    RecordedGrade draft = recorded(submission, grade, 0, json, content.salt());
    AuditEvent event = tx.audit().append(parts.now(), Facts.graded(draft, grade, actor));
    RecordedGrade recorded = recorded(submission, grade, event.sequence(), json, content.salt());
    tx.grades().insert(recorded);
    Optional<ReviewCase> open = tx.reviews().open(submission.id());
    Double doubt = doubt(grade);
    if (open.isPresent() && open.get().kind() == ReviewCase.Kind.DOUBT) {
      ReviewCase before = open.get();
      tx.reviews()
          .update(
              doubt == null && before.claim() == null
                  ? before.ended(ReviewCase.State.WITHDRAWN)
                  : before.doubted(doubt == null ? before.doubt() : doubt));
    } else if (open.isEmpty() && doubt != null && tx.reviews().marks(submission.id()).isEmpty()) {
      openCase(tx, submission, doubt, event.sequence());
    }
    return recorded;
  }

  private Submission submit(
      Transaction tx, Screening screening, Candidate candidate, NewAnswer answer, String actor) {
    String salt = parts.salts().get();
    String attempt = answer.attempt();
    Submission draft =
        new Submission(
            parts.ids().get(),
            0,
            screening.id(),
            candidate.id(),
            answer.questionId(),
            attempt == null ? "auto:" + parts.ids().get() : attempt,
            new Submission.Content(answer.text(), salt),
            Chain.saltedHash(salt, answer.text()),
            parts.now());
    AuditEvent event = tx.audit().append(draft.submittedAt(), Facts.submitted(draft, actor));
    Submission submission = draft.at(event.sequence());
    tx.submissions().insert(submission);
    return submission;
  }

  private Candidate candidate(Transaction tx, Optional<Candidate> known, NewAnswer answer) {
    if (known.isEmpty()) {
      Candidate candidate =
          new Candidate(
              parts.ids().get(), answer.candidateRef(), answer.label(), parts.now(), null);
      tx.candidates().insert(candidate);
      return candidate;
    }
    Candidate candidate = known.get();
    if (answer.label() != null && !answer.label().equals(candidate.label())) {
      candidate = candidate.labelled(answer.label());
      tx.candidates().update(candidate);
    }
    return candidate;
  }

  private static Optional<Submission> existing(
      Transaction tx, Screening screening, Optional<Candidate> candidate, NewAnswer answer) {
    if (candidate.isEmpty()) {
      return Optional.empty();
    }
    String attempt = answer.attempt();
    if (attempt != null) {
      return tx.submissions()
          .find(screening.id(), candidate.get().id(), answer.questionId(), attempt);
    }
    return tx.submissions()
        .last(screening.id(), candidate.get().id(), answer.questionId())
        .filter(last -> last.content() != null && last.content().text().equals(answer.text()));
  }

  private Receipt repeated(Transaction tx, Submission submission, NewAnswer answer) {
    Submission.Content content = submission.content();
    if (content != null && !content.text().equals(answer.text())) {
      throw new ConflictException(
          ConflictException.Reason.ATTEMPT_DIFFERS,
          "attempt '"
              + submission.attempt()
              + "' at question '"
              + submission.questionId()
              + "' came in before with another text; give a new attempt another name");
    }
    RecordedGrade recorded = tx.grades().newest(submission.id()).orElse(null);
    String json = recorded == null ? null : recorded.json();
    return new Receipt(submission, recorded, json == null ? null : parts.grades().read(json), true);
  }

  private static Optional<ConflictException> problem(Screening screening, NewAnswer answer) {
    if (screening.state() != ScreeningState.OPEN) {
      return Optional.of(
          new ConflictException(
              ConflictException.Reason.SCREENING_NOT_OPEN,
              "screening '"
                  + screening.id()
                  + "' is "
                  + Facts.lower(screening.state())
                  + " and takes no answers"));
    }
    if (!screening.plan().asks(answer.questionId())) {
      return Optional.of(
          new ConflictException(
              ConflictException.Reason.QUESTION_NOT_ASKED,
              "screening '"
                  + screening.id()
                  + "' does not ask question '"
                  + answer.questionId()
                  + "'"));
    }
    return Optional.empty();
  }

  private void openCase(Transaction tx, Submission submission, double doubt, long sequence) {
    tx.reviews()
        .insert(
            new ReviewCase(
                parts.ids().get(),
                sequence,
                submission.screeningId(),
                submission.id(),
                submission.questionId(),
                ReviewCase.Kind.DOUBT,
                doubt,
                ReviewCase.State.OPEN,
                null,
                parts.now(),
                null,
                1));
  }

  /** How much a person is needed; null when nobody is. An empty answer nobody can mark. */
  private static @Nullable Double doubt(Grade grade) {
    return switch (grade.status()) {
      case GRADED -> null;
      case NEEDS_REVIEW -> grade.review().doubt() == null ? NO_MARK : grade.review().doubt();
      case NOT_GRADABLE ->
          grade.reason() != null && grade.reason().code() == Reason.ANSWER_EMPTY
              ? null
              : (Double) NO_MARK;
      case FAILED -> NO_MARK;
    };
  }

  private static RecordedGrade recorded(
      Submission submission, Grade grade, long sequence, String json, String salt) {
    Grade.Score score = grade.score();
    List<Double> interval = score == null ? null : score.interval();
    return new RecordedGrade(
        grade.id(),
        sequence,
        submission.id(),
        submission.questionId(),
        grade.versions(),
        grade.status(),
        score == null ? null : share(score.given(), score),
        score == null || interval == null ? null : share(interval.get(0), score),
        score == null || interval == null ? null : share(interval.get(1), score),
        grade.review().doubt(),
        grade.createdAt(),
        json,
        Chain.saltedHash(salt, json));
  }

  /** A mark as a share of the most that can be given, in [0, 1]. */
  static Double share(Grade.Score score) {
    return share(score.given(), score);
  }

  private static Double share(double given, Grade.Score score) {
    return score.maximum() == 1 ? given : given / score.maximum();
  }
}

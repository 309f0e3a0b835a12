package docimo.screening;

import docimo.question.MarkedExample;
import docimo.question.Question;
import docimo.screening.ConflictException.Reason;
import docimo.screening.QuestionBook.KeptAnswer;
import docimo.screening.audit.AuditDraft;
import docimo.screening.audit.AuditKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps reviewed answers as marked answers of their questions, each time as a new revision: the
 * grades of the revision before are stale then, and say so. Thread-safe.
 */
public final class MarkedAnswers {

  private final ScreeningParts parts;
  private final Questions questions;

  MarkedAnswers(ScreeningParts parts, Questions questions) {
    this.parts = parts;
    this.questions = questions;
  }

  /**
   * Keeps an answer with the mark that a person gave it.
   *
   * @param markId names the person's mark
   * @param expected number of the question's newest revision, as the caller read it
   * @return the new revision
   * @throws NotFoundException when there is no such mark
   * @throws VersionConflictException when the question was changed since
   * @throws ConflictException when the text was removed, or the answer is kept already
   */
  public QuestionRevision keep(String markId, int expected, String actor) {
    return kept(markId, expected, actor);
  }

  /**
   * Keeps an answer with the mark that a person gave it, whatever the newest revision of the
   * question is.
   *
   * @param markId names the person's mark
   * @return the new revision
   * @throws NotFoundException when there is no such mark
   * @throws ConflictException when the text was removed, or the answer is kept already
   */
  public QuestionRevision keep(String markId, String actor) {
    return kept(markId, null, actor);
  }

  private QuestionRevision kept(String markId, @Nullable Integer expected, String actor) {
    Texts.requireId("actor", actor);
    return parts.store().write(tx -> keep(tx, markId, expected, actor));
  }

  private QuestionRevision keep(
      Transaction tx, String markId, @Nullable Integer expected, String actor) {
    HumanMark mark =
        tx.reviews().findMark(markId).orElseThrow(() -> new NotFoundException("mark", markId));
    Submission submission = tx.submissions().get(mark.submissionId());
    Submission.Content content = submission.content();
    if (content == null || content.text().isBlank()) {
      throw new ConflictException(
          Reason.TEXT_REMOVED, "submission '" + submission.id() + "' has no text to keep");
    }
    if (!tx.questions().markedAnswersOf(submission.id()).isEmpty()) {
      throw new ConflictException(
          Reason.STATE_NOT_POSSIBLE,
          "submission '" + submission.id() + "' is a marked answer already");
    }
    QuestionRevision newest = tx.questions().get(submission.questionId());
    if (expected != null && newest.number() != expected) {
      throw new VersionConflictException(
          "question", submission.questionId(), expected, newest.number());
    }
    List<MarkedExample> examples = new ArrayList<>(newest.question().markedAnswers());
    examples.add(new MarkedExample(content.text(), mark.mark()));
    QuestionRevision kept = questions.save(tx, with(newest.question(), examples), actor);
    tx.questions().noteMarkedAnswer(submission.questionId(), submission.id());
    tx.audit()
        .append(
            parts.now(),
            AuditDraft.of(AuditKind.MARKED_ANSWER_KEPT, actor)
                .with(Facts.QUESTION, submission.questionId())
                .with(Facts.SUBMISSION, submission.id())
                .with(Facts.MARK_ID, markId)
                .with("revision", kept.revision()));
    return kept;
  }

  /** Takes the text of an answer out of all revisions of its question, in a new one and in old. */
  void forget(Transaction tx, Submission submission, String text, String actor) {
    for (KeptAnswer kept : tx.questions().markedAnswersOf(submission.id())) {
      for (QuestionRevision revision : tx.questions().history(kept.questionId())) {
        Question without = without(revision.question(), text);
        if (!without.equals(revision.question())) {
          tx.questions()
              .redact(
                  new QuestionRevision(
                      without,
                      revision.revision(),
                      revision.number(),
                      revision.createdAt(),
                      revision.actor(),
                      true));
        }
      }
      QuestionRevision newest = tx.questions().get(kept.questionId());
      if (newest.redacted()) {
        questions.append(tx, newest.question(), newest, actor);
      }
      tx.questions().forgetMarkedAnswer(kept);
    }
  }

  private static Question without(Question question, String text) {
    return with(
        question,
        question.markedAnswers().stream()
            .filter(example -> !example.answer().equals(text))
            .toList());
  }

  private static Question with(Question question, List<MarkedExample> examples) {
    return new Question(
        question.id(),
        question.prompt(),
        question.references(),
        question.keyPoints(),
        question.rule(),
        question.topic(),
        examples);
  }
}

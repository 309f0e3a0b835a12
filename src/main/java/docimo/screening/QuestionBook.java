package docimo.screening;

import java.util.List;
import java.util.Optional;

/** Revisions of questions, in a transaction (port). */
public interface QuestionBook {

  /**
   * Keeps a revision.
   *
   * @throws VersionConflictException when its number is not the one after the newest
   */
  void append(QuestionRevision revision);

  /** The newest revision of a question. */
  Optional<QuestionRevision> newest(String questionId);

  /** The latest revision of a question with this content. */
  Optional<QuestionRevision> find(String questionId, String revision);

  /** All revisions of a question, the first one first. */
  List<QuestionRevision> history(String questionId);

  /**
   * The newest revision of each question, in the order in which the questions came in.
   *
   * @param after number of questions to leave out
   */
  List<QuestionRevision> newest(int after, int limit);

  /** Puts a redacted revision in the place of the one with its number. */
  void redact(QuestionRevision revision);

  /** Notes that a marked answer in the revisions of a question is the text of a submission. */
  void noteMarkedAnswer(String questionId, String submissionId);

  /** The questions that have texts of these submissions as marked answers. */
  List<KeptAnswer> markedAnswersOf(String submissionId);

  /** Forgets what was noted. */
  void forgetMarkedAnswer(KeptAnswer kept);

  /** That a question has the text of a submission as a marked answer. */
  record KeptAnswer(String questionId, String submissionId) {}

  /**
   * The newest revision of a question.
   *
   * @throws NotFoundException when there is none
   */
  default QuestionRevision get(String questionId) {
    return newest(questionId).orElseThrow(() -> new NotFoundException("question", questionId));
  }
}

package docimo.screening;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answer that came in. Immutable, but that its text can be forgotten.
 *
 * @param id names it
 * @param sequence of its event in the audit log; says which came first
 * @param screeningId where
 * @param candidateId by whom
 * @param questionId to what
 * @param attempt names it among the candidate's answers to the question
 * @param content text and salt; null when they were removed
 * @param textHash salted hash of the text; stays
 * @param submittedAt when it came in
 */
public record Submission(
    String id,
    long sequence,
    String screeningId,
    String candidateId,
    String questionId,
    String attempt,
    @Nullable Content content,
    String textHash,
    Instant submittedAt) {

  /**
   * What is removed together.
   *
   * @param text the answer
   * @param salt random; hashes of the text and of what quotes it are made with it
   */
  public record Content(String text, String salt) {}

  /** The same, with the sequence of its event. */
  Submission at(long event) {
    return new Submission(
        id, event, screeningId, candidateId, questionId, attempt, content, textHash, submittedAt);
  }
}

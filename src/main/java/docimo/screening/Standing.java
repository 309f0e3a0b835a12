package docimo.screening;

import org.jspecify.annotations.Nullable;

/**
 * What there is of an answer.
 *
 * @param submissionId names the answer
 * @param sequence says which answer came first
 * @param candidateId by whom
 * @param questionId to what
 * @param hasText whether its text is still there
 * @param grade the newest grade, without its text; null when the machine failed
 * @param human the last mark that a person gave, without its reason; null when nobody did
 * @param waits whether a person should look at it
 */
public record Standing(
    String submissionId,
    long sequence,
    String candidateId,
    String questionId,
    boolean hasText,
    @Nullable RecordedGrade grade,
    @Nullable HumanMark human,
    boolean waits) {

  /** The mark that counts. */
  public EffectiveMark mark() {
    return EffectiveMark.of(grade, human, waits);
  }
}

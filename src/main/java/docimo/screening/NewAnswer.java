package docimo.screening;

import org.jspecify.annotations.Nullable;

/**
 * An answer to be taken in. What no database keeps (U+0000, halves of surrogate pairs) becomes
 * U+FFFD in its text, so that offsets stay what they are.
 *
 * @param candidateRef names the candidate, at most 200 characters
 * @param label what people call the candidate; null leaves it as it is
 * @param questionId one of the screening's questions
 * @param attempt names this attempt of the candidate at the question, at most 200 characters: the
 *     same attempt sent twice counts once; null for an attempt of its own, unless the candidate's
 *     last answer to the question is the very same text
 * @param text the answer, possibly empty
 */
public record NewAnswer(
    String candidateRef,
    @Nullable String label,
    String questionId,
    @Nullable String attempt,
    String text) {

  /**
   * @throws InvalidValueException when a part is out of its range
   */
  public NewAnswer {
    Texts.requireId("candidate_ref", candidateRef);
    if (candidateRef.startsWith(Candidates.ERASED_PREFIX)) {
      throw new InvalidValueException(
          "candidate_ref", "does not begin with '" + Candidates.ERASED_PREFIX + "'");
    }
    label = label == null || label.isBlank() ? null : Texts.require("label", label, Texts.NAME);
    Texts.requireId("question_id", questionId);
    if (attempt != null) {
      Texts.requireId("attempt", attempt);
    }
    text = Texts.storable(text);
  }
}

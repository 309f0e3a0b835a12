package docimo.grading;

/**
 * Why a person should look at a mark before it counts. The codes (lower case on the wire) are an
 * open list: later versions may add some. Each can be switched off by its code in a {@link
 * ReviewPolicy}.
 */
public enum ReviewReason {
  /** The interval of the mark is wide, and lies well on both sides of a border between bands. */
  WIDE_INTERVAL,
  /** The words of the answer say one thing and its meaning another. */
  SIGNALS_DISAGREE,
  /** The answer seems to say the opposite of a key point. */
  CONTRADICTED_POINT,
  /** A flag of the severity high was raised. */
  HIGH_FLAG,
  /** The answer is unlike all that the scoring model was fitted on. */
  UNFAMILIAR_ANSWER
}

package docimo.grading;

import java.util.Locale;

/** What tells that an answer says the opposite of a key point. */
public enum ContradictionSign {
  /** A word whose opposite the key has: "decreases" for "increases". */
  OPPOSITE_WORD,
  /** Words of the key under the opposite polarity: "does not converge" for "converges". */
  NEGATION,
  /** Another number than the key's. */
  OTHER_NUMBER,
  /** Who does what to whom is exchanged. */
  EXCHANGED_ROLES,
  /** What holds of one thing that the question asks about, said of another. */
  EXCHANGED_NAMES;

  /** The name on the wire and in files of weights. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package docimo.screening;

/** Which of several answers of a candidate to one question counts. */
public enum Resubmission {
  /** The last that came in. */
  LAST,
  /** The one with the best mark that counts, the earliest of equals. */
  BEST,
  /** The first that came in. */
  FIRST
}

package docimo.grading;

/** How much a flag matters, least first; lower case on the wire. */
public enum Severity {
  /** Good to know; changes nothing. */
  INFO,
  /** Worth a look when the mark is used. */
  WARNING,
  /** A person should look before the mark counts. */
  HIGH
}

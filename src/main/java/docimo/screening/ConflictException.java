package docimo.screening;

/** What was asked for is not possible as things stand. The message says why and what to do. */
public final class ConflictException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why it is not possible. The names (lower case on the wire) stay. */
  public enum Reason {
    /** The screening takes no answers, or nothing at all any more. */
    SCREENING_NOT_OPEN,
    /** A screening cannot go from the state it is in to the one asked for. */
    STATE_NOT_POSSIBLE,
    /** The screening does not ask this question. */
    QUESTION_NOT_ASKED,
    /** The same attempt came in before with another text. */
    ATTEMPT_DIFFERS,
    /** The case is done, or somebody else looks at it. */
    CASE_NOT_YOURS,
    /** The reviewer must mark before seeing the machine's mark. */
    BLIND_MARK_FIRST,
    /** The blind mark was given before and does not change. */
    BLIND_MARK_GIVEN,
    /** An appeal is for somebody who has not marked the answer before. */
    OTHER_PERSON_NEEDED,
    /** The answer has a case already that waits. */
    CASE_OPEN,
    /** The text was removed. */
    TEXT_REMOVED,
    /** The job cannot go from the state it is in to the one asked for. */
    JOB_STATE,
    /** The job is of another kind. */
    JOB_KIND,
    /** Somebody else has taken up the same request meanwhile. */
    REQUEST_REPEATED
  }

  private final Reason reason;

  /**
   * @param message a sentence with ids and remedies, without any text of an answer
   */
  public ConflictException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** Why it is not possible. */
  public Reason reason() {
    return reason;
  }
}

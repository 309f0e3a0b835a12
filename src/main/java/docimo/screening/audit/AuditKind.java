package docimo.screening.audit;

/** What an event says has happened. The names are in the chain: none is ever renamed. */
public enum AuditKind {
  /** A screening was opened. */
  SCREENING_CREATED,
  /** Its plan was changed. */
  SCREENING_CHANGED,
  /** It was closed, opened again or archived. */
  SCREENING_MOVED,
  /** A question got a new revision. */
  QUESTION_REVISED,
  /** An answer came in. */
  ANSWER_SUBMITTED,
  /** The machine marked an answer, for the first time or again. */
  GRADE_RECORDED,
  /** The machine failed at an answer: there is no mark. */
  MARKING_FAILED,
  /** A reviewer gave a mark before seeing that of the machine. */
  BLIND_MARK_GIVEN,
  /** A person gave the mark that counts. */
  HUMAN_MARK_GIVEN,
  /** Somebody asked for another person to look. */
  APPEAL_OPENED,
  /** A reviewed answer became a marked answer of its question. */
  MARKED_ANSWER_KEPT,
  /** The percentiles of a screening were fixed. */
  PERCENTILES_FROZEN,
  /** The texts and the name of a candidate were removed. */
  CANDIDATE_ERASED,
  /** Texts whose time was over were removed. */
  RETENTION_PURGED,
  /** Long work was begun, stopped, taken up again or ended. */
  JOB_MOVED,
  /** The tenant whose log this is was made. */
  TENANT_CREATED,
  /** A key was made that opens what is kept here. */
  KEY_CREATED,
  /** A key got another secret; the one before works until the time that is said. */
  KEY_ROTATED,
  /** A key was revoked. */
  KEY_REVOKED
}

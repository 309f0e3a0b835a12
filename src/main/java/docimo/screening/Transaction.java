package docimo.screening;

import docimo.screening.audit.AuditLog;

/** What can be read and written together (port). For one thread. */
public interface Transaction {

  /** Screenings. */
  ScreeningBook screenings();

  /** Questions with all their revisions. */
  QuestionBook questions();

  /** Candidates. */
  CandidateBook candidates();

  /** Answers. */
  SubmissionBook submissions();

  /** Grades of the machine, and policies of review. */
  GradeBook grades();

  /** Cases to review and marks that people gave. */
  ReviewBook reviews();

  /** Frozen percentiles. */
  PercentileBook percentiles();

  /** Long work. */
  JobBook jobs();

  /** Rows of jobs of grades. */
  GradingBook gradings();

  /** Replies to requests that may come again. */
  ReplyBook replies();

  /** The chain of events. */
  AuditLog audit();
}

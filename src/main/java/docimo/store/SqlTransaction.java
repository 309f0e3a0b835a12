package docimo.store;

import docimo.screening.CandidateBook;
import docimo.screening.GradeBook;
import docimo.screening.GradingBook;
import docimo.screening.JobBook;
import docimo.screening.PercentileBook;
import docimo.screening.QuestionBook;
import docimo.screening.QuestionCodec;
import docimo.screening.ReplyBook;
import docimo.screening.ReviewBook;
import docimo.screening.ScreeningBook;
import docimo.screening.SubmissionBook;
import docimo.screening.Transaction;
import docimo.screening.audit.ChainHead;
import org.jdbi.v3.core.Handle;

/** A transaction on a connection. */
final class SqlTransaction implements Transaction {

  private final Handle handle;
  private final QuestionCodec questions;
  private final SqlAuditLog audit;

  SqlTransaction(Handle handle, QuestionCodec questions, ChainHead head) {
    this.handle = handle;
    this.questions = questions;
    this.audit = new SqlAuditLog(handle, head);
  }

  @Override
  public ScreeningBook screenings() {
    return new SqlScreenings(handle);
  }

  @Override
  public QuestionBook questions() {
    return new SqlQuestions(handle, questions);
  }

  @Override
  public CandidateBook candidates() {
    return new SqlCandidates(handle);
  }

  @Override
  public SubmissionBook submissions() {
    return new SqlSubmissions(handle);
  }

  @Override
  public GradeBook grades() {
    return new SqlGrades(handle);
  }

  @Override
  public ReviewBook reviews() {
    return new SqlReviews(handle);
  }

  @Override
  public PercentileBook percentiles() {
    return new SqlPercentiles(handle);
  }

  @Override
  public JobBook jobs() {
    return new SqlJobs(handle);
  }

  @Override
  public GradingBook gradings() {
    return new SqlGradings(handle);
  }

  @Override
  public ReplyBook replies() {
    return new SqlReplies(handle);
  }

  @Override
  public SqlAuditLog audit() {
    return audit;
  }
}

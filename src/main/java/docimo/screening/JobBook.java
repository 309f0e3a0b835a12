package docimo.screening;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Long work and its parts, in a transaction (port). */
public interface JobBook {

  /** Keeps a new job. */
  void insert(Job job);

  /**
   * Keeps the next version of a job.
   *
   * @throws VersionConflictException when the one in the store is not the version before
   */
  void update(Job job);

  /** The job with this id. */
  Optional<Job> find(String id);

  /** Jobs of a screening, the newest first. */
  List<Job> of(String screeningId, int limit);

  /** Jobs that are being worked on. */
  List<Job> running();

  /** Jobs of a kind whose state has not changed since a time, the oldest first. */
  List<Job> unchangedSince(Job.Kind kind, Instant before, int limit);

  /** Removes a job with its parts; rows that somebody sent are removed before. */
  void remove(String id);

  /** Keeps a new part. */
  void insert(JobPart part);

  /**
   * Notes how far a part is, and with it the job.
   *
   * @return false when somebody else has gone on with it since it was read; nothing is noted then
   */
  boolean advance(JobPart before, JobPart now);

  /** A part of a job. */
  Optional<JobPart> part(String jobId, int number);

  /** Parts of a job that are not done. */
  List<JobPart> unfinished(String jobId);

  /** Keeps rows of an upload until they are marked. */
  void insertRows(String jobId, List<UploadRow> rows);

  /** Rows of an upload, from one number (inclusive) to another (exclusive). */
  List<UploadRow> rows(String jobId, long from, long to);

  /** Notes what was wrong with some of a range of rows, and forgets the texts of all of them. */
  void settleRows(String jobId, long from, long to, List<RowProblem> problems);

  /** What was wrong with rows of an upload, by number. */
  List<RowProblem> problems(String jobId, long after, int limit);

  /** Forgets the texts of a candidate that wait in uploads. */
  void forgetRowsOf(String candidateRef);

  /**
   * Forgets the texts that wait in uploads to a screening which were opened before a time.
   *
   * @return how many
   */
  int forgetRowsBefore(String screeningId, Instant before);

  /**
   * The job with this id.
   *
   * @throws NotFoundException when there is none
   */
  default Job get(String id) {
    return find(id).orElseThrow(() -> new NotFoundException("job", id));
  }
}

package docimo.screening;

/**
 * A part of a job, for one worker at a time. Immutable.
 *
 * @param jobId of which job
 * @param number names it in its job, from 0
 * @param from where it begins: the number of a row of an upload, or the sequence of an answer in a
 *     regrade
 * @param to where it ends, exclusive
 * @param next what is to be done next, from {@code from} to {@code to}
 * @param done how many rows or answers were looked at
 * @param failed how many of them could not be taken
 */
public record JobPart(
    String jobId, int number, long from, long to, long next, int done, int failed) {

  /** Whether nothing is left to do. */
  public boolean isDone() {
    return next >= to;
  }

  /** The same part, further on. */
  JobPart at(long further, int moreDone, int moreFailed) {
    return new JobPart(jobId, number, from, to, further, done + moreDone, failed + moreFailed);
  }
}

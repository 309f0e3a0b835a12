package docimo.screening;

import java.util.List;

/** Rows of jobs of grades, in a transaction (port). */
public interface GradingBook {

  /** Keeps new rows. */
  void insert(String jobId, List<GradingRow> rows);

  /**
   * Rows of a job.
   *
   * @param from the number of the first one
   * @param to the number of the one after the last
   */
  List<GradingRow> rows(String jobId, long from, long to);

  /** Keeps results and forgets the texts of their rows; what was forgotten meanwhile stays so. */
  void settle(String jobId, List<RowMarking.Marked> marked);

  /**
   * Results in the order of the rows, up to the first row that has none yet.
   *
   * @param after the number of the row to go on after; 0 to begin
   */
  List<GradedRow> results(String jobId, long after, int limit);

  /**
   * Forgets texts and results of a candidate, of all jobs.
   *
   * @param candidateHash as {@link GradingRow#candidateHash()}
   * @return of how many rows
   */
  int forget(String candidateHash);

  /** Removes all rows of a job. */
  void remove(String jobId);
}

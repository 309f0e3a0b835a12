package docimo.batch;

/** Counts what became of the rows of a batch. Used by one thread. */
public final class BatchSummary {

  private long graded;
  private long notGradable;
  private long failed;
  private long forReview;

  void count(BatchResult result) {
    if (!(result instanceof BatchResult.Marked marked)) {
      failed++;
    } else if (marked.grade().score() == null) {
      notGradable++;
    } else {
      graded++;
      forReview += marked.grade().review().required() ? 1 : 0;
    }
  }

  /** Rows written. */
  public long rows() {
    return graded + notGradable + failed;
  }

  /** Rows that got a mark. */
  public long graded() {
    return graded;
  }

  /** Rows that got a mark which a person should look at before it counts. */
  public long forReview() {
    return forReview;
  }

  /** Rows whose answer or question did not allow a mark. */
  public long notGradable() {
    return notGradable;
  }

  /** Rows that could not be understood. */
  public long failed() {
    return failed;
  }
}

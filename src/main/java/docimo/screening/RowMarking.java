package docimo.screening;

/** Marks rows of jobs of grades (port). Thread-safe. */
public interface RowMarking {

  /**
   * What became of a row.
   *
   * @param number its place among the rows, from 1
   * @param json the line of its result
   * @param failed whether it could not be marked
   */
  record Marked(long number, String json, boolean failed) {}

  /**
   * Marks a row that has a text. The same row gets the same result.
   *
   * @return a result in every case
   */
  Marked mark(GradingRow row);
}

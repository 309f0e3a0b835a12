package docimo.exchange;

import docimo.batch.BatchRow;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a row of a batch stands.
 *
 * @param number which row it is, counted from 1
 * @param line the line of the file that it begins on, counted from 1: blank lines count, too
 */
record RowPlace(long number, long line) {

  /** A row of which nothing could be read. */
  BatchRow.Broken broken(@Nullable String answerId, String code, String message) {
    return broken(answerId, BatchRow.Sent.NOTHING, code, message, Map.of());
  }

  /** A row that cannot be marked; its message says on which line it is. */
  BatchRow.Broken broken(
      @Nullable String answerId,
      BatchRow.Sent sent,
      String code,
      String message,
      Map<String, Object> carried) {
    return new BatchRow.Broken(
        number, answerId, sent, code, "line " + line + ": " + message, carried);
  }
}

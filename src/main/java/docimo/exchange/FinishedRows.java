package docimo.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import docimo.batch.BatchInput;
import docimo.batch.BatchRow;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The results that an interrupted batch left behind. */
final class FinishedRows {

  private static final String REMEDY = " give the input they were made from, or another --output";

  private long count;
  private long endOfLast;
  private String last = "";

  private FinishedRows() {}

  /**
   * Passes over the rows of an input that have a result, and cuts a half-written last result off.
   *
   * @return how many rows have a result
   * @throws ResumeException when the results are not those of this input
   */
  static long skip(Path results, BatchInput rows) throws IOException {
    if (!Files.exists(results)) {
      return 0;
    }
    FinishedRows finished = new FinishedRows();
    finished.read(results);
    finished.passOver(rows, results);
    try (FileChannel file = FileChannel.open(results, StandardOpenOption.WRITE)) {
      file.truncate(finished.endOfLast);
    }
    return finished.count;
  }

  private void read(Path results) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(results))) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      long at = 0;
      for (int c = in.read(); c >= 0; c = in.read()) {
        at++;
        if (c != '\n') {
          line.write(c);
          continue;
        }
        count++;
        endOfLast = at;
        last = line.toString(StandardCharsets.UTF_8);
        line.reset();
      }
    }
  }

  private void passOver(BatchInput rows, Path results) throws IOException {
    BatchRow row = null;
    for (long i = 0; i < count; i++) {
      row = rows.next();
      if (row == null) {
        throw new ResumeException(
            results + " has " + count + " results but the input only " + i + " rows;" + REMEDY);
      }
    }
    if (row != null && !Objects.equals(row.answerId(), answerIdOfLast(results))) {
      throw new ResumeException(
          "result "
              + count
              + " of "
              + results
              + " is of another answer than row "
              + count
              + " of the input;"
              + REMEDY);
    }
  }

  private @Nullable String answerIdOfLast(Path results) {
    try {
      JsonNode result = Json.read(last);
      JsonNode id = result.path("answer_id");
      if (result.path("row").asLong() != count) {
        throw new ResumeException(results + " does not hold results of a batch;" + REMEDY);
      }
      return id.isTextual() ? id.textValue() : null;
    } catch (MalformedJsonException e) {
      throw new ResumeException(results + " does not hold results of a batch;" + REMEDY);
    }
  }
}

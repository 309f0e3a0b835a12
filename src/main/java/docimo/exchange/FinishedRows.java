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

  private static final String REMEDY = "; give the input they were made from, or another --output";

  private final Path results;
  private final BatchInput rows;
  private long count;
  private long end;

  private FinishedRows(Path results, BatchInput rows) {
    this.results = results;
    this.rows = rows;
  }

  /**
   * Passes over the rows of an input that have a result, and cuts a half-written last result off.
   *
   * @return how many rows have a result
   * @throws ResumeException when the results are not those of this input; they stay as they are
   */
  static long skip(Path results, BatchInput rows) throws IOException {
    if (!Files.exists(results)) {
      return 0;
    }
    FinishedRows finished = new FinishedRows(results, rows);
    finished.passOver();
    try (FileChannel file = FileChannel.open(results, StandardOpenOption.WRITE)) {
      file.truncate(finished.end);
    }
    return finished.count;
  }

  private void passOver() throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(results))) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      long at = 0;
      for (int c = in.read(); c >= 0; c = in.read()) {
        at++;
        if (c == '\n') {
          require(line.toString(StandardCharsets.UTF_8));
          line.reset();
          end = at;
        } else {
          line.write(c);
        }
      }
    }
  }

  /** Refuses a result that is not the next row's. */
  private void require(String line) throws IOException {
    JsonNode result = parse(line);
    count++;
    BatchRow row = rows.next();
    if (row == null) {
      throw new ResumeException(
          results + " has more results than the input has rows, " + (count - 1) + REMEDY);
    }
    if (!isOf(row, result)) {
      throw new ResumeException(
          "result " + count + " of " + results + " is not that of row " + count + REMEDY);
    }
  }

  private JsonNode parse(String line) {
    try {
      return Json.read(line);
    } catch (MalformedJsonException e) {
      throw new ResumeException(results + " does not hold results of a batch" + REMEDY);
    }
  }

  private boolean isOf(BatchRow row, JsonNode result) {
    return result.path("row").asLong() == count
        && Objects.equals(asWritten(row.answerId()), result.path("answer_id").textValue())
        && becameOf(row, result);
  }

  /** A question that was changed in between would make marks of two kinds in one file. */
  private static boolean becameOf(BatchRow row, JsonNode result) {
    String code = result.path("reason").path("code").textValue();
    if (row instanceof BatchRow.Broken broken) {
      return broken.code().equals(code);
    }
    JsonNode question = result.path("question");
    return question.isMissingNode()
        ? "internal_error".equals(code)
        : row instanceof BatchRow.Markable markable
            && markable.question().revision().equals(question.path("revision").textValue());
  }

  private static @Nullable String asWritten(@Nullable String id) {
    return id == null ? null : Json.wellFormed(id);
  }
}

package docimo.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import docimo.batch.BatchInput;
import docimo.batch.BatchRow;
import docimo.question.Question;
import docimo.question.QuestionBank;
import docimo.question.Rule;
import docimo.screening.InvalidValueException;
import docimo.screening.NewAnswer;
import docimo.screening.RowProblem;
import docimo.screening.UploadRow;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of an upload, a few hundred at a time: {@code candidate_ref}, {@code question_id},
 * {@code answer}, perhaps {@code attempt} and {@code label}. A row that cannot be read is passed on
 * as a problem that names its line. Used by one thread.
 */
public final class UploadRows implements Closeable {

  private static final int ROWS = 500;
  private static final long CHARACTERS = 4L << 20;
  private static final int LONGEST_ANSWER = 1 << 20;
  private static final String NAMED = "named";

  /** Which questions a screening asks is for the job to say. */
  private static final QuestionBank ANY =
      new QuestionBank() {
        @Override
        public Optional<Question> find(String id) {
          return id.isBlank()
              ? Optional.empty()
              : Optional.of(new Question(id, "", List.of(), List.of(), Rule.ALL, NAMED));
        }

        @Override
        public List<Question> all() {
          return List.of();
        }
      };

  private final BatchInput input;
  private long number;

  private UploadRows(BatchInput input) {
    this.input = input;
  }

  /**
   * Begins to read.
   *
   * @param fileName tells the format: {@code .csv}, {@code .tsv}, anything else is JSON lines
   * @param in closed with the rows
   * @throws IOException when the beginning cannot be read
   */
  public static UploadRows open(String fileName, InputStream in) throws IOException {
    return new UploadRows(BatchFiles.open(fileName, in, ANY));
  }

  /**
   * Passes over rows that are kept already.
   *
   * @return how many there were to pass over, at most {@code rows}
   */
  public long skip(long rows) throws IOException {
    while (number < rows && input.next() != null) {
      number++;
    }
    return number;
  }

  /** The next rows; none after the last. */
  public List<UploadRow> next() throws IOException {
    List<UploadRow> rows = new ArrayList<>();
    long characters = 0;
    while (rows.size() < ROWS && characters < CHARACTERS) {
      BatchRow read = input.next();
      if (read == null) {
        return rows;
      }
      UploadRow row = row(number++, read);
      NewAnswer answer = row.answer();
      characters += answer == null ? 0 : answer.text().length();
      rows.add(row);
    }
    return rows;
  }

  /** How many bytes of the input were read so far, for showing progress. */
  public long bytesRead() {
    return input.bytesRead();
  }

  @Override
  public void close() throws IOException {
    input.close();
  }

  private static UploadRow row(long number, BatchRow read) {
    if (read instanceof BatchRow.Broken broken) {
      return problem(number, broken.code(), broken.message());
    }
    BatchRow.Markable row = (BatchRow.Markable) read;
    String candidate = row.answer().candidateRef();
    if (!NAMED.equals(row.question().topic())) {
      return problem(number, "question_id_missing", "the row has no 'question_id'; add it");
    }
    if (candidate == null) {
      return problem(number, "candidate_ref_missing", "the row has no 'candidate_ref'; add it");
    }
    if (row.answer().text().length() > LONGEST_ANSWER) {
      return problem(
          number,
          "answer_too_long",
          "the answer is longer than " + LONGEST_ANSWER + " characters; shorten it");
    }
    try {
      return new UploadRow(
          number,
          new NewAnswer(
              candidate,
              carried(row, "label"),
              row.question().id(),
              carried(row, "attempt"),
              row.answer().text()),
          null);
    } catch (InvalidValueException e) {
      return problem(number, "invalid_field", String.valueOf(e.getMessage()));
    }
  }

  private static @Nullable String carried(BatchRow.Markable row, String name) {
    if (row.carried().get(name) instanceof JsonNode node && !node.isNull()) {
      String text = node.asText();
      return text.isBlank() ? null : text;
    }
    return null;
  }

  private static UploadRow problem(long number, String code, String message) {
    String place = message.startsWith("line ") ? message : "row " + (number + 1) + ": " + message;
    return new UploadRow(number, null, new RowProblem(number, code, place));
  }
}

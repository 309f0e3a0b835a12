package docimo.exchange;

import docimo.batch.BatchResult;
import docimo.batch.BatchRow;
import docimo.batch.RowMarker;
import docimo.grading.Grader;
import docimo.grading.InferenceGate;
import docimo.question.QuestionBank;
import docimo.screening.GradingRow;
import docimo.screening.RowMarking;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a grading job: taken from what was sent, and marked later, with the result that the row
 * would have had at once. Thread-safe.
 */
public final class GradingRows implements RowMarking {

  /** How many rows are kept at once. */
  private static final int ROWS = 500;

  private static final long CHARACTERS = 4L << 20;

  private final Supplier<Grader> grader;
  private final QuestionBank bank;
  private final InferenceGate gate;

  /**
   * @param grader gives what marks answers; may wait until it is loaded
   * @param bank has the questions that rows name by id
   * @param gate all marks go through it
   */
  public GradingRows(Supplier<Grader> grader, QuestionBank bank, InferenceGate gate) {
    this.gate = gate;
    this.grader = grader;
    this.bank = bank;
  }

  /**
   * The next rows of those that are sent; none after the last. What can never be marked has its
   * result already.
   *
   * @throws BrokenBodyException when the rows cannot be read on
   */
  public static List<GradingRow> next(SentRows sent) {
    List<GradingRow> rows = new ArrayList<>();
    long characters = 0;
    while (rows.size() < ROWS && characters < CHARACTERS) {
      SentRows.Sent next = sent.next();
      if (next == null) {
        return rows;
      }
      GradingRow row = row(next);
      characters += row.text() == null ? 0 : row.text().length();
      rows.add(row);
    }
    return rows;
  }

  private static GradingRow row(SentRows.Sent sent) {
    RowPlace place = sent.sent().place();
    BatchRow.Sent answer = sent.row().sent();
    String result =
        sent.row() instanceof BatchRow.Broken broken
            ? line(
                new BatchResult.Failed(
                    broken, new BatchResult.Failure(broken.code(), broken.message())))
            : null;
    return GradingRow.of(
        place.number(),
        place.line(),
        answer.candidateRef(),
        result == null ? sent.sent().text() : null,
        result);
  }

  @Override
  public Marked mark(GradingRow row) {
    RowPlace place = new RowPlace(row.number(), row.line());
    JsonRow sent = new JsonRow(place, row.text(), "the row is gone");
    BatchResult result = new RowMarker(grader.get(), gate).mark(sent.read(bank));
    return new Marked(row.number(), line(result), result instanceof BatchResult.Failed);
  }

  private static String line(BatchResult result) {
    return Json.write(ResultRow.of(result));
  }

  /** A line for a row, whether it has a result or its candidate was erased. */
  public static String line(long number, @Nullable String result) {
    return result == null ? BatchFiles.erased(number) : result;
  }
}

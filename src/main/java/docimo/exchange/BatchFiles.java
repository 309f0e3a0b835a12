package docimo.exchange;

import docimo.batch.BatchInput;
import docimo.batch.BatchOutput;
import docimo.batch.BatchResult;
import docimo.batch.BatchRow;
import docimo.grading.Grade;
import docimo.question.QuestionBank;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Opens batches of answers and writes their results, as JSON lines or CSV by the file's name. */
public final class BatchFiles {

  private static final int BUFFER = 1 << 16;

  private BatchFiles() {}

  /** Whether a file of this name holds comma-separated values. */
  public static boolean isCsv(String fileName) {
    String lower = fileName.toLowerCase(Locale.ROOT);
    return lower.endsWith(".csv") || lower.endsWith(".tsv");
  }

  /**
   * Opens a batch.
   *
   * @param fileName tells the format: {@code .csv}, {@code .tsv}, anything else is JSON lines
   * @param in closed with the batch
   * @param bank has the questions that rows name by id
   * @throws IOException when the beginning of a CSV file cannot be read
   */
  public static BatchInput open(String fileName, InputStream in, QuestionBank bank)
      throws IOException {
    InputStream buffered = new BufferedInputStream(in, BUFFER);
    if (!isCsv(fileName)) {
      return new JsonLinesInput(buffered, bank);
    }
    return new CsvInput(buffered, separatorOf(fileName), bank);
  }

  private static char separatorOf(String fileName) {
    return fileName.toLowerCase(Locale.ROOT).endsWith(".tsv") ? '\t' : ',';
  }

  /**
   * Passes over the rows of a batch that have a result in a file of JSON lines already; a
   * half-written last result is cut off.
   *
   * @param results the file that an interrupted run left; none at all is as good as an empty one
   * @param current what makes marks now
   * @return how many rows have a result
   * @throws ResumeException when the results are not those of this batch, or of another version
   * @throws IOException when either cannot be read
   */
  public static long skipFinished(Path results, BatchInput rows, Grade.Versions current)
      throws IOException {
    return FinishedRows.skip(results, rows, current);
  }

  /**
   * Writes results as JSON lines. Each row is handed on whole before the next one is taken: whoever
   * reads the other end of a pipe need not wait, and a run that dies loses no finished row.
   */
  public static BatchOutput jsonLines(Writer out) {
    return new BatchOutput() {
      @Override
      public void write(BatchResult result) throws IOException {
        out.write(Json.write(ResultRow.of(result)) + "\n");
        out.flush();
      }

      @Override
      public void close() throws IOException {
        out.close();
      }
    };
  }

  /** Writes results as the items of one array, each as soon as it comes; closing ends the array. */
  public static BatchOutput jsonArray(Writer out) {
    return new BatchOutput() {
      private String before = "[";

      @Override
      public void write(BatchResult result) throws IOException {
        out.write(before + Json.write(ResultRow.of(result)));
        out.flush();
        before = ",\n";
      }

      @Override
      public void close() throws IOException {
        out.write(before.equals("[") ? "[]" : "]");
        out.close();
      }
    };
  }

  /** The line of a row whose candidate was erased after it had been sent. */
  public static String erased(long number) {
    BatchRow row =
        new BatchRow.Broken(number, null, BatchRow.Sent.NOTHING, "candidate_erased", "", Map.of());
    return Json.write(
        ResultRow.of(
            new BatchResult.Failed(
                row, new BatchResult.Failure("candidate_erased", "the candidate was erased"))));
  }

  /**
   * Writes the main columns of results as CSV under a header, or separated by tabs in a {@code
   * .tsv}; what rows carry follows in columns of its own.
   *
   * @param carried names that rows may carry something under, as {@link BatchInput#carriedNames()}
   *     has them; what is carried under others is left out
   * @throws IOException when the header cannot be written
   */
  public static BatchOutput csv(String fileName, List<String> carried, Writer out)
      throws IOException {
    return new CsvResults(out, separatorOf(fileName), carried);
  }
}

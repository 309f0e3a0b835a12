package docimo.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import docimo.batch.BatchInput;
import docimo.batch.BatchOutput;
import docimo.batch.BatchResult;
import docimo.grading.Grade;
import docimo.question.QuestionBank;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Opens batches of answers and writes their results, as JSON lines or CSV by the file's name. */
public final class BatchFiles {

  private static final int BUFFER = 1 << 16;
  private static final List<String> CSV_COLUMNS =
      List.of("row", "answer_id", "status", "score", "band", "reason", "question_id", "feedback");

  /** Also in full width, as spreadsheets take them too. */
  private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

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

  /**
   * Writes the main columns of results as CSV under a header, or separated by tabs in a {@code
   * .tsv}. Text that a spreadsheet would take for a formula is made plain by a leading apostrophe.
   *
   * @throws IOException when the header cannot be written
   */
  public static BatchOutput csv(String fileName, Writer out) throws IOException {
    CsvWriter csv =
        CsvWriter.builder().fieldSeparator(separatorOf(fileName)).bufferSize(0).build(out);
    write(csv, CSV_COLUMNS);
    return new BatchOutput() {
      @Override
      public void write(BatchResult result) throws IOException {
        JsonNode row = ResultRow.of(result);
        BatchFiles.write(csv, CSV_COLUMNS.stream().map(column -> cell(row, column)).toList());
      }

      @Override
      public void close() throws IOException {
        csv.close();
      }
    };
  }

  private static void write(CsvWriter csv, List<String> cells) throws IOException {
    try {
      csv.writeRecord(cells);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static String cell(JsonNode row, String column) {
    JsonNode value =
        switch (column) {
          case "reason" -> row.path("reason").path("code");
          case "feedback" -> row.path("feedback").path("summary");
          case "question_id" ->
              row.has("question_id") ? row.get("question_id") : row.path("question").path("id");
          default -> row.path(column);
        };
    String text = value.isNull() ? "" : value.asText();
    return value.isTextual() && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
        ? "'" + text
        : text;
  }
}

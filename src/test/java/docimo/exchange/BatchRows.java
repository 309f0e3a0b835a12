package docimo.exchange;

import docimo.batch.BatchInput;
import docimo.batch.BatchOutput;
import docimo.batch.BatchRow;
import docimo.batch.BatchRun;
import docimo.question.InMemoryQuestionBank;
import docimo.question.Question;
import docimo.question.QuestionBank;
import docimo.question.Rule;
import docimo.testing.TestApplication;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Reads and marks batches that tests write down as text. */
final class BatchRows {

  static final QuestionBank BANK =
      new InMemoryQuestionBank(
          List.of(
              new Question(
                  "cache",
                  "What does a cache do?",
                  List.of("A cache keeps copies of slow data in fast memory."),
                  List.of(),
                  Rule.ALL,
                  null)));

  private BatchRows() {}

  static List<BatchRow> read(String fileName, String content) {
    return read(fileName, content.getBytes(StandardCharsets.UTF_8));
  }

  static List<BatchRow> read(String fileName, byte[] content) {
    List<BatchRow> rows = new ArrayList<>();
    try (BatchInput input = BatchFiles.open(fileName, new ByteArrayInputStream(content), BANK)) {
      for (BatchRow row = input.next(); row != null; row = input.next()) {
        rows.add(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  static BatchRow.Markable markable(BatchRow row) {
    if (row instanceof BatchRow.Markable markable) {
      return markable;
    }
    throw new AssertionError("cannot be marked: " + row);
  }

  static BatchRow.Broken broken(BatchRow row) {
    if (row instanceof BatchRow.Broken broken) {
      return broken;
    }
    throw new AssertionError("can be marked: row " + row.number());
  }

  /** Marks what is left of a batch. */
  static void mark(BatchInput input, BatchOutput output) throws IOException {
    ExecutorService workers = Executors.newFixedThreadPool(2);
    try {
      new BatchRun(TestApplication.shared().grader(), workers, 8).run(input, output, row -> {});
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      workers.shutdownNow();
    }
  }

  /** Marks a batch; the results as lines of JSON. */
  static String results(String fileName, byte[] content) throws IOException {
    ByteArrayOutputStream results = new ByteArrayOutputStream();
    try (BatchInput input = BatchFiles.open(fileName, new ByteArrayInputStream(content), BANK);
        Writer writer = new java.io.OutputStreamWriter(results, StandardCharsets.UTF_8)) {
      mark(input, BatchFiles.jsonLines(writer));
    }
    return results.toString(StandardCharsets.UTF_8);
  }
}

package docimo.cli;

import docimo.app.Application;
import docimo.batch.BatchInput;
import docimo.batch.BatchOutput;
import docimo.batch.BatchRun;
import docimo.batch.BatchSummary;
import docimo.exchange.BatchFiles;
import docimo.grading.ReviewPolicy;
import docimo.question.QuestionBank;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Marks a file of answers. */
@Command(
    name = "batch",
    description = "Marks a JSON-lines or CSV file of answers, one result for each row, in order.",
    footer = {
      "",
      "Rows have answer, answer_id (or id), and either question_id (of the bank) or",
      "question with references (a list) or reference. Other fields are carried",
      "through; CSV results have them where the rows come from CSV, too. A row that",
      "cannot be marked says why, and the rest go on: the exit code is 0 then as well,",
      "and the last line on standard error counts the failed rows."
    })
final class BatchCommand extends ConsoleCommand {

  private static final int ROWS_A_THREAD = 8;

  @Parameters(
      paramLabel = "IN",
      description = "File of answers; - reads JSON lines from standard input.")
  private String input = "";

  @Option(
      names = "--output",
      paramLabel = "OUT",
      description = {
        "File for the results: CSV if it ends in .csv or .tsv, otherwise JSON lines",
        "(default, and -: JSON lines to standard output)."
      })
  private @Nullable Path output;

  @Mixin private BankOption bank = new BankOption();

  @Mixin private ReviewOption review = new ReviewOption();

  @Option(
      names = "--resume",
      description = {
        "Go on where an interrupted run left OUT; finished rows are kept.",
        "OUT must hold JSON lines:",
        "CSV cannot be gone on with."
      })
  private boolean resume;

  @Option(names = "--overwrite", description = "Write OUT anew if there is something in it.")
  private boolean overwrite;

  @Option(names = "--json", description = "Print the summary as JSON too.")
  private boolean json;

  BatchCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path file = output == null || OutputFile.isStandard(output) ? null : output;
    requireGoodUse(file);
    QuestionBank questions = bank.read();
    ReviewPolicy policy = review.read();
    try (BatchInput rows = BatchFiles.open(input, openInput(), questions)) {
      Application application = Application.start().with(policy).knowing(questions);
      long done =
          resume && file != null ? BatchFiles.skipFinished(file, rows, application.versions()) : 0;
      BatchSummary summary = run(rows, file, application);
      console.err().println(describe(summary, done));
      return DONE;
    }
  }

  private void requireGoodUse(@Nullable Path file) throws IOException {
    if (resume && (file == null || BatchFiles.isCsv(file.toString()))) {
      throw wrongUsage("--resume needs an --output file of JSON lines to go on with");
    }
    if (resume && overwrite) {
      throw wrongUsage("--resume keeps what --overwrite would destroy; choose one");
    }
    if (file != null && isTheInput(file)) {
      throw wrongUsage("--output is the input itself, which it would destroy; name another file");
    }
    if (file != null && !resume && !overwrite && OutputFile.holdsSomething(file)) {
      throw wrongUsage(
          file + " is not empty; --resume goes on with it, --overwrite writes it anew");
    }
  }

  private BatchSummary run(BatchInput rows, @Nullable Path file, Application application)
      throws IOException, InterruptedException {
    int threads = Runtime.getRuntime().availableProcessors();
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try (BatchOutput results = openOutput(file, rows);
        BatchProgress progress = BatchProgress.over(sizeOfInput(), console)) {
      return new BatchRun(application.grader(), workers, threads * ROWS_A_THREAD)
          .run(rows, results, result -> progress.at(rows.bytesRead()));
    } finally {
      workers.shutdownNow();
    }
  }

  private boolean isTheInput(Path file) throws IOException {
    return !input.equals("-")
        && Files.exists(file)
        && Files.exists(Path.of(input))
        && Files.isSameFile(file, Path.of(input));
  }

  private InputStream openInput() {
    if (input.equals("-")) {
      return console.in();
    }
    return InputFile.open(Path.of(input));
  }

  private long sizeOfInput() throws IOException {
    return input.equals("-") ? BatchProgress.UNKNOWN : Files.size(Path.of(input));
  }

  private BatchOutput openOutput(@Nullable Path file, BatchInput rows) throws IOException {
    if (file == null) {
      return BatchFiles.jsonLines(writer(new ResultStream(console.out())));
    }
    StandardOpenOption how =
        resume ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
    OutputStream out;
    try {
      out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how);
    } catch (IOException e) {
      throw CommandFailedException.cannotWrite(file);
    }
    return BatchFiles.isCsv(file.toString())
        ? BatchFiles.csv(file.toString(), rows.carriedNames(), writer(out))
        : BatchFiles.jsonLines(writer(out));
  }

  private static Writer writer(OutputStream out) {
    return new OutputStreamWriter(out, StandardCharsets.UTF_8);
  }

  private String describe(BatchSummary summary, long done) {
    if (json) {
      return String.format(
          Locale.ROOT,
          "{\"rows\":%d,\"graded\":%d,\"for_review\":%d,\"not_gradable\":%d,\"failed\":%d,\"kept\":%d}",
          summary.rows(),
          summary.graded(),
          summary.forReview(),
          summary.notGradable(),
          summary.failed(),
          done);
    }
    String kept = done == 0 ? "" : " (after " + done + " kept from before)";
    return String.format(
        Locale.ROOT,
        "%s%s: %d graded%s, %d not gradable, %d failed",
        count(summary.rows(), "row"),
        kept,
        summary.graded(),
        summary.forReview() == 0 ? "" : " (" + summary.forReview() + " for a person to look at)",
        summary.notGradable(),
        summary.failed());
  }

  /** Standard output: stays open, and tells when nobody takes the results any more. */
  private static final class ResultStream extends OutputStream {

    private final PrintStream out;

    ResultStream(PrintStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      if (out.checkError()) {
        throw new IOException("standard output takes no more results");
      }
    }
  }
}

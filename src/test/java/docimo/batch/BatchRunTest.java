package docimo.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import docimo.app.Application;
import docimo.app.Models;
import docimo.grading.ContradictionWeights;
import docimo.grading.Grader;
import docimo.grading.ScoringModel;
import docimo.similarity.Antonyms;
import docimo.similarity.TermWeights;
import docimo.testing.LogLines;
import docimo.text.TextAnalyzer;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BatchRunTest {

  private static final Models MODELS = new Models();
  private static final TextAnalyzer ANALYZER = Application.textAnalyzer(MODELS);
  private static final String GOOD = "Items leave a queue in the order in which they came in.";
  private static final String WAITING = "Waiting: " + GOOD;

  private final ExecutorService workers = Executors.newFixedThreadPool(2);

  @AfterEach
  void stopWorkers() {
    workers.shutdownNow();
  }

  @Test
  void resultsKeepTheOrderOfTheRowsWhateverIsReadyFirst() throws Exception {
    CountDownLatch othersAreDone = new CountDownLatch(3);
    Grader grader =
        grader(
            answer -> {
              if (answer.equals(WAITING)) {
                waitFor(othersAreDone);
              } else {
                othersAreDone.countDown();
              }
            });
    Rows.Sink results = new Rows.Sink();

    run(grader, 8, Rows.of(WAITING, GOOD, GOOD, GOOD, GOOD), results);

    assertThat(results.numbers()).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(results.results).hasOnlyElementsOfType(BatchResult.Marked.class);
  }

  @Test
  void millionRowsAreNeverHeldAtOnce() throws Exception {
    int window = 16;
    long million = 1_000_000;
    Rows.Source rows = new Rows.Source(million, Rows::broken);
    AtomicLong written = new AtomicLong();
    AtomicLong furthestAhead = new AtomicLong();
    BatchOutput results =
        new BatchOutput() {
          @Override
          public void write(BatchResult result) {
            furthestAhead.accumulateAndGet(rows.read() - written.get(), Math::max);
            assertThat(result.row().number()).isEqualTo(written.incrementAndGet());
          }

          @Override
          public void close() {}
        };

    BatchSummary summary =
        new BatchRun(grader(answer -> {}), workers, window).run(rows, results, result -> {});

    assertThat(summary.failed()).isEqualTo(million);
    assertThat(furthestAhead.get()).isEqualTo(window);
  }

  @Test
  void rowThatMakesTheGraderFailDoesNotStopTheOthersNorShowItsText() throws Exception {
    Grader grader =
        grader(
            answer -> {
              if (answer.startsWith("secret")) {
                throw new IllegalStateException("cannot bear " + answer);
              }
              if (answer.startsWith("deep")) {
                throw new StackOverflowError();
              }
            });
    Rows.Sink results = new Rows.Sink();

    try (LogLines log = new LogLines()) {
      run(
          grader,
          2,
          Rows.of(GOOD, "secret words of a candidate", "deep words of a candidate", GOOD),
          results);
      assertThat(String.join("\n", log.messages()))
          .contains("row 2 failed with java.lang.IllegalStateException\n  at docimo.batch.")
          .contains("\n  at docimo.grading.Grader.grade(", "row 3 failed with java.lang.StackOver")
          .doesNotContain("words of a candidate");
    }

    assertThat(results.numbers()).containsExactly(1L, 2L, 3L, 4L);
    assertThat(results.results.get(0)).isInstanceOf(BatchResult.Marked.class);
    assertThat(results.results.get(3)).isInstanceOf(BatchResult.Marked.class);
    assertThat(failure(results, 1).code()).isEqualTo("internal_error");
    assertThat(failure(results, 1).message())
        .contains("IllegalStateException")
        .doesNotContain("secret");
    assertThat(failure(results, 2).message()).contains("StackOverflowError");
  }

  @Test
  void memoryThatDoesNotSufficeEndsTheRun() {
    Grader grader =
        grader(
            answer -> {
              if (answer.equals(WAITING)) {
                throw new OutOfMemoryError("for the test");
              }
            });
    Rows.Sink results = new Rows.Sink();

    assertThatThrownBy(() -> run(grader, 2, Rows.of(GOOD, WAITING, GOOD, GOOD), results))
        .isInstanceOf(OutOfMemoryError.class);
    assertThat(results.numbers()).containsExactly(1L);
  }

  @Test
  void brokenRowSaysWhatItsInputSaid() throws Exception {
    Rows.Sink results = new Rows.Sink();

    run(grader(answer -> {}), 2, new Rows.Source(1, Rows::broken), results);

    assertThat(failure(results, 0)).isEqualTo(new BatchResult.Failure("invalid_json", "no JSON"));
  }

  @Test
  void summaryCountsEachRowOnceByWhatBecameOfIt() throws Exception {
    List<String> answers = List.of(GOOD, "", GOOD, "?!");
    Rows.Source rows =
        new Rows.Source(
            5,
            number ->
                number == 5
                    ? Rows.broken(number)
                    : Rows.markable(number, answers.get((int) number - 1)));
    List<Long> told = new ArrayList<>();

    BatchSummary summary =
        new BatchRun(grader(answer -> {}), workers, 3)
            .run(rows, new Rows.Sink(), result -> told.add(result.row().number()));

    assertThat(summary.rows()).isEqualTo(5);
    assertThat(summary.graded()).isEqualTo(2);
    assertThat(summary.notGradable()).isEqualTo(2);
    assertThat(summary.failed()).isEqualTo(1);
    assertThat(told).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void emptyInputGivesNoResult() throws Exception {
    Rows.Sink results = new Rows.Sink();

    assertThat(run(grader(answer -> {}), 4, Rows.of(), results).rows()).isZero();
    assertThat(results.results).isEmpty();
  }

  @Test
  void windowOfOneRowIsEnough() throws Exception {
    Rows.Sink results = new Rows.Sink();

    run(grader(answer -> {}), 1, new Rows.Source(20, Rows::broken), results);

    assertThat(results.numbers()).isEqualTo(LongStream.rangeClosed(1, 20).boxed().toList());
  }

  @Test
  void windowWithoutRowsIsRefused() {
    assertThatThrownBy(() -> run(grader(answer -> {}), 0, Rows.of(), new Rows.Sink()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void resultThatCannotBeKeptEndsTheRunAndFreesTheWorkers() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    Grader grader = grader(answer -> waitForIf(answer.equals(WAITING), never));
    Rows.Source rows =
        new Rows.Source(100, number -> Rows.markable(number, number <= 2 ? GOOD : WAITING));
    Rows.Sink results = new Rows.Sink(2);

    Throwable failure = catchThrowable(() -> run(grader, 6, rows, results));

    assertThat(failure).isInstanceOf(IOException.class).hasMessage("the disk is full");
    assertThat(results.numbers()).containsExactly(1L);
    assertThat(rows.read()).isLessThan(10);
    assertThat(workers.submit(() -> "free").get(30, TimeUnit.SECONDS)).isEqualTo("free");
  }

  @Test
  void inputThatCannotBeReadOnEndsTheRun() {
    Rows.Source rows = Rows.of(GOOD, GOOD, GOOD, GOOD);
    BatchInput breaking =
        new BatchInput() {
          @Override
          public BatchRow next() throws IOException {
            BatchRow row = rows.next();
            if (row == null) {
              throw new IOException("the network drive went away");
            }
            return row;
          }

          @Override
          public long bytesRead() {
            return 0;
          }

          @Override
          public void close() {}
        };
    Rows.Sink results = new Rows.Sink();

    assertThatThrownBy(
            () -> new BatchRun(grader(answer -> {}), workers, 2).run(breaking, results, r -> {}))
        .isInstanceOf(IOException.class)
        .hasMessage("the network drive went away");
    // the last one is written as well where it was marked before the input broke
    assertThat(results.numbers()).startsWith(1L, 2L, 3L).isSubsetOf(1L, 2L, 3L, 4L);
  }

  @Test
  void interruptedRunEndsAndFreesTheWorkers() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch marking = new CountDownLatch(1);
    Grader grader =
        grader(
            answer -> {
              marking.countDown();
              waitFor(never);
            });
    ExecutorService worker = Executors.newSingleThreadExecutor();
    CompletableFuture<Throwable> thrown = new CompletableFuture<>();
    Thread runner =
        new Thread(
            () ->
                thrown.complete(
                    catchThrowable(
                        () ->
                            new BatchRun(grader, worker, 4)
                                .run(Rows.of(GOOD, GOOD), new Rows.Sink(), result -> {}))));

    runner.start();
    waitFor(marking);
    runner.interrupt();

    assertThat(thrown.get(1, TimeUnit.MINUTES)).isInstanceOf(InterruptedException.class);
    assertThat(worker.submit(() -> "free").get(30, TimeUnit.SECONDS)).isEqualTo("free");
    worker.shutdownNow();
  }

  private BatchSummary run(Grader grader, int window, BatchInput rows, BatchOutput results)
      throws IOException, InterruptedException {
    return new BatchRun(grader, workers, window).run(rows, results, result -> {});
  }

  private static BatchResult.Failure failure(Rows.Sink results, int index) {
    return ((BatchResult.Failed) results.results.get(index)).failure();
  }

  /** A grader that does something before it reads an answer. */
  private static Grader grader(Consumer<String> beforeReading) {
    try {
      return new Grader(
          new Grader.Parts(
              text -> {
                if (!ofTheQuestion(text)) {
                  beforeReading.accept(text);
                }
                return ANALYZER.analyze(text);
              },
              text -> 1,
              TermWeights.read(MODELS.open("background-frequencies")),
              Antonyms.NONE,
              null,
              ContradictionWeights.NONE),
          ScoringModel.read(MODELS.open("scoring-lexical")),
          "test",
          Clock.systemUTC(),
          () -> "grade");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean ofTheQuestion(String text) {
    return Rows.QUESTION.prompt().equals(text) || Rows.QUESTION.references().get(0).contains(text);
  }

  private static void waitForIf(boolean wanted, CountDownLatch latch) {
    if (wanted) {
      waitFor(latch);
    }
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      if (!latch.await(10, TimeUnit.MINUTES)) {
        throw new AssertionError("waited in vain");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }
}

package docimo.batch;

import docimo.grading.Answer;
import docimo.question.Question;
import docimo.question.Rule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Rows that are made when they are asked for, and a place that keeps their results. */
final class Rows {

  static final Question QUESTION =
      Question.inline(
          "What is a queue?",
          List.of("A queue hands out its items in the order in which they came."),
          List.of(),
          Rule.ALL);

  private Rows() {}

  static BatchRow markable(long number, String answer) {
    return new BatchRow.Markable(number, "a" + number, QUESTION, Answer.of(answer), Map.of());
  }

  static BatchRow broken(long number) {
    return new BatchRow.Broken(
        number, "a" + number, BatchRow.Sent.NOTHING, "invalid_json", "no JSON", Map.of());
  }

  static Source of(String... answers) {
    return new Source(answers.length, number -> markable(number, answers[(int) number - 1]));
  }

  /** Makes rows one by one and counts them. */
  static final class Source implements BatchInput {

    private final long size;
    private final LongFunction<BatchRow> row;
    private volatile long read;

    Source(long size, LongFunction<BatchRow> row) {
      this.size = size;
      this.row = row;
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread counts, others look
    public @Nullable BatchRow next() throws IOException {
      return read == size ? null : row.apply(++read);
    }

    long read() {
      return read;
    }

    @Override
    public long bytesRead() {
      return 0;
    }

    @Override
    public void close() {}
  }

  /** Keeps results; fails at the one that it is told to. */
  static final class Sink implements BatchOutput {

    final List<BatchResult> results = new ArrayList<>();
    private final int failsAt;

    Sink(int failsAt) {
      this.failsAt = failsAt;
    }

    Sink() {
      this(Integer.MAX_VALUE);
    }

    @Override
    public void write(BatchResult result) throws IOException {
      if (results.size() + 1 == failsAt) {
        throw new IOException("the disk is full");
      }
      results.add(result);
    }

    @Override
    public void close() {}

    List<Long> numbers() {
      return results.stream().map(result -> result.row().number()).toList();
    }
  }
}

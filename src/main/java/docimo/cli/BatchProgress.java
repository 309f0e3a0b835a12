package docimo.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how far a batch is, when somebody watches. */
final class BatchProgress implements AutoCloseable {

  /** The size of an input that does not tell it. */
  static final long UNKNOWN = -1;

  private static final long MEBIBYTE = 1 << 20;
  private static final int STEP_MILLIS = 250;

  private final @Nullable ProgressBar bar;

  private BatchProgress(@Nullable ProgressBar bar) {
    this.bar = bar;
  }

  static BatchProgress over(long bytes, Console console) {
    return over(bytes, " MiB", MEBIBYTE, console);
  }

  static BatchProgress overAnswers(long answers, Console console) {
    return over(answers, " answers", 1, console);
  }

  static BatchProgress overQuestions(long questions, Console console) {
    return over(questions, " questions", 1, console);
  }

  private static BatchProgress over(long size, String unit, long unitSize, Console console) {
    return new BatchProgress(
        console.isWatched()
            ? new ProgressBarBuilder()
                .setTaskName("marking")
                .setInitialMax(size)
                .setUnit(unit, unitSize)
                .setUpdateIntervalMillis(STEP_MILLIS)
                .setStyle(ProgressBarStyle.ASCII)
                .build()
            : null);
  }

  /** So many bytes or answers are done. */
  void at(long done) {
    if (bar != null) {
      bar.stepTo(done);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}

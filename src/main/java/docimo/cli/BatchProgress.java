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
    return new BatchProgress(
        console.isWatched()
            ? new ProgressBarBuilder()
                .setTaskName("marking")
                .setInitialMax(bytes)
                .setUnit(" MiB", MEBIBYTE)
                .setUpdateIntervalMillis(STEP_MILLIS)
                .setStyle(ProgressBarStyle.ASCII)
                .build()
            : null);
  }

  void at(long bytesRead) {
    if (bar != null) {
      bar.stepTo(bytesRead);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}

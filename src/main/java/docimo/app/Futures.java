package docimo.app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Waiting for what is being loaded or opened. */
final class Futures {

  private Futures() {}

  /** Waits for what it gives, and throws what it threw, as it was thrown. */
  static <T> T joined(CompletableFuture<T> loading) {
    try {
      return loading.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** Waits for the end of it, good or bad. */
  static void ended(CompletableFuture<?> loading) {
    loading.handle((done, failed) -> done).join();
  }
}

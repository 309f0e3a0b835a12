package docimo.screening;

import org.jspecify.annotations.Nullable;

/**
 * A store that notes, in the same transaction, for which request a thread has written: whoever
 * takes the request up after a crash knows then whether it was carried out. Thread-safe.
 */
final class NotingStore implements Store {

  private final Store store;

  /** Of this store alone: what a thread writes elsewhere meanwhile is not for the request. */
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable ReplyClaim> acting = new ThreadLocal<>();

  NotingStore(Store store) {
    this.store = store;
  }

  /** Does something; all that this thread writes meanwhile is for the request. */
  <T, E extends Exception> T acting(ReplyClaim claim, KeptReplies.Act<T, E> act) throws E {
    acting.set(claim);
    try {
      return act.run();
    } finally {
      acting.remove();
    }
  }

  @Override
  public <T> T read(Work<T> work) {
    return store.read(work);
  }

  @Override
  public <T> T write(Work<T> work) {
    ReplyClaim claim = acting.get();
    if (claim == null) {
      return store.write(work);
    }
    return store.write(
        tx -> {
          T result = work.in(tx);
          if (!tx.replies().noteActed(claim)) {
            throw new ConflictException(
                ConflictException.Reason.REQUEST_REPEATED,
                "this request came again and is carried out for the other sender; ask again");
          }
          return result;
        });
  }
}

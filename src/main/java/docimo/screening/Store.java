package docimo.screening;

/**
 * Where all is kept (port). Thread-safe.
 *
 * <p>Writers take turns, also those of other processes on the same database: a write sees all that
 * was committed before and nothing changes beside it. So a rule that was checked in a write holds
 * when it commits, the audit chain never forks, and no two writes can wait for each other. Work
 * that takes long, such as marking, belongs before a write and not into it.
 */
public interface Store {

  /** What is done in a transaction. */
  interface Work<T> {

    /** Does it. The transaction is for this thread and until this returns. */
    T in(Transaction transaction);
  }

  /**
   * Reads; what is written nevertheless is refused or lost.
   *
   * @throws StoreException when the store cannot be used
   */
  <T> T read(Work<T> work);

  /**
   * Reads and writes. All of it is kept when this returns, nothing of it when it throws.
   *
   * @throws StoreException when the store cannot be used
   */
  <T> T write(Work<T> work);
}

package docimo.store;

import docimo.screening.QuestionCodec;
import docimo.screening.Store;
import docimo.screening.audit.ChainHead;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * A store in an SQL database. Thread-safe. A write begins by locking the head of the audit chain,
 * in the row of which all writers of all processes stand in line.
 */
public final class SqlStore implements Store {

  private final Jdbi jdbi;
  private final DatabaseUrl url;
  private final QuestionCodec questions;
  private final Room room;

  /** Writers of this process wait here first, so that they hold no connections while they do. */
  private final Lock turn = new ReentrantLock(true);

  SqlStore(DataSource connections, DatabaseUrl url, QuestionCodec questions, Room room) {
    this.jdbi = Jdbi.create(connections);
    this.url = url;
    this.questions = questions;
    this.room = room;
  }

  @Override
  public <T> T read(Work<T> work) {
    return run(
        TransactionIsolationLevel.REPEATABLE_READ,
        handle -> {
          handle.setReadOnly(true);
          return work.in(new SqlTransaction(handle, questions, SqlAuditLog.head(handle, "")));
        });
  }

  @Override
  public <T> T write(Work<T> work) {
    return write((handle, transaction) -> work.in(transaction));
  }

  /** What is done beside a transaction, with its connection. */
  interface Beside<T> {
    T run(Handle handle, SqlTransaction transaction);
  }

  /** Reads and writes, also what a transaction has no book for. */
  <T> T write(Beside<T> work) {
    turn.lock();
    try {
      room.require(url);
      return run(
          TransactionIsolationLevel.READ_COMMITTED,
          handle -> {
            ChainHead head = SqlAuditLog.head(handle, " FOR UPDATE");
            SqlTransaction transaction = new SqlTransaction(handle, questions, head);
            T result = work.run(handle, transaction);
            transaction.audit().keepHead();
            return result;
          });
    } finally {
      turn.unlock();
    }
  }

  private interface Step<T> {
    T run(Handle handle);
  }

  private <T> T run(TransactionIsolationLevel level, Step<T> step) {
    try {
      return jdbi.inTransaction(level, step::run);
    } catch (JdbiException e) {
      throw Failures.of(url, e);
    }
  }
}

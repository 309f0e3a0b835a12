package docimo.store;

import docimo.screening.StoreException;
import docimo.screening.StoreException.Trouble;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says what a failure of the database means. Messages and causes of drivers are left out: they may
 * quote an answer or a password. Pure functions.
 */
final class Failures {

  private static final int H2_ALREADY_OPEN = 90_020;
  private static final int H2_FILE_VERSION = 90_048;
  private static final int H2_CORRUPTED = 90_030;
  private static final int H2_WRONG_USER = 28_000;
  private static final int H2_IO = 90_028;
  private static final int H2_IO_FILE = 90_031;
  private static final int H2_CLOSED = 90_098;
  private static final int H2_IS_CLOSED = 90_121;

  private Failures() {}

  static StoreException of(DatabaseUrl url, Throwable failure) {
    SQLException sql = sqlException(failure);
    String state = sql == null || sql.getSQLState() == null ? "" : sql.getSQLState();
    int code = sql == null ? 0 : sql.getErrorCode();
    return new StoreException(
        trouble(url, state, code, failure),
        message(trouble(url, state, code, failure), url)
            + (sql == null ? "" : " (SQL state " + state + ", code " + code + ")"),
        new Trace(failure));
  }

  private static Trouble trouble(DatabaseUrl url, String state, int code, Throwable failure) {
    if (saysDiskFull(failure) || state.equals("53100")) {
      return Trouble.DISK_FULL;
    }
    if (url.isEmbedded()) {
      return switch (code) {
        case H2_ALREADY_OPEN -> Trouble.LOCKED;
        case H2_WRONG_USER -> Trouble.ACCESS_DENIED;
        case H2_FILE_VERSION, H2_CORRUPTED -> Trouble.DAMAGED;
        case H2_IO, H2_IO_FILE, H2_CLOSED, H2_IS_CLOSED -> Trouble.UNAVAILABLE;
        default -> state.startsWith("08") ? Trouble.UNAVAILABLE : Trouble.INTERNAL;
      };
    }
    if (state.startsWith("28")) {
      return Trouble.ACCESS_DENIED;
    }
    boolean gone =
        state.isEmpty() // the server names one in all that it says; the connection broke
            || state.startsWith("08")
            || state.startsWith("57P")
            || state.startsWith("53")
            || state.equals("3D000")
            || state.equals("25006")
            || state.equals("40001")
            || state.equals("40P01");
    return gone ? Trouble.UNAVAILABLE : Trouble.INTERNAL;
  }

  private static String message(Trouble trouble, DatabaseUrl url) {
    String name = "the database " + url.withoutPassword();
    return switch (trouble) {
      case LOCKED ->
          name
              + " is in use by another process; ask that one over HTTP if it is 'docimo serve', or stop"
              + " it, or use PostgreSQL to share one";
      case ACCESS_DENIED -> name + " refuses the user or the password; check both";
      case UNAVAILABLE -> name + " does not answer or cannot be read; check that it is there";
      case DISK_FULL -> name + " has no room left; make some and try again";
      case NEWER_SCHEMA -> name + " was written by a newer docimo; use that one";
      case DAMAGED -> name + " cannot be read by this version; restore a backup";
      case BAD_URL -> name + " is none that docimo knows";
      case INTERNAL -> name + " refused a statement of docimo";
    };
  }

  private static boolean saysDiskFull(Throwable failure) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Throwable t = failure; t != null && seen.add(t); t = t.getCause()) {
      String message = t.getMessage();
      if (t instanceof java.io.IOException
          && message != null
          && (message.contains("No space left") || message.contains("not enough space"))) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable SQLException sqlException(Throwable failure) {
    SQLException found = null;
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Throwable t = failure; t != null && seen.add(t); t = t.getCause()) {
      if (t instanceof SQLException sql && (found == null || sql.getErrorCode() != 0)) {
        found = sql;
      } else if (t instanceof SQLException sql && sql.getSQLState() != null) {
        found = sql;
      }
    }
    return found;
  }

  /** Where a failure was thrown, and what it was, without its message. */
  private static final class Trace extends Exception {

    private static final long serialVersionUID = 1L;

    Trace(Throwable failure) {
      super(failure.getClass().getName());
      setStackTrace(failure.getStackTrace());
    }
  }
}

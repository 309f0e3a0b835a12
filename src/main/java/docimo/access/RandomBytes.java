package docimo.access;

/** Gives bytes that nobody can guess. Thread-safe. */
public interface RandomBytes {

  /** So many new ones. */
  byte[] next(int count);
}

package docimo.exchange;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A text is not JSON. The message says where it stops being so and never quotes it. */
public final class MalformedJsonException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final long column;
  private final @Nullable String limit;

  /**
   * @param line where reading stopped, counted from 1
   * @param column where in that line, counted from 1
   */
  public MalformedJsonException(long line, long column) {
    super("not valid JSON at line " + line + ", column " + column);
    this.column = column;
    this.limit = null;
  }

  /**
   * It may be JSON, but beyond what is read.
   *
   * @param limit says which limit; reads on after the name of the text
   */
  MalformedJsonException(long line, long column, String limit) {
    super("beyond what is read at line " + line + ", column " + column);
    this.column = column;
    this.limit = limit;
  }

  /** Which limit it is beyond; reads on after the name of the text; empty when it is no JSON. */
  public Optional<String> limit() {
    return Optional.ofNullable(limit);
  }

  /** Where in its line reading stopped, counted from 1. */
  public long column() {
    return column;
  }
}

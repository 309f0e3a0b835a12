package docimo.screening;

import docimo.screening.audit.Chain;
import org.jspecify.annotations.Nullable;

/**
 * A row of a job of grades.
 *
 * @param number its place among the rows, from 1
 * @param line the line of what was sent that it begins on, from 1
 * @param candidateHash names the candidate, to find what is theirs; null when the row names nobody
 * @param text the row as it was sent; null when it needs no marking, or was forgotten
 * @param result the line of its result; null when there is none yet
 */
public record GradingRow(
    long number,
    long line,
    @Nullable String candidateHash,
    @Nullable String text,
    @Nullable String result) {

  /** What stands in the place of a salt: the same reference must have the same hash. */
  private static final String NO_SALT = "candidate";

  /**
   * A row as it is sent.
   *
   * @param candidateRef the candidate as callers name them; null when the row names nobody
   */
  public static GradingRow of(
      long number,
      long line,
      @Nullable String candidateRef,
      @Nullable String text,
      @Nullable String result) {
    return new GradingRow(
        number, line, candidateRef == null ? null : hash(candidateRef), text, result);
  }

  /** The hash of a reference. */
  static String hash(String candidateRef) {
    return Chain.saltedHash(NO_SALT, candidateRef);
  }
}

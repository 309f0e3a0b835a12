package docimo.batch;

import docimo.grading.Grade;

/** What became of a row. */
public sealed interface BatchResult {

  /** The row. */
  BatchRow row();

  /**
   * The row's answer was looked at; its grade says whether it got a mark.
   *
   * @param grade the grade
   */
  record Marked(BatchRow row, Grade grade) implements BatchResult {}

  /**
   * The row could not be marked.
   *
   * @param failure why
   */
  record Failed(BatchRow row, Failure failure) implements BatchResult {}

  /**
   * Why a row failed.
   *
   * @param code stable, for machines
   * @param message what is wrong and what to do, for people
   */
  record Failure(String code, String message) {}
}

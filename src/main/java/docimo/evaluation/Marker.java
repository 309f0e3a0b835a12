package docimo.evaluation;

import docimo.grading.Answer;
import docimo.grading.Grader;

/** Marks answers whose human mark is known, without looking at it. Thread-safe. */
public interface Marker {

  /** The mark of an answer. */
  MachineMark mark(MarkedAnswer answer);

  /** Marks as a grader does. */
  static Marker of(Grader grader) {
    return answer -> MachineMark.of(grader.grade(answer.question(), Answer.of(answer.answer())));
  }
}

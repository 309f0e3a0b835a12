package docimo.evaluation;

import docimo.grading.Answer;
import docimo.grading.Grader;

/** Measures answers whose human mark is known, without looking at it. Thread-safe. */
public interface Observer {

  /** What is measured of an answer. */
  Observation observe(MarkedAnswer answer);

  /**
   * Measures as a grader does; of several references it takes the one that the grader's own scoring
   * model likes best.
   */
  static Observer of(Grader grader) {
    return answer ->
        Observation.of(answer, grader.grade(answer.question(), Answer.of(answer.answer())));
  }
}

package docimo.evaluation;

import docimo.grading.Answer;
import docimo.grading.Grader;
import java.util.Map;
import java.util.stream.Collectors;

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

  /**
   * Measures for a fit: of several references it takes the one with the highest mean of the signals
   * that a fit may use, all weighed alike. So nothing that is fitted depends on a model that was
   * fitted before, perhaps on what is scored.
   */
  static Observer forFit(Grader grader) {
    Map<String, Double> alike =
        Fit.OFFERED.stream().collect(Collectors.toMap(name -> name, name -> 1.0));
    return of(grader.with(grader.model().withDerived(alike)));
  }
}

package docimo.grading;

import java.util.List;

/**
 * The marked answers of a question, marked by the machine too. Immutable.
 *
 * @param vectors what new answers are compared with, in the order of the calibration's answers
 * @param calibration how they move marks
 */
record KnownAnswers(List<AnswerVector> vectors, QuestionCalibration calibration) {

  static final KnownAnswers NONE = new KnownAnswers(List.of(), QuestionCalibration.NONE);

  KnownAnswers {
    vectors = List.copyOf(vectors);
  }

  int count() {
    return vectors.size();
  }

  QuestionCalibration.Curve curve(AnswerVector answer) {
    return calibration.curve(vectors.stream().map(answer::likeness).toList());
  }
}

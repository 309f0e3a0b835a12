package docimo.grading;

import docimo.question.KeyPoint;
import docimo.text.Token;
import java.util.List;
import java.util.Set;

/**
 * What became of a key point in an answer.
 *
 * @param point the point
 * @param verdict covered, partial or missing
 * @param coverage how much of its best phrasing was found close together, in [0, 1]
 * @param evidence the words of the answer that counted, in order; empty when the point is missing
 * @param standsFor when the answer has every word of an accepted phrasing, the terms of the label,
 *     for which the evidence is as good
 */
record PointJudgement(
    KeyPoint point, Verdict verdict, double coverage, List<Token> evidence, Set<String> standsFor) {

  PointJudgement {
    evidence = List.copyOf(evidence);
    standsFor = Set.copyOf(standsFor);
  }

  double credit() {
    return verdict.credit();
  }

  /** The same point as if the answer covered it. */
  PointJudgement asCovered() {
    return new PointJudgement(point, Verdict.COVERED, 1, evidence, standsFor);
  }
}

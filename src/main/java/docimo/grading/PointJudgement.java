package docimo.grading;

import docimo.question.KeyPoint;
import docimo.text.Token;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of a key point in an answer.
 *
 * @param point the point
 * @param verdict covered, partial, missing or contradicted
 * @param coverage how much of its best phrasing was found close together, in [0, 1]
 * @param evidence the words of the answer that counted, in order; empty when the point is missing
 * @param standsFor when the answer has every word of an accepted phrasing, the terms of the label,
 *     for which the evidence is as good
 * @param contradiction that the answer says the opposite; null when it does not
 */
record PointJudgement(
    KeyPoint point,
    Verdict verdict,
    double coverage,
    List<Token> evidence,
    Set<String> standsFor,
    @Nullable Contradiction contradiction) {

  PointJudgement {
    evidence = List.copyOf(evidence);
    standsFor = Set.copyOf(standsFor);
  }

  double credit() {
    return verdict.credit();
  }

  /** What the point earns where coverage counts and not the verdict, in [0, 1]. */
  double earned(ScoringModel.Profile profile) {
    return contradiction == null ? profile.earned(coverage) : 0;
  }

  /** The same point with what was found to contradict it. */
  PointJudgement contradictedBy(Contradiction found) {
    return new PointJudgement(
        point, Verdict.CONTRADICTED, coverage, found.evidence(), Set.of(), found);
  }

  /** The same point as if the answer covered it. */
  PointJudgement asCovered() {
    return new PointJudgement(point, Verdict.COVERED, 1, evidence, standsFor, null);
  }
}

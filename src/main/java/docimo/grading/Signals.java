package docimo.grading;

import docimo.grading.ScoringModel.Component;
import docimo.grading.Signal.KeyPointSignal;
import docimo.grading.Signal.KeywordSignal;
import docimo.question.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * All that was measured of an answer against one reference.
 *
 * @param reference which reference, counted from 0
 * @param rule how many of the key points are needed
 * @param written whether the author wrote the key points
 * @param keywords the keywords found
 * @param wholes what compares the texts as wholes, the keywords among them, in the order of the
 *     grade
 * @param keyPoints the key points made
 * @param flagged the most that what the answer is flagged for allows
 */
record Signals(
    int reference,
    Rule rule,
    boolean written,
    KeywordSignal keywords,
    List<Signal> wholes,
    KeyPointSignal keyPoints,
    Limit flagged) {

  /** How much more than its share a contradicted key point takes from the most that can be had. */
  private static final double CONTRADICTION = 1.5;

  Signals {
    wholes = List.copyOf(wholes);
  }

  /** The parts of the score; the key points last. */
  List<Component> components(ScoringModel model, QuestionCalibration.Curve curve) {
    List<Signal> all = new ArrayList<>(wholes);
    // a question whose reference yields no key point is marked by the other signals
    if (!keyPoints.points().isEmpty()) {
      all.add(keyPoints);
    }
    return model.components(all, written, curve, limit().most());
  }

  /** The score before marked answers move it. */
  double score(ScoringModel model) {
    return score(model, QuestionCalibration.Curve.NONE);
  }

  double score(ScoringModel model, QuestionCalibration.Curve curve) {
    return ScoringModel.score(components(model, curve));
  }

  /** The most that the answer can be given. */
  Limit limit() {
    double contradicted = RuleCount.of(keyPoints.points(), rule).contradictedShare();
    return contradicted == 0
        ? flagged
        : flagged.and(
            new Limit(
                ScoringModel.round(Math.max(0, 1 - CONTRADICTION * contradicted)),
                Limit.CONTRADICTED));
  }

  Signals with(List<Signal> otherWholes, KeyPointSignal other) {
    return new Signals(reference, rule, written, keywords, otherWholes, other, flagged);
  }
}

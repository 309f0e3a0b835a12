package docimo.grading;

import docimo.grading.ScoringModel.Component;
import docimo.grading.Signal.CosineSignal;
import docimo.grading.Signal.KeyPointSignal;
import docimo.grading.Signal.KeywordSignal;
import docimo.question.Rule;
import java.util.List;

/**
 * All that was measured of an answer against one reference.
 *
 * @param reference which reference, counted from 0
 * @param rule how many of the key points are needed
 */
record Signals(
    int reference,
    Rule rule,
    KeywordSignal keywords,
    CosineSignal cosine,
    KeyPointSignal keyPoints) {

  /** The parts of the score; the key points last. */
  List<Component> components(ScoringModel model) {
    // a question whose reference yields no key point is marked by the other signals
    return model.components(
        keyPoints.points().isEmpty()
            ? List.of(keywords, cosine)
            : List.of(keywords, cosine, keyPoints));
  }

  double score(ScoringModel model) {
    return ScoringModel.score(components(model));
  }

  Signals with(KeyPointSignal other) {
    return new Signals(reference, rule, keywords, cosine, other);
  }
}

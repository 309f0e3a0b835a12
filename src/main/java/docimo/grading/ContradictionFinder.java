package docimo.grading;

import docimo.grading.CompiledQuestion.Phrasing;
import docimo.grading.CompiledQuestion.Point;
import docimo.similarity.Clash;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the sentence of an answer that has most to do with a key point and tells whether it says
 * the opposite. Without an encoder it cannot tell what a sentence has to do with and finds nothing.
 */
final class ContradictionFinder {

  /** A sentence has to do with a point when it covers this much of one of its phrasings. */
  private static final double ABOUT = 0.35;

  private final Reading answer;
  private final MeaningFinder meanings;
  private final Clash.Finder clashes;
  private final ContradictionWeights weights;
  private final int[] bounds;

  ContradictionFinder(Reading answer, MeaningFinder meanings, Grader.Parts parts) {
    this.answer = answer;
    this.meanings = meanings;
    this.clashes = new Clash.Finder(answer.vectors(), parts.antonyms());
    this.weights = parts.contradictions();
    this.bounds = answer.sentenceBounds();
  }

  /**
   * A sentence beside the phrasing that it covers most of.
   *
   * @param sentence which sentence of the answer
   * @param topic how much of the phrasing it has to do with, in [0, 1]
   */
  private record Pair(Phrasing phrasing, int sentence, double topic) {}

  /** The contradiction of a point that the answer speaks of; null when there is none. */
  @Nullable Contradiction find(Point point) {
    Pair pair = nearest(point);
    return pair == null ? null : read(pair);
  }

  /** The sentence that has most to do with a point; null when none has. */
  private @Nullable Pair nearest(Point point) {
    Pair nearest = null;
    for (int s = 0; s + 1 < bounds.length; s++) {
      for (Phrasing phrasing : point.phrasings()) {
        double topic = meanings.topic(phrasing, bounds[s], bounds[s + 1]);
        if (topic >= ABOUT && (nearest == null || topic > nearest.topic())) {
          nearest = new Pair(phrasing, s, topic);
        }
      }
    }
    return nearest;
  }

  private @Nullable Contradiction read(Pair pair) {
    Phrasing phrasing = pair.phrasing();
    Clash clash =
        clashes.find(
            phrasing.text().sentences(),
            phrasing.vectors(),
            answer.text().sentences().get(pair.sentence()));
    double likelihood = weights.likelihood(clash, pair.topic());
    if (likelihood < weights.threshold()) {
      return null;
    }
    List<ContradictionSign> strongest =
        weights.added(clash).entrySet().stream()
            .sorted(Map.Entry.<ContradictionSign, Double>comparingByValue().reversed())
            .map(Map.Entry::getKey)
            .toList();
    return new Contradiction(likelihood, strongest, clash.evidence());
  }
}

package docimo.grading;

import docimo.grading.CompiledQuestion.Phrasing;
import docimo.grading.CompiledQuestion.Point;
import docimo.grading.NamedClauses.Clause;
import docimo.similarity.Clash;
import docimo.text.Token;
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

  /** From here on a clause about another thing says what the point says. */
  private static final double SAID_OF_ANOTHER = 0.55;

  /** The same where the answer has nothing about the point's own thing to compare with. */
  private static final double SAID_OF_ANOTHER_ALONE = 0.8;

  /** And so much more it must say it than any clause about the point's own thing. */
  private static final double MORE_OF_ANOTHER = 0.22;

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
    Contradiction exchanged = exchanged(point);
    Pair pair = exchanged == null ? nearest(point) : null;
    return pair == null ? exchanged : read(pair);
  }

  /** That the answer says of another thing what the point says of its own. */
  private @Nullable Contradiction exchanged(Point point) {
    Contrast contrast = point.contrast();
    if (contrast == null) {
      return null;
    }
    Clause best = null;
    double most = 0;
    double ofItsOwn = 0;
    boolean namesItsOwn = false;
    Phrasing phrasing = point.phrasings().get(0);
    for (Clause clause : NamedClauses.of(answer.text().sentences(), contrast)) {
      double topic = meanings.topic(phrasing, clause.from(), clause.to());
      if (clause.name().equals(contrast.name())) {
        ofItsOwn = Math.max(ofItsOwn, topic);
        namesItsOwn = true;
      } else if (topic > most) {
        most = topic;
        best = clause;
      }
    }
    double least = namesItsOwn ? SAID_OF_ANOTHER : SAID_OF_ANOTHER_ALONE;
    if (best == null || most < least || most - ofItsOwn < MORE_OF_ANOTHER) {
      return null;
    }
    Clash clash = clashes.find(phrasing.text().sentences(), phrasing.vectors(), best.sentence());
    // "threads cost less" is "processes cost more": the contrary of another thing is no mistake
    return clash.opposite() > 0 || clash.denied() > 0 || !isDeniedAlike(phrasing, best)
        ? null
        : contradiction(
            Clash.ofNames(best.sentence().tokens().stream().filter(Token::isContent).toList()),
            most);
  }

  private static boolean isDeniedAlike(Phrasing phrasing, Clause clause) {
    return phrasing.text().tokens().anyMatch(Token::negated)
        == clause.sentence().tokens().stream().anyMatch(Token::negated);
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
    return contradiction(clash, pair.topic());
  }

  private @Nullable Contradiction contradiction(Clash clash, double topic) {
    double likelihood = weights.likelihood(clash, topic);
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

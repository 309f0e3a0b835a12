package docimo.grading;

import docimo.grading.CompiledQuestion.Reference;
import docimo.grading.Signal.KeyPointSignal;
import docimo.grading.Signal.KeywordSignal;
import docimo.similarity.Keyword;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What would be measured of an answer that made one more key point, in the words of its label, and
 * was otherwise the same. No signal is lower than it was. The likeness of the texts as wholes stays
 * as it is, so that the score that comes of it is rather too low than too high.
 */
final class Counterfactual {

  private final Reference reference;
  private final ScoringModel model;
  private final Signals signals;

  Counterfactual(Reference reference, ScoringModel model, Signals signals) {
    this.reference = reference;
    this.model = model;
    this.signals = signals;
  }

  /** The signals with the point at this index covered. */
  Signals covering(int index) {
    List<PointJudgement> points = new ArrayList<>(signals.keyPoints().points());
    points.set(index, points.get(index).asCovered());
    double gained = gained(index);
    List<Signal> wholes = new ArrayList<>();
    for (Signal signal : signals.wholes()) {
      wholes.add(
          switch (signal.name()) {
            case KeywordSignal.NAME -> raised(signal, gained);
            case Signal.SEMANTIC_COVERAGE ->
                reference.written()
                    ? new Signal.Plain(signal.name(), Math.max(signal.value(), earned(points)))
                    : raised(signal, meant(index));
            default -> signal;
          });
    }
    return signals.with(
        wholes, new KeyPointSignal(RuleCount.of(points, reference.rule()).share(), points));
  }

  private static Signal raised(Signal signal, double by) {
    return new Signal.Plain(signal.name(), Math.min(1, signal.value() + by));
  }

  private double earned(List<PointJudgement> points) {
    return RuleCount.of(points, reference.rule(), p -> p.earned(model.written())).share();
  }

  /** The share of the reference's keywords, by weight, that the label would add. */
  private double gained(int index) {
    return share(signals.keywords().coverage().missing(), index);
  }

  /** What the keywords of the point would add to the meaning that is found of the reference. */
  private double meant(int index) {
    double found = signals.keyPoints().points().get(index).coverage();
    return share(reference.whole().keywords().all(), index) * (1 - found);
  }

  private double share(List<Keyword> keywords, int index) {
    Set<String> said = reference.points().get(index).phrasings().get(0).terms();
    double total = reference.whole().keywords().totalWeight();
    double weight = 0;
    for (Keyword keyword : keywords) {
      weight += said.contains(keyword.term()) ? keyword.weight() : 0;
    }
    return total == 0 ? 0 : weight / total;
  }
}

package docimo.grading;

import docimo.question.KeyPoint;
import docimo.question.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Counts key points as a question's rule says: points that stand alone all count with their weight;
 * of a group of alternatives the best n count, each with the mean weight of the group, so that it
 * does not matter which ones the candidate chose.
 */
final class RuleCount {

  private final ToDoubleFunction<PointJudgement> credit;
  private final Set<Integer> counted = new LinkedHashSet<>();
  private double earned;
  private double worth;
  private double contradicted;

  private RuleCount(ToDoubleFunction<PointJudgement> credit) {
    this.credit = credit;
  }

  /** Counts the credit of each point's verdict. */
  static RuleCount of(List<PointJudgement> points, Rule rule) {
    return of(points, rule, PointJudgement::credit);
  }

  /**
   * Counts points.
   *
   * @param credit what a point earns, in [0, 1]
   */
  static RuleCount of(
      List<PointJudgement> points, Rule rule, ToDoubleFunction<PointJudgement> credit) {
    RuleCount count = new RuleCount(credit);
    Set<Integer> inChoices = new LinkedHashSet<>();
    for (Rule.AnyOf choice : rule.choices()) {
      List<Integer> group = group(points, choice);
      inChoices.addAll(group);
      count.addBest(points, group, choice.count());
    }
    for (int i = 0; i < points.size(); i++) {
      if (!inChoices.contains(i)) {
        count.add(points.get(i), i, points.get(i).point().weight());
      }
    }
    return count;
  }

  /** The weighted share of credit, in [0, 1]; 0 without points. */
  double share() {
    return worth == 0 ? 0 : earned / worth;
  }

  /** The weighted share of what counts that the answer contradicts, in [0, 1]. */
  double contradictedShare() {
    return worth == 0 ? 0 : contradicted / worth;
  }

  /** Whether the point at this index counts in the share. */
  boolean counts(int index) {
    return counted.contains(index);
  }

  private static List<Integer> group(List<PointJudgement> points, Rule.AnyOf choice) {
    List<Integer> group = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      KeyPoint point = points.get(i).point();
      if (choice.group() == null || choice.group().equals(point.group())) {
        group.add(i);
      }
    }
    return group;
  }

  private void addBest(List<PointJudgement> points, List<Integer> group, int needed) {
    double weight =
        group.stream().mapToDouble(i -> points.get(i).point().weight()).average().orElse(0);
    group.stream()
        .sorted(
            Comparator.comparingDouble((Integer i) -> credit.applyAsDouble(points.get(i)))
                .thenComparingDouble(i -> points.get(i).coverage())
                .reversed())
        .limit(needed)
        .forEach(i -> add(points.get(i), i, weight));
  }

  private void add(PointJudgement judgement, int index, double weight) {
    counted.add(index);
    earned += weight * credit.applyAsDouble(judgement);
    worth += weight;
    contradicted += judgement.contradiction() == null ? 0 : weight;
  }
}

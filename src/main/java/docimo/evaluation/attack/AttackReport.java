package docimo.evaluation.attack;

import docimo.grading.Grade;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What attacks would earn. The same outcomes give the same report.
 *
 * @param plan what was tried
 * @param questions how many questions it was tried on
 * @param attacks the attacks of all kinds together
 * @param honest the honest answers of all kinds together
 * @param kinds each kind that was asked for, in the order of {@link AttackKind}
 * @param worst attacks with the highest marks, highest first; those without a mark are not among
 *     them
 * @param byQuestion each question with the attacks that pass on it, in the order of the questions
 */
public record AttackReport(
    AttackPlan plan,
    int questions,
    Tally attacks,
    Tally honest,
    List<KindResult> kinds,
    List<AttackOutcome> worst,
    List<QuestionResult> byQuestion) {

  /**
   * Answers counted.
   *
   * @param tried how many there are
   * @param passed how many get the pass mark: attacks without a person having a look first, honest
   *     answers with or without
   * @param share passed of tried, in [0, 1]; NaN when there is none
   * @param mean the mean of what they earn, in [0, 1], no mark being 0; NaN when there is none
   * @param highest the most that one earns; NaN when there is none
   * @param statuses how many have which status, for every status
   */
  public record Tally(
      int tried,
      int passed,
      double share,
      double mean,
      double highest,
      Map<Grade.Status, Integer> statuses) {

    static Tally of(List<AttackOutcome> outcomes, double passMark) {
      int passed = (int) outcomes.stream().filter(o -> o.isMarked(passMark)).count();
      Map<Grade.Status, Integer> statuses = new EnumMap<>(Grade.Status.class);
      for (Grade.Status status : Grade.Status.values()) {
        statuses.put(status, (int) outcomes.stream().filter(o -> o.status() == status).count());
      }
      return new Tally(
          outcomes.size(),
          passed,
          outcomes.isEmpty() ? Double.NaN : (double) passed / outcomes.size(),
          outcomes.stream().mapToDouble(AttackOutcome::earned).average().orElse(Double.NaN),
          outcomes.stream().mapToDouble(AttackOutcome::earned).max().orElse(Double.NaN),
          statuses);
    }
  }

  /**
   * One kind.
   *
   * @param notApplicable on how many questions it could not be tried; they count neither way
   */
  public record KindResult(AttackKind kind, Tally tally, int notApplicable) {}

  /**
   * One question.
   *
   * @param tried how many attacks were tried on it, honest answers not counted
   * @param passed the attacks that pass
   */
  public record QuestionResult(String questionId, int tried, List<AttackKind> passed) {

    public QuestionResult {
      passed = List.copyOf(passed);
    }
  }

  public AttackReport {
    kinds = List.copyOf(kinds);
    worst = List.copyOf(worst);
    byQuestion = List.copyOf(byQuestion);
  }

  /**
   * Counts outcomes.
   *
   * @param questionIds the questions that were attacked, in order
   * @param worst how many of the worst attacks to show, at least 0
   */
  public static AttackReport of(
      List<String> questionIds, List<AttackOutcome> outcomes, AttackPlan plan, int worst) {
    List<AttackOutcome> attacks = where(outcomes, o -> !o.kind().isHonest());
    List<KindResult> kinds = new ArrayList<>();
    for (AttackKind kind : plan.kinds()) {
      List<AttackOutcome> own = where(outcomes, o -> o.kind() == kind);
      kinds.add(
          new KindResult(kind, Tally.of(own, plan.passMark()), questionIds.size() - own.size()));
    }
    return new AttackReport(
        plan,
        questionIds.size(),
        Tally.of(attacks, plan.passMark()),
        Tally.of(where(outcomes, o -> o.kind().isHonest()), plan.passMark()),
        kinds,
        attacks.stream()
            .filter(outcome -> outcome.score() != null)
            .sorted(Comparator.comparingDouble(AttackOutcome::earned).reversed())
            .limit(worst)
            .toList(),
        questionIds.stream().map(id -> question(id, attacks, plan.passMark())).toList());
  }

  private static QuestionResult question(String id, List<AttackOutcome> attacks, double passMark) {
    List<AttackOutcome> own = where(attacks, o -> o.questionId().equals(id));
    return new QuestionResult(
        id,
        own.size(),
        where(own, o -> o.passes(passMark)).stream().map(AttackOutcome::kind).toList());
  }

  private static List<AttackOutcome> where(
      List<AttackOutcome> outcomes, Predicate<AttackOutcome> is) {
    return outcomes.stream().filter(is).toList();
  }
}

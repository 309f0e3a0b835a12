package docimo.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import docimo.evaluation.attack.AttackKind;
import docimo.evaluation.attack.AttackOutcome;
import docimo.evaluation.attack.AttackPlan;
import docimo.evaluation.attack.AttackReport;
import docimo.evaluation.attack.AttackReport.KindResult;
import docimo.exchange.AttackJson;
import docimo.grading.Grade;
import docimo.grading.Reason;
import docimo.question.Question;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What attacks on one question would earn, on the wire. For authors: the answers are made of the
 * key.
 *
 * @param question what was attacked
 * @param seed the seed that was used
 * @param passMark the mark that was used
 * @param attacks the attacks counted
 * @param honest the honest answers counted
 * @param answers each answer that was tried: attacks first, highest mark first
 * @param notApplicable the kinds that cannot be tried on the question
 */
record AttackView(
    Grade.QuestionRef question,
    long seed,
    double passMark,
    ObjectNode attacks,
    ObjectNode honest,
    List<Tried> answers,
    List<AttackKind> notApplicable) {

  /** One answer and what it would earn. */
  record Tried(
      AttackKind kind,
      boolean honest,
      String imitates,
      Grade.Status status,
      @Nullable Reason reason,
      @Nullable Double score,
      boolean passed,
      String answer) {

    static Tried of(AttackOutcome outcome, double passMark) {
      return new Tried(
          outcome.kind(),
          outcome.kind().isHonest(),
          outcome.kind().imitates(),
          outcome.status(),
          outcome.reason(),
          outcome.score(),
          outcome.passes(passMark),
          outcome.answer());
    }
  }

  static AttackView of(Question question, AttackPlan plan, List<AttackOutcome> outcomes) {
    AttackReport report = AttackReport.of(List.of(question.id()), outcomes, plan, 0);
    return new AttackView(
        new Grade.QuestionRef(question.id(), question.revision()),
        plan.seed(),
        plan.passMark(),
        AttackJson.tally(report.attacks()),
        AttackJson.tally(report.honest()),
        outcomes.stream()
            .sorted(
                Comparator.comparing((AttackOutcome o) -> o.kind().isHonest())
                    .thenComparing(Comparator.comparingDouble(AttackOutcome::earned).reversed()))
            .map(outcome -> Tried.of(outcome, plan.passMark()))
            .toList(),
        report.kinds().stream()
            .filter(kind -> kind.notApplicable() > 0)
            .map(KindResult::kind)
            .toList());
  }
}

package docimo.exchange;

import docimo.evaluation.attack.AttackOutcome;
import docimo.evaluation.attack.AttackPlan;
import docimo.evaluation.attack.AttackRun;
import docimo.exchange.Finding.Severity;
import docimo.grading.Grader;
import docimo.question.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Names questions on which answers that take no knowledge would pass. */
public final class AttackLint {

  /** Each question costs some tenths of a second; authors should not have to wait for minutes. */
  private static final int MOST_QUESTIONS = 500;

  private static final AttackPlan PLAN = AttackPlan.FOR_NOTHING;

  private AttackLint() {}

  /**
   * Tries answers that take no knowledge on the first 500 questions that have a reference, on all
   * cores.
   *
   * @param questions all questions of a bank, whose references are tried on each other
   * @param grader gives what marks answers; asked for only if a question has a reference
   * @return a finding for each question that such an answer passes, in their order
   */
  public static List<Finding> check(List<Question> questions, Supplier<Grader> grader) {
    List<Question> markable = questions.stream().filter(q -> !q.references().isEmpty()).toList();
    if (markable.isEmpty()) {
      return List.of();
    }
    List<Question> tried = markable.stream().limit(MOST_QUESTIONS).toList();
    AttackRun run = new AttackRun(grader.get(), questions);
    List<Finding> findings = new ArrayList<>();
    tried.parallelStream().map(question -> passing(run.attack(question, PLAN))).toList().stream()
        .filter(passing -> !passing.isEmpty())
        .map(AttackLint::finding)
        .forEach(findings::add);
    if (tried.size() < markable.size()) {
      findings.add(
          new Finding(
              Severity.INFO,
              "attacks-not-tried",
              null,
              "",
              0,
              "Only the first " + MOST_QUESTIONS + " questions were tried with empty answers.",
              "Run 'docimo attack' for the others."));
    }
    return findings;
  }

  private static List<AttackOutcome> passing(List<AttackOutcome> outcomes) {
    return outcomes.stream().filter(outcome -> outcome.passes(PLAN.passMark())).toList();
  }

  private static Finding finding(List<AttackOutcome> passing) {
    String id = passing.get(0).questionId();
    String kinds =
        passing.stream()
            .map(o -> String.format(Locale.ROOT, "%s (%.2f)", o.kind().imitates(), o.earned()))
            .collect(Collectors.joining("; "));
    return new Finding(
        Severity.WARNING,
        "mark-for-nothing",
        id,
        "",
        0,
        "An answer that takes no knowledge gets half of the marks or more: " + kinds + ".",
        "Ask for more than the question itself says, and write key points that only a good answer"
            + " makes; 'docimo attack --question "
            + id
            + "' shows these answers.");
  }
}

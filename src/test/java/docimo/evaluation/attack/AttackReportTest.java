package docimo.evaluation.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import docimo.evaluation.attack.AttackReport.KindResult;
import docimo.grading.Grade.Status;
import docimo.question.Question;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class AttackReportTest {

  private static final AttackPlan PLAN =
      AttackPlan.of(
          List.of(AttackKind.REFERENCE, AttackKind.LOREM_IPSUM, AttackKind.KEYWORD_DUMP), 3, 0.6);

  private static final AttackReport REPORT =
      AttackReport.of(
          List.of("a", "b"),
          List.of(
              outcome("a", AttackKind.KEYWORD_DUMP, Status.GRADED, 0.6),
              outcome("a", AttackKind.LOREM_IPSUM, Status.NOT_GRADABLE, null),
              outcome("a", AttackKind.REFERENCE, Status.GRADED, 1.0),
              outcome("b", AttackKind.KEYWORD_DUMP, Status.NEEDS_REVIEW, 0.9),
              outcome("b", AttackKind.REFERENCE, Status.GRADED, 0.5)),
          PLAN,
          1);

  @Test
  void kindsAreCountedInTheirOrder() {
    assertThat(REPORT.kinds())
        .extracting(KindResult::kind)
        .containsExactly(AttackKind.KEYWORD_DUMP, AttackKind.LOREM_IPSUM, AttackKind.REFERENCE);
    KindResult dump = REPORT.kinds().get(0);
    assertThat(dump.tally().tried()).isEqualTo(2);
    assertThat(dump.tally().passed()).as("needs a review: does not pass").isEqualTo(1);
    assertThat(dump.tally().share()).isEqualTo(0.5);
    assertThat(dump.tally().mean()).isEqualTo(0.75);
    assertThat(dump.tally().highest()).isEqualTo(0.9);
    assertThat(dump.tally().statuses())
        .containsEntry(Status.GRADED, 1)
        .containsEntry(Status.NEEDS_REVIEW, 1)
        .containsEntry(Status.FAILED, 0);
    assertThat(REPORT.kinds().get(1).notApplicable()).isEqualTo(1);
  }

  @Test
  void honestAnswersAreCountedApart() {
    assertThat(REPORT.attacks().tried()).isEqualTo(3);
    assertThat(REPORT.attacks().passed()).isEqualTo(1);
    assertThat(REPORT.attacks().mean()).as("no mark earns nothing").isEqualTo(0.5);
    assertThat(REPORT.honest().tried()).isEqualTo(2);
    assertThat(REPORT.honest().passed()).isEqualTo(1);
  }

  @Test
  void worstHaveTheHighestMarksAndEachQuestionSaysWhatPasses() {
    assertThat(REPORT.worst()).extracting(AttackOutcome::questionId).containsExactly("b");
    assertThat(REPORT.byQuestion())
        .containsExactly(
            new AttackReport.QuestionResult("a", 2, List.of(AttackKind.KEYWORD_DUMP)),
            new AttackReport.QuestionResult("b", 1, List.of()));
  }

  @Test
  void figuresOfNothingAreNotDefined() {
    AttackReport none = AttackReport.of(List.of("a"), List.of(), PLAN, 5);

    assertThat(none.attacks().share()).isNaN();
    assertThat(none.attacks().mean()).isNaN();
    assertThat(none.attacks().highest()).isNaN();
    assertThat(AttackText.of(none)).contains("keyword_dump      0       0      -     -        -");
  }

  @Test
  void textShowsTablesWorstAndQuestions() {
    assertThat(AttackText.of(REPORT))
        .startsWith("Attacks on 2 questions, seed 3; passed: 0.60 or more")
        .containsPattern("(?m)^keyword_dump +2 +1 +50 % +0\\.75 +0\\.90 +1 +0$")
        .containsPattern("(?m)^all attacks +3 +1 +33 % ")
        .containsPattern("(?m)^all honest answers +2 +1 +50 % ")
        .contains("0.90 keyword_dump [b] (does not pass)\n    words")
        .contains("a: 1 of 2; keyword_dump\nb: 0 of 1\n");
  }

  @Test
  void severalThreadsGiveWhatOneGives() throws InterruptedException {
    List<Question> questions = Attacks.BANK.subList(0, 3);
    AttackPlan plan =
        AttackPlan.of(List.of(AttackKind.QUESTION_COPIED, AttackKind.KEYWORD_DUMP), 1, 0.5);
    AttackRun run = new AttackRun(Attacks.grader(), Attacks.BANK);
    ExecutorService workers = Executors.newFixedThreadPool(3);
    try {
      assertThat(run.attack(questions, plan, workers, done -> {}))
          .isEqualTo(questions.stream().flatMap(q -> run.attack(q, plan).stream()).toList())
          .hasSize(6);
    } finally {
      workers.shutdownNow();
    }
  }

  @Test
  void planRefusesNonsense() {
    assertThatThrownBy(() -> new AttackPlan(List.of(), 1, 0.5))
        .isInstanceOf(IllegalArgumentException.class);
    for (double mark : new double[] {0, -1, 1.1, Double.NaN}) {
      assertThatThrownBy(() -> AttackPlan.of(List.of(), 1, mark))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(AttackPlan.of(List.of(), 1, 1))
        .extracting(AttackPlan::kinds)
        .isEqualTo(AttackPlan.DEFAULT.kinds());
  }

  private static AttackOutcome outcome(
      String question, AttackKind kind, Status status, @Nullable Double score) {
    return new AttackOutcome(question, kind, "words", status, null, score);
  }
}

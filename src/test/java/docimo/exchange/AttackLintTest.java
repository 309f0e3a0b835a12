package docimo.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import docimo.grading.Grader;
import docimo.question.Question;
import docimo.question.Rule;
import docimo.testing.TestApplication;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class AttackLintTest {

  private static final Question GIVEN_AWAY =
      question(
          "given-away",
          "Would you agree that bread rises since yeast makes gas from sugar, or not?",
          "Bread rises since yeast makes gas from sugar.");

  @Test
  void questionThatRepeatingThePromptPassesIsNamedWithARemedy() {
    assertThat(check(GIVEN_AWAY))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("mark-for-nothing");
              assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
              assertThat(finding.questionId()).isEqualTo("given-away");
              assertThat(finding.message()).contains("the question and nothing else (");
              assertThat(finding.remedy()).contains("docimo attack --question given-away");
            });
  }

  @Test
  void questionWhoseAnswerSaysMoreIsNot() {
    assertThat(
            check(
                question(
                    "rising",
                    "What makes bread rise?",
                    "Yeast eats sugar and gives off carbon dioxide, which the gluten holds.")))
        .isEmpty();
  }

  @Test
  void graderIsAskedForOnlyIfThereIsSomethingToMark() {
    AtomicInteger asked = new AtomicInteger();
    Supplier<Grader> grader =
        () -> {
          asked.incrementAndGet();
          return TestApplication.shared().grader();
        };
    Question unanswered = new Question("q", "Q?", List.of(), List.of(), Rule.ALL, null);

    assertThat(AttackLint.check(List.of(unanswered), grader)).isEmpty();
    assertThat(asked).hasValue(0);
    assertThat(AttackLint.check(List.of(unanswered, GIVEN_AWAY), grader)).hasSize(1);
    assertThat(asked).hasValue(1);
  }

  private static List<Finding> check(Question... questions) {
    return AttackLint.check(List.of(questions), () -> TestApplication.shared().grader());
  }

  private static Question question(String id, String prompt, String reference) {
    return new Question(id, prompt, List.of(reference), List.of(), Rule.ALL, null);
  }
}

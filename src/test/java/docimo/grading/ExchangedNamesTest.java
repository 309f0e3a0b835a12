package docimo.grading;

import static org.assertj.core.api.Assertions.assertThat;

import docimo.grading.Grade.KeyPointResult;
import docimo.question.KeyPoint;
import docimo.question.Question;
import docimo.question.Rule;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of one of the things that a question compares, said of the other. */
final class ExchangedNamesTest {

  private static final Question STACK =
      Question.inline(
          "What is the difference between a stack and a queue?",
          List.of(
              "A stack gives back first what was put in last. It is used for function calls. A queue"
                  + " gives back the oldest element first. It is used for waiting print jobs."),
          List.of(
              KeyPoint.of("a stack gives back the newest element first"),
              KeyPoint.of("a stack is used for function calls"),
              KeyPoint.of("a queue gives back the oldest element first"),
              KeyPoint.of("a queue is used for print jobs that wait")),
          Rule.ALL);

  @Test
  void propertiesThatChangedTheirOwnersAreContradictedAndLimitTheMark() {
    Grade wrong =
        grade(
            "A queue gives back the newest element first, so it is used for function calls. A stack"
                + " gives back the oldest element first and is used for print jobs that wait.");

    assertThat(wrong.keyPoints())
        .filteredOn(point -> point.verdict() == Verdict.CONTRADICTED)
        .hasSizeGreaterThanOrEqualTo(3);
    for (int i : new int[] {1, 3}) {
      assertThat(Objects.requireNonNull(wrong.keyPoints().get(i).contradiction()).signs())
          .containsExactly(ContradictionSign.EXCHANGED_NAMES);
    }
    assertThat(Objects.requireNonNull(wrong.score()).given()).isLessThan(0.2);
    assertThat(wrong.status()).isEqualTo(Grade.Status.NEEDS_REVIEW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A stack gives back the newest element first, it is used for function calls. A queue gives"
            + " back the oldest element first and is used for print jobs.",
        "Queue: oldest element first, print jobs that wait. Stack: newest element first, function"
            + " calls.",
        "The newest element comes back first from a stack, as in function calls, whereas the oldest"
            + " one comes first from a queue, as with waiting print jobs.",
        "Unlike a queue, a stack gives back the newest element first. That is why function calls use"
            + " it. The other one gives back the oldest element first, good for print jobs.",
        "A queue does not give back the newest element first, the oldest one it is. A stack does, and"
            + " function calls need that."
      })
  void whoeverSaysItOfTheRightThingIsNotContradicted(String answer) {
    assertThat(grade(answer).keyPoints())
        .as(answer)
        .extracting(KeyPointResult::verdict)
        .doesNotContain(Verdict.CONTRADICTED);
  }

  @Test
  void whereTheQuestionComparesNothingNoNameIsTakenForAnother() {
    Question one =
        Question.inline(
            "How does a stack work in a program?",
            List.of("A stack gives back the newest element first."),
            List.of(KeyPoint.of("a stack gives back the newest element first")),
            Rule.ALL);
    Grade grade =
        Graders.GRADER.grade(
            one, Answer.of("The last one put in is what you get; a queue gives the oldest first."));

    assertThat(grade.keyPoints().get(0).verdict()).isNotEqualTo(Verdict.CONTRADICTED);
  }

  private static Grade grade(String answer) {
    return Graders.GRADER.grade(STACK, Answer.of(answer));
  }
}

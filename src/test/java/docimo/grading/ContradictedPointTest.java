package docimo.grading;

import static org.assertj.core.api.Assertions.assertThat;

import docimo.grading.Grade.Evidence;
import docimo.grading.Grade.KeyPointResult;
import docimo.question.KeyPoint;
import docimo.question.Question;
import docimo.question.Rule;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ContradictedPointTest {

  private static final String READS = "an index makes reads faster";
  private static final String WRITES = "an index makes writes slower";

  private static final Question INDEX =
      Question.inline(
          "What does an index on a column cost and bring?",
          List.of(
              "An index makes reads faster because the rows are found without a scan."
                  + " An index makes writes slower because it has to be updated."),
          List.of(KeyPoint.of(READS), KeyPoint.of(WRITES)),
          Rule.ALL);

  @Test
  void aPointThatIsSaidTheOtherWayRoundEarnsNothingAndLimitsTheMark() {
    Grade right = grade("An index makes reads faster. It makes writes slower.");
    Grade wrong = grade("An index makes reads slower. It makes writes slower.");

    KeyPointResult point = wrong.keyPoints().get(0);
    assertThat(point.verdict()).isEqualTo(Verdict.CONTRADICTED);
    Grade.ContradictionFound found = Objects.requireNonNull(point.contradiction());
    assertThat(found.signs()).containsExactly(ContradictionSign.OPPOSITE_WORD);
    assertThat(found.likelihood()).isBetween(0.5, 1.0);
    assertThat(point.evidence()).extracting(Evidence::quote).containsExactly("slower");
    assertThat(given(wrong)).isLessThanOrEqualTo(0.25).isLessThan(given(right));
    assertThat(Objects.requireNonNull(wrong.score()).limit())
        .isEqualTo(new Grade.LimitGiven(0.25, Limit.CONTRADICTED));
    assertThat(Objects.requireNonNull(right.score()).limit()).isNull();
    assertThat(right.keyPoints()).noneMatch(p -> p.verdict() == Verdict.CONTRADICTED);
  }

  @Test
  void aContradictionIsToldToTheCandidateAndSentToAPerson() {
    Grade wrong = grade("An index makes reads slower. It makes writes slower.");

    assertThat(wrong.status()).isEqualTo(Grade.Status.NEEDS_REVIEW);
    assertThat(wrong.review().reasons())
        .extracting(Grade.ReviewReasonGiven::code)
        .contains(ReviewReason.CONTRADICTED_POINT);
    assertThat(wrong.feedback().summary()).contains("Said the wrong way: " + READS);
    assertThat(wrong.explanation().sentences())
        .contains(
            "Seems to say the opposite of: " + READS + " (“slower”).",
            "No more than 0.25 could be given for what was found.");
    Grade screening =
        Graders.GRADER.grade(
            INDEX,
            new Answer(
                "An index makes reads slower. It makes writes slower.",
                null,
                Answer.Purpose.SCREENING));
    assertThat(screening.feedback().summary())
        .contains("Said the wrong way: 1 point")
        .doesNotContain("faster");
  }

  @Test
  void coveringAContradictedPointNeverLowersTheMark() {
    Grade wrong = grade("An index makes reads slower. It makes writes faster.");

    assertThat(wrong.keyPoints())
        .allSatisfy(
            point -> assertThat(point.scoreIfCovered()).isGreaterThanOrEqualTo(given(wrong)));
    assertThat(wrong.keyPoints().get(0).scoreIfCovered()).isGreaterThan(given(wrong));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "An index does not make reads slower. It does not make writes faster.",
        "With an index, reads are no longer slow. Writes are slower.",
        "Reads get faster, writes get slower.",
        "I never saw an index that makes reads slower. Writes do get slower."
      })
  void aDeniedOppositeIsNoContradiction(String answer) {
    assertThat(grade(answer).keyPoints())
        .as(answer)
        .noneMatch(point -> point.verdict() == Verdict.CONTRADICTED);
  }

  @ParameterizedTest
  @CsvSource({
    "The sigmoid gives values between 0 and 1., The sigmoid gives values between 0 and 5.,"
        + " OTHER_NUMBER",
    "The decoder rebuilds the input from the code., The decoder rebuilds the code from the input.,"
        + " EXCHANGED_ROLES"
  })
  void derivedPointsAreContradictedAsWell(
      String reference, String answer, ContradictionSign expected) {
    Question question = Question.inline("Say it.", List.of(reference), List.of(), Rule.ALL);
    KeyPointResult point = Graders.GRADER.grade(question, Answer.of(answer)).keyPoints().get(0);

    assertThat(point.verdict()).isEqualTo(Verdict.CONTRADICTED);
    assertThat(Objects.requireNonNull(point.contradiction()).signs()).contains(expected);
    assertThat(Graders.GRADER.grade(question, Answer.of(reference)).keyPoints().get(0).verdict())
        .isEqualTo(Verdict.COVERED);
  }

  private static double given(Grade grade) {
    return Objects.requireNonNull(grade.score()).given();
  }

  private static Grade grade(String answer) {
    return Graders.GRADER.grade(INDEX, Answer.of(answer));
  }
}

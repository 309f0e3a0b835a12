package docimo.grading;

import static org.assertj.core.api.Assertions.assertThat;

import docimo.grading.Grade.KeyPointResult;
import docimo.grading.Grade.Score;
import docimo.grading.ScoringModel.Component;
import docimo.question.MarkedExample;
import docimo.question.Question;
import docimo.question.Rule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Marks of a question of which some answers have been marked by people. */
final class CalibratedGradesTest {

  private static final String HALF = "The yeast makes bubbles of gas.";
  private static final List<String> ANSWERS =
      List.of(
          "Yeast eats sugar and gives off gas.",
          "Gas from the yeast is held by gluten in the dough.",
          "The dough gets bigger because yeast makes gas bubbles.",
          "Gluten holds it together.",
          "The oven is hot, so the bread grows.");

  @Test
  void kindMarkersRaiseAMarkAndStrictOnesLowerIt() {
    double without = score(question(List.of()), HALF).given();

    assertThat(score(question(marked(1)), HALF).given()).isGreaterThan(without + 0.05);
    assertThat(score(question(marked(0)), HALF).given()).isLessThan(without - 0.05);
  }

  @Test
  void aMarkSaysOnHowManyMarkedAnswersItRestsAndWhatItWasWithoutThem() {
    Score without = score(question(List.of()), HALF);
    Score with = score(question(marked(1)), HALF);

    assertThat(without.calibration()).isNull();
    assertThat(with.calibration()).isEqualTo(new Grade.Calibration(5, without.given()));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.25, 0.5, 1})
  void aCalibratedMarkAddsUpAndKeepsItsPromises(double mark) {
    for (String answer : Stream.concat(ANSWERS.stream(), Stream.of(HALF)).toList()) {
      Grade grade = Graders.grade(question(marked(mark)), answer);
      Score score = Objects.requireNonNull(grade.score());
      assertThat(ScoringModel.score(grade.components())).isEqualTo(score.given());
      for (Component part : grade.components()) {
        assertThat(part.weight()).isNotNegative();
        assertThat(BigDecimal.valueOf(part.contribution())).isEqualByComparingTo(product(part));
      }
      assertThat(grade.keyPoints())
          .extracting(KeyPointResult::scoreIfCovered)
          .allSatisfy(ifCovered -> assertThat(ifCovered).isBetween(score.given(), 1.0));
      List<Double> interval = Objects.requireNonNull(score.interval());
      assertThat(interval.get(0)).isBetween(0.0, score.given());
      assertThat(interval.get(1)).isBetween(score.given(), 1.0);
    }
  }

  @Test
  void anAnswerThatSaysNothingEarnsNothingFromTheKindestMarkers() {
    for (String nothing :
        List.of(
            "I like to play football with my friends.", "Good question, I really do not know.")) {
      assertThat(score(question(marked(1)), nothing).given()).isLessThan(0.1);
    }
    assertThat(Graders.grade(question(marked(1)), "").score()).isNull();
  }

  @Test
  void markedAnswersThatGetNoMarkDoNotCount() {
    List<MarkedExample> unmarkable =
        List.of(new MarkedExample("???", 1), new MarkedExample("What makes bread rise?", 1));

    Score score = score(question(unmarkable), HALF);

    assertThat(score).isEqualTo(score(question(List.of()), HALF));
    List<MarkedExample> more = Stream.concat(unmarkable.stream(), marked(1).stream()).toList();
    assertThat(score(question(more), HALF)).isEqualTo(score(question(marked(1)), HALF));
  }

  @Test
  void withoutAReferenceMarkedAnswersAreNoHelp() {
    Question bare = Question.inline("What?", List.of(), List.of(), Rule.ALL, marked(1));

    assertThat(Objects.requireNonNull(Graders.grade(bare, HALF).reason()).code())
        .isEqualTo(Reason.REFERENCE_MISSING);
  }

  @Test
  void theSameAnswerGetsNearlyTheMarkThatPeopleGaveIt() {
    List<MarkedExample> one = List.of(new MarkedExample(HALF, 0.9));

    assertThat(score(question(one), HALF).given()).isBetween(0.8, 0.95);
  }

  private static Question question(List<MarkedExample> marked) {
    return Question.inline(
        "What makes bread rise?",
        List.of("Yeast makes gas from sugar, and the gluten of the dough holds the gas."),
        List.of(),
        Rule.ALL,
        marked);
  }

  private static List<MarkedExample> marked(double mark) {
    return ANSWERS.stream().map(answer -> new MarkedExample(answer, mark)).toList();
  }

  private static Score score(Question question, String answer) {
    return Objects.requireNonNull(Graders.grade(question, answer).score());
  }

  private static BigDecimal product(Component part) {
    return BigDecimal.valueOf(part.value())
        .multiply(BigDecimal.valueOf(part.weight()))
        .setScale(4, RoundingMode.HALF_UP);
  }
}

package docimo.grading;

import static org.assertj.core.api.Assertions.assertThat;

import docimo.grading.Grade.Flag;
import docimo.question.Question;
import docimo.question.Rule;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OtherReferencesTest {

  private static final Question PUMP =
      question(
          "How does a heat pump warm a house?",
          "A refrigerant takes up heat from the air outside. A compressor squeezes the gas, which"
              + " makes it hot. The hot gas gives its heat to the water of the radiators.");

  private static final Question FRIDGE =
      question(
          "How does a refrigerator stay cold?",
          "Inside the cabinet a liquid boils in thin pipes and cools the food on the shelves. The"
              + " vapour is pressed together by a motor, and the grid at the back hands the warmth"
              + " to the kitchen.");

  private static final Grader GRADER = Graders.GRADER.knowing(List.of(PUMP, FRIDGE));

  @Test
  void aPastedReferenceOfAnotherQuestionIsFlaggedForAPersonAndMarkedAsEver() {
    Grade grade = GRADER.grade(PUMP, Answer.of(reference(FRIDGE)));

    Flag flag = grade.flags().get(0);
    assertThat(flag.code()).isEqualTo(FlagCode.OTHER_REFERENCE);
    assertThat(flag.value()).isEqualTo(1);
    assertThat(flag.evidence()).hasSize(2);
    assertThat(grade.status()).isEqualTo(Grade.Status.NEEDS_REVIEW);
    assertThat(grade.score())
        .isEqualTo(Graders.GRADER.grade(PUMP, Answer.of(reference(FRIDGE))).score());
  }

  @Test
  void aWordPutInHereAndThereHidesNothing() {
    String answer =
        "Clearly, inside the cabinet a liquid boils in thin pipes and obviously cools the food on the"
            + " shelves. The vapour is, well, pressed together by a motor, and the grid at the back"
            + " simply hands the warmth to the kitchen.";
    assertThat(codes(PUMP, answer)).contains(FlagCode.OTHER_REFERENCE);
  }

  @Test
  void itsOwnReferenceIsNoOther() {
    assertThat(codes(PUMP, reference(PUMP))).doesNotContain(FlagCode.OTHER_REFERENCE);
    Question twin = question("What warms a house with a heat pump?", reference(PUMP));
    Grader knowing = GRADER.knowing(List.of(PUMP, twin));
    assertThat(knowing.grade(PUMP, Answer.of(reference(PUMP))).flags())
        .extracting(Flag::code)
        .doesNotContain(FlagCode.OTHER_REFERENCE);
  }

  @Test
  void aQuotationInAnAnswerOfOnesOwnIsNotFlagged() {
    String answer =
        "It works like a fridge turned round: there a liquid boils in thin pipes and takes heat from"
            + " the inside. Here the pipes lie in the garden or hang in the wind, and what they"
            + " collect is lifted to a higher temperature by compression, so that the floor or the"
            + " radiators can be warmed by it, mostly for a third of the electricity.";
    assertThat(codes(PUMP, answer)).doesNotContain(FlagCode.OTHER_REFERENCE);
  }

  @Test
  void withoutABankNothingIsKnown() {
    assertThat(Graders.GRADER.grade(PUMP, Answer.of(reference(FRIDGE))).flags())
        .extracting(Flag::code)
        .doesNotContain(FlagCode.OTHER_REFERENCE);
  }

  private static Question question(String prompt, String reference) {
    return Question.inline(prompt, List.of(reference), List.of(), Rule.ALL);
  }

  private static String reference(Question question) {
    return Objects.requireNonNull(question.references().get(0));
  }

  private static List<FlagCode> codes(Question question, String answer) {
    return GRADER.grade(question, Answer.of(answer)).flags().stream().map(Flag::code).toList();
  }
}

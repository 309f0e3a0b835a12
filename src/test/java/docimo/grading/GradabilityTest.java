package docimo.grading;

import static docimo.grading.Graders.DROPOUT;
import static docimo.grading.Graders.grade;
import static docimo.grading.Graders.question;
import static org.assertj.core.api.Assertions.assertThat;

import docimo.question.Question;
import docimo.question.Rule;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GradabilityTest {

  static List<Question> bank() {
    return Graders.BANK;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\r\n\t", "\u200B\u200B", "\u0000"})
  void anEmptyAnswerGetsNoMark(String answer) {
    assertNotGradable(grade(DROPOUT, answer), Reason.ANSWER_EMPTY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?!", "🙂🙃", "...", "— — —", "\uD800"})
  void anAnswerWithoutWordsGetsNoMark(String answer) {
    Grade grade = grade(DROPOUT, answer);
    assertThat(grade.status()).isEqualTo(Grade.Status.NOT_GRADABLE);
    assertThat(Objects.requireNonNull(grade.reason()).code())
        .isIn(Reason.ANSWER_WITHOUT_WORDS, Reason.ANSWER_EMPTY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"idk", "no idea", "yes", "Bananas."})
  void aWordOrTwoThatTheKeyDoesNotKnowGetNoMark(String answer) {
    assertNotGradable(grade(DROPOUT, answer), Reason.ANSWER_TOO_SHORT);
  }

  @Test
  void aSingleRightWordIsMarked() {
    Question which = question("Which protocol is connectionless?", "UDP");
    assertThat(band(grade(which, "UDP"))).isEqualTo(Band.EXCELLENT);
    assertThat(band(grade(which, "udp."))).isEqualTo(Band.EXCELLENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Das Netz schaltet beim Training zufällig einzelne Neuronen ab, damit es nicht auswendig lernt.",
        "Le réseau désactive au hasard quelques neurones pendant son entraînement pour généraliser.",
        "La red apaga neuronas al azar durante el entrenamiento para evitar el sobreajuste.",
        "В обучении сеть случайно отключает нейроны.",
        "训练时随机关闭神经元",
        "يوقف الشبكة بعض الخلايا"
      })
  void anAnswerInAnotherLanguageGetsNoMark(String answer) {
    assertNotGradable(grade(DROPOUT, answer), Reason.ANSWER_NOT_ENGLISH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT name FROM users WHERE id = 1; then a JOIN over orders",
        "relu sigmoid tanh softmax dropout batchnorm adam sgd",
        "it has teh encdoer whcih makse smaler vectros"
      })
  void jargonCodeAndTyposAreNotTakenForAnotherLanguage(String answer) {
    Grade grade = grade(DROPOUT, answer);

    assertThat(grade.reason()).isNull();
    assertThat(grade.score()).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("bank")
  void repeatingTheQuestionGetsNoMark(Question question) {
    assertNotGradable(grade(question, question.prompt()), Reason.RESTATES_QUESTION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A planet has more moons than a star.",
        "A star has planets, and a planet has one star.",
        "Only the star has planets."
      })
  void numbersAndDegreesAreNoRepetitionOfTheQuestion(String answer) {
    Question question =
        Question.inline(
            "How does a planet with a moon differ from a star with planets?",
            List.of("A star has planets that shine by its light; a planet has moons."),
            List.of(),
            Rule.ALL);

    assertThat(grade(question, answer).score()).isNotNull();
    assertNotGradable(
        grade(question, "A star with planets, a planet with a moon."), Reason.RESTATES_QUESTION);
  }

  @Test
  void aQuestionWithoutAReferenceGivesNoMark() {
    Question open = Question.inline("Why?", List.of(" "), List.of(), Rule.ALL);
    assertNotGradable(grade(open, "Because it is there."), Reason.REFERENCE_MISSING);
  }

  @Test
  void anAnswerOverTheLimitIsRefusedUnread() {
    assertNotGradable(
        grade(DROPOUT, "word ".repeat(Gradability.LONGEST / 5) + "."), Reason.ANSWER_TOO_LONG);
  }

  private static Band band(Grade grade) {
    return Objects.requireNonNull(grade.score()).band();
  }

  private static void assertNotGradable(Grade grade, Reason reason) {
    assertThat(grade.status()).isEqualTo(Grade.Status.NOT_GRADABLE);
    assertThat(grade.score()).isNull();
    assertThat(Objects.requireNonNull(grade.reason()).code()).isEqualTo(reason);
    assertThat(grade.components()).isEmpty();
    assertThat(grade.feedback().summary()).isEqualTo(reason.message());
  }
}

package docimo.grading;

import static docimo.grading.Graders.BANK;
import static docimo.grading.Graders.DROPOUT;
import static docimo.grading.Graders.GRADER;
import static docimo.grading.Graders.grade;
import static docimo.grading.Graders.question;
import static org.assertj.core.api.Assertions.assertThat;

import docimo.grading.Grade.KeyPointResult;
import docimo.grading.Grade.Score;
import docimo.grading.ScoringModel.Component;
import docimo.question.KeyPoint;
import docimo.question.Question;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraderTest {

  static List<Question> bank() {
    return BANK;
  }

  @ParameterizedTest
  @MethodSource("bank")
  void aReferenceGetsAtLeastTheSecondBestBand(Question question) {
    for (String reference : question.references()) {
      assertThat(score(grade(question, reference)).band())
          .isIn(Band.EXCELLENT, Band.GOOD, Band.FAIR);
    }
    assertThat(score(grade(question, question.references().get(0))).band())
        .isIn(Band.EXCELLENT, Band.GOOD);
  }

  @ParameterizedTest
  @MethodSource("bank")
  void theKeyPointsThemselvesAreAFullAnswer(Question question) {
    String answer = String.join(". ", question.keyPoints().stream().map(KeyPoint::label).toList());
    Grade grade = grade(question, answer);
    assertThat(grade.keyPoints()).allMatch(point -> point.verdict() == Verdict.COVERED);
    assertThat(component(grade, "key_point_coverage").value()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("bank")
  void theReferenceOfAnotherQuestionStaysBelowTheBandOfFairAnswers(Question question) {
    Question other = BANK.get((BANK.indexOf(question) + 7) % BANK.size());
    assertThat(score(grade(question, other.references().get(0))).given())
        .isLessThan(Band.FAIR.from());
  }

  @ParameterizedTest
  @MethodSource("bank")
  void contributionsRecomputeToTheScoreExactly(Question question) {
    Random random = new Random(question.id().hashCode());
    for (int i = 0; i < 5; i++) {
      Grade grade = grade(question, someWordsOf(question, random));
      Score score = grade.score();
      if (score != null) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Component component : grade.components()) {
          BigDecimal product =
              BigDecimal.valueOf(component.value())
                  .multiply(BigDecimal.valueOf(component.weight()))
                  .setScale(4, RoundingMode.HALF_UP);
          assertThat(BigDecimal.valueOf(component.contribution())).isEqualByComparingTo(product);
          sum = sum.add(BigDecimal.valueOf(component.contribution()));
        }
        assertThat(sum).isEqualByComparingTo(BigDecimal.valueOf(score.given()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("bank")
  void evidenceQuotesTheAnswerAsSent(Question question) {
    String answer =
        "\u200B🙂\r\n"
            + question.references().get(0).replace(". ", ".\r\n🙂 ").replace("a", "a\u00AD");
    Grade grade = grade(question, answer);
    assertThat(grade.keyPoints().stream().flatMap(point -> point.evidence().stream()))
        .isNotEmpty()
        .allSatisfy(e -> assertThat(answer.substring(e.start(), e.end())).isEqualTo(e.quote()));
    assertThat(grade.keywords().matched())
        .isNotEmpty()
        .allSatisfy(
            keyword ->
                assertThat(keyword.evidence())
                    .isNotEmpty()
                    .allSatisfy(
                        e ->
                            assertThat(answer.substring(e.start(), e.end())).isEqualTo(e.quote())));
  }

  @ParameterizedTest
  @MethodSource("bank")
  void missingKeywordsPointIntoTheirReference(Question question) {
    Grade grade = grade(question, "I would have to guess here.");
    String reference = question.references().get(grade.keywords().reference());
    assertThat(grade.keywords().missing())
        .isNotEmpty()
        .allSatisfy(
            k ->
                assertThat(reference.substring(k.referenceStart(), k.referenceEnd()))
                    .isEqualTo(k.term()));
  }

  @ParameterizedTest
  @MethodSource("bank")
  void oneMorePointNeverLowersACoverageAndHardlyEverTheMark(Question question) {
    List<KeyPoint> points = new ArrayList<>(question.keyPoints());
    Collections.shuffle(points, new Random(7));
    StringBuilder answer = new StringBuilder("My answer follows.");
    Grade before = grade(question, answer.toString());
    for (KeyPoint point : points) {
      answer.append(' ').append(point.label()).append('.');
      Grade now = grade(question, answer.toString());
      assertThat(component(now, "key_point_coverage").value())
          .isGreaterThanOrEqualTo(component(before, "key_point_coverage").value());
      if (now.keywords().reference() == before.keywords().reference()) {
        assertThat(component(now, "keyword_coverage").value())
            .isGreaterThanOrEqualTo(component(before, "keyword_coverage").value());
      }
      // a point beyond those asked for may cost the cosine a little, never more than this
      assertThat(score(now).given()).isGreaterThanOrEqualTo(score(before).given() - 0.01);
      before = now;
    }
  }

  @ParameterizedTest
  @MethodSource("bank")
  void noPointThatIsCoveredInsteadWouldLowerTheMark(Question question) {
    Grade grade = grade(question, question.keyPoints().get(0).label());
    assertThat(grade.keyPoints())
        .allSatisfy(
            point ->
                assertThat(point.scoreIfCovered())
                    .isGreaterThanOrEqualTo(score(grade).given())
                    .isLessThanOrEqualTo(1));
  }

  @Test
  void anAntonymCoversLittleAndADeniedOneAgrees() {
    Question question = Graders.question("What is said of the valve?", "It is open.");
    assertThat(value(question, "It is closed.", Signal.SEMANTIC_COVERAGE)).isLessThan(0.3);
    assertThat(value(question, "It is not closed.", Signal.SEMANTIC_COVERAGE)).isGreaterThan(0.5);
    assertThat(value(question, "It is closed.", Signal.OPPOSITE_WORDS)).isGreaterThan(0.5);
    assertThat(value(question, "It is not closed.", Signal.OPPOSITE_WORDS)).isZero();
  }

  @Test
  void theSameAnswerGetsTheSameGradeFromEveryThread() {
    List<Grade> grades =
        IntStream.range(0, 64)
            .parallel()
            .mapToObj(i -> grade(BANK.get(i % 4), "The network reduces the input step by step."))
            .toList();
    for (int i = 4; i < grades.size(); i++) {
      assertThat(grades.get(i)).isEqualTo(grades.get(i % 4));
    }
  }

  @Test
  void aPointSaidInAnAcceptedPhrasingIsCovered() {
    Grade grade = grade(DROPOUT, "It ignores random units while the net learns.");
    assertThat(verdicts(grade).get(0)).isEqualTo(Verdict.COVERED);
    assertThat(verdicts(grade).get(1)).isNotEqualTo(Verdict.COVERED);
    assertThat(grade.keyPoints().get(0).evidence().get(0).quote())
        .isEqualTo("ignores random units");
  }

  @Test
  void aPointSaidUnderANegationIsNotCovered() {
    Grade affirmed = grade(DROPOUT, "It switches off random neurons.");
    Grade negated = grade(DROPOUT, "It does not switch off random neurons.");
    assertThat(verdicts(affirmed).get(0)).isEqualTo(Verdict.COVERED);
    assertThat(verdicts(negated).get(0)).isIn(Verdict.MISSING, Verdict.CONTRADICTED);
    assertThat(score(negated).given()).isLessThan(score(affirmed).given());
  }

  @Test
  void wordsScatteredOverALongAnswerDoNotAddUpToAPoint() {
    Grade grade =
        grade(
            DROPOUT,
            "Some tests are random. We look at the data. The weather is nice. Lights are switched on."
                + " They are bright. It rains a lot. Neurons are cells. Cells are small. I like it."
                + " My training was last week.");
    assertThat(verdicts(grade).get(0)).isNotEqualTo(Verdict.COVERED);
  }

  @Test
  void aShortAnswerThatMakesEveryPointReachesTheTopBand() {
    Grade grade =
        grade(
            DROPOUT,
            "Random neurons are switched off in training; every neuron works at prediction time.");
    assertThat(score(grade).band()).isEqualTo(Band.EXCELLENT);
    assertThat(grade.feedback().missing()).isEmpty();
    assertThat(grade.feedback().summary()).contains("Nothing that was looked for is missing");
  }

  @Test
  void feedbackNamesWhatIsMissingInPractice() {
    Grade grade = grade(DROPOUT, "It ignores random units.");
    assertThat(grade.feedback().summary())
        .isEqualTo(
            "You covered: random neurons are switched off in training. Not mentioned: every neuron"
                + " works at prediction time.");
  }

  @Test
  void feedbackInAScreeningDoesNotGiveTheKeyAway() {
    Grade grade =
        GRADER.grade(
            DROPOUT, new Answer("It ignores random units.", "c-17", Answer.Purpose.SCREENING));
    assertThat(grade.feedback().missing()).isEmpty();
    assertThat(grade.feedback().summary())
        .contains("Not mentioned: 1 point.")
        .doesNotContain("prediction");
    assertThat(grade.candidateRef()).isEqualTo("c-17");
  }

  @Test
  void ofAChoiceTheBestCountAndTheRestIsNotMissed() {
    Question uses =
        question(
            "Name two uses of a queue.",
            "Printing, breadth-first search, buffering and scheduling.",
            "any 2 of uses",
            new KeyPoint("printing jobs", List.of(), 1, "uses"),
            new KeyPoint("breadth-first search", List.of(), 1, "uses"),
            new KeyPoint("buffering between threads", List.of(), 1, "uses"));
    Grade grade = grade(uses, "Breadth-first search in graphs, and printing jobs.");
    assertThat(grade.keyPoints().stream().map(KeyPointResult::counted))
        .containsExactly(true, true, false);
    assertThat(component(grade, "key_point_coverage").value()).isEqualTo(1);
    assertThat(grade.feedback().missing()).isEmpty();
    assertThat(grade(uses, "Printing jobs on paper.").feedback().missing())
        .singleElement()
        .asString()
        .startsWith("1 more of the uses (");
  }

  @Test
  void theClosestOfSeveralReferencesIsTheOneComparedWith() {
    Question two =
        Question.inline(
            "Which protocol sends mail?",
            List.of("The simple mail transfer protocol.", "SMTP on port 25 between servers."),
            List.of(),
            docimo.question.Rule.ALL);
    assertThat(grade(two, "Servers talk SMTP to each other on port 25").keywords().reference())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "misspelled: random nuerons are swiched off in training",
        "Random NEURONS are SWITCHED OFF in training!",
        "- random neurons\n- are switched off in training",
        "<p>Random <b>neurons</b> are switched&nbsp;off in training</p>",
        "Random neu\u200Brons are switched off in trai\u00ADning",
        "Ｒａｎｄｏｍ neurons are switched off in training"
      })
  void formDoesNotCostMarks(String answer) {
    assertThat(verdicts(grade(DROPOUT, answer)).get(0)).isEqualTo(Verdict.COVERED);
  }

  private static Score score(Grade grade) {
    return Objects.requireNonNull(grade.score(), () -> "no score: " + grade.reason());
  }

  private static double value(Question question, String answer, String signal) {
    return component(grade(question, answer), signal).value();
  }

  private static Component component(Grade grade, String name) {
    return grade.components().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<Verdict> verdicts(Grade grade) {
    return grade.keyPoints().stream().map(KeyPointResult::verdict).toList();
  }

  /** A random handful of words of the reference, in a random order. */
  private static String someWordsOf(Question question, Random random) {
    List<String> words = new ArrayList<>(List.of(question.references().get(0).split("\\s+")));
    Collections.shuffle(words, random);
    return String.join(" ", words.subList(0, 3 + random.nextInt(words.size() - 3)));
  }
}

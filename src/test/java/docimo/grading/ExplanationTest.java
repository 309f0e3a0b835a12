package docimo.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import docimo.exchange.Json;
import docimo.grading.Grade.Change;
import docimo.grading.Grade.KeyPointResult;
import docimo.grading.Grade.Score;
import docimo.question.KeyPoint;
import docimo.question.MarkedExample;
import docimo.question.Question;
import docimo.question.Rule;
import docimo.text.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What would change a mark, and what the two voices say. */
final class ExplanationTest {

  private static final Map<String, List<String>> ANSWERS = tuningAnswers();
  private static final String HALF = "Random units are ignored while the net is trained.";

  @Test
  void noCounterfactualLowersAMarkUnderAnyRuleOrCalibration() {
    SplittableRandom random = new SplittableRandom(11);
    int raised = 0;
    for (int i = 0; i < 150; i++) {
      Question question = variant(Graders.BANK.get(random.nextInt(Graders.BANK.size())), random);
      Grade grade = Graders.grade(question, answer(random));
      Score score = grade.score();
      if (score != null) {
        assertThat(grade.keyPoints())
            .allSatisfy(p -> assertThat(p.scoreIfCovered()).isBetween(score.given(), 1.0));
        assertThat(grade.keyPoints())
            .filteredOn(p -> p.verdict() == Verdict.COVERED)
            .allSatisfy(p -> assertThat(p.scoreIfCovered()).isEqualTo(score.given()));
        raised += grade.explanation().changes().isEmpty() ? 0 : 1;
        assertOrdered(grade, score);
      }
    }
    assertThat(raised).isGreaterThan(75);
  }

  private static void assertOrdered(Grade grade, Score score) {
    List<Change> changes = grade.explanation().changes();
    assertThat(changes)
        .isSortedAccordingTo(Comparator.comparingDouble(Change::gain).reversed())
        .allSatisfy(
            change -> {
              assertThat(change.gain()).isPositive();
              assertThat(change.score()).isCloseTo(score.given() + change.gain(), within(1e-9));
            });
    assertThat(changes.stream().map(Change::keyPoint))
        .containsExactlyInAnyOrderElementsOf(
            grade.keyPoints().stream()
                .filter(p -> p.scoreIfCovered() > score.given())
                .map(KeyPointResult::id)
                .toList());
  }

  @Test
  void aPointThatIsMissingRaisesTheMarkWhetherItWasWrittenOrDerived() {
    Question derived =
        Graders.question(
            "What is dropout?",
            "Dropout switches off random neurons during training. All neurons work at prediction.");

    for (Question question : List.of(Graders.DROPOUT, derived)) {
      Grade grade = Graders.grade(question, HALF);
      Change change = grade.explanation().changes().get(0);
      assertThat(change.keyPoint()).isEqualTo("p2");
      assertThat(change.gain()).isGreaterThan(0.05);
      double said =
          Objects.requireNonNull(Graders.grade(question, HALF + " " + change.label()).score())
              .given();
      assertThat(change.score()).isLessThanOrEqualTo(said + 0.03);
    }
  }

  @Test
  void anAlternativeBeyondThoseAskedForHardlyChangesAnything() {
    Question any =
        Graders.question(
            "Name a colour of a traffic light.",
            "It is red, amber or green.",
            "any 1",
            KeyPoint.of("red"),
            KeyPoint.of("green"));
    Grade grade = Graders.grade(any, "Red is at the top of it.");

    assertThat(grade.keyPoints().get(1).verdict()).isEqualTo(Verdict.MISSING);
    assertThat(grade.explanation().changes())
        .allSatisfy(change -> assertThat(change.gain()).isLessThan(0.05));
  }

  @Test
  void inAScreeningTheCandidateReadsNoWordOfAPointThatWasNotMade() {
    SplittableRandom random = new SplittableRandom(12);
    int hidden = 0;
    for (Question question : Graders.BANK) {
      for (String text : ANSWERS.getOrDefault(question.id(), List.of())) {
        for (String said : List.of(text, answer(random))) {
          Grade grade =
              Graders.GRADER.grade(question, new Answer(said, null, Answer.Purpose.SCREENING));
          Set<String> secret = secret(question, grade, said);
          hidden += secret.size();
          assertThat(words(candidateVoice(grade))).doesNotContainAnyElementsOf(secret);
          assertThat(grade.feedback().missing()).isEmpty();
        }
      }
    }
    assertThat(hidden).isGreaterThan(1000);
  }

  @Test
  void inPracticeTheCandidateReadsWhatIsMissing() {
    Grade grade = Graders.grade(Graders.DROPOUT, HALF);

    assertThat(grade.feedback().missing()).containsExactly("every neuron works at prediction time");
  }

  @Test
  void theRecruiterReadsWhetherToLookWhatCountedAndWhatIsMissing() {
    Grade grade =
        Graders.GRADER.grade(Graders.DROPOUT, new Answer(HALF, null, Answer.Purpose.SCREENING));
    List<String> sentences = grade.explanation().sentences();

    assertThat(sentences.get(0)).contains("before it counts");
    assertThat(String.join(" ", sentences))
        .containsPattern("The mark is [01]\\.\\d\\d of 1, which is \\w+\\.")
        .containsPattern("Most people would give [01]\\.\\d\\d to [01]\\.\\d\\d\\.")
        .contains("Covered: random neurons are switched off in training (“Random units")
        .containsPattern(
            "would raise .*: every neuron works at prediction time \\(would make it [01]\\.\\d\\d\\)\\.");
  }

  @Test
  void aReviewIsTheFirstThingThatTheRecruiterReads() {
    ReviewPolicy strict = new ReviewPolicy(Set.of(ReviewReason.WIDE_INTERVAL), 0.3, 0, 1, 1, 1);
    Grade grade = Graders.GRADER.with(strict).grade(Graders.DROPOUT, Answer.of(HALF));

    assertThat(grade.status()).isEqualTo(Grade.Status.NEEDS_REVIEW);
    assertThat(grade.score()).isNotNull();
    assertThat(grade.review().required()).isTrue();
    assertThat(grade.explanation().sentences())
        .startsWith(
            "A person should look at this mark before it counts.",
            grade.review().reasons().get(0).message());
    assertThat(grade.versions().reviewPolicy()).isEqualTo(strict.version());
    Grade calm = Graders.GRADER.with(ReviewPolicy.NOBODY).grade(Graders.DROPOUT, Answer.of(HALF));
    assertThat(calm.status()).isEqualTo(Grade.Status.GRADED);
    assertThat(calm.score()).isEqualTo(grade.score());
  }

  @Test
  void anAnswerWithoutAMarkHasNothingToDoubtOrChange() {
    Grade grade = Graders.grade(Graders.DROPOUT, "");

    assertThat(grade.review()).isEqualTo(new Grade.Review(false, null, List.of()));
    assertThat(grade.explanation().sentences())
        .containsExactly("There is no mark. The answer is empty.");
    assertThat(grade.explanation().changes()).isEmpty();
  }

  /** Words of points that were not wholly made, less what the candidate knows anyway. */
  private static Set<String> secret(Question question, Grade grade, String answer) {
    Set<String> secret = new HashSet<>();
    for (KeyPointResult point : grade.keyPoints()) {
      if (point.verdict() != Verdict.COVERED) {
        secret.addAll(words(point.label()));
        question.keyPoints().stream()
            .filter(p -> p.label().equals(point.label()))
            .forEach(p -> p.phrasings().forEach(text -> secret.addAll(words(text))));
      }
    }
    question.references().forEach(text -> secret.addAll(words(text)));
    secret.removeAll(words(question.prompt()));
    secret.removeAll(words(answer));
    secret.removeAll(words(OUR_WORDS));
    return secret;
  }

  /** What feedback is made of, whatever the question. */
  private static final String OUR_WORDS =
      "You covered. Said the wrong way. Only partly said: 1 point, 2 points, 3, 4, 5, 6, 7, 8, 9, 10. Not mentioned."
          + " Your answer makes none of the points that were looked for. Nothing that was looked"
          + " for is missing.";

  private static String candidateVoice(Grade grade) {
    return grade.feedback().summary()
        + "\n"
        + String.join("\n", grade.feedback().strengths())
        + "\n"
        + String.join("\n", grade.feedback().missing());
  }

  /** Words with content as they are written, but for capitals. */
  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    Graders.ANALYZER
        .analyze(text)
        .tokens()
        .filter(Token::isContent)
        .forEach(token -> words.add(token.text().toLowerCase(Locale.ROOT)));
    return words;
  }

  /** The question with other rules, derived points or marked answers. */
  private static Question variant(Question question, SplittableRandom random) {
    boolean derived = random.nextInt(4) == 0;
    Rule rule =
        derived || random.nextBoolean()
            ? Rule.ALL
            : Rule.parse("any " + (1 + random.nextInt(question.keyPoints().size())));
    List<MarkedExample> marked = new ArrayList<>();
    for (int i = 0; i < random.nextInt(4); i++) {
      marked.add(new MarkedExample(answer(random), random.nextInt(11) / 10.0));
    }
    return Question.inline(
        question.prompt(),
        question.references(),
        derived ? List.of() : question.keyPoints(),
        rule,
        marked);
  }

  /** Sentences of answers to any question, most often of one. */
  private static String answer(SplittableRandom random) {
    List<List<String>> questions = ANSWERS.values().stream().toList();
    List<String> mine = questions.get(random.nextInt(questions.size()));
    StringBuilder text = new StringBuilder();
    for (int i = 0; i <= random.nextInt(3); i++) {
      String[] sentences = mine.get(random.nextInt(mine.size())).split("(?<=\\.) ");
      text.append(sentences[random.nextInt(sentences.length)]).append(' ');
    }
    return text.toString();
  }

  private static Map<String, List<String>> tuningAnswers() {
    Map<String, List<String>> answers = new HashMap<>();
    try {
      for (String line : Files.readAllLines(Path.of("fixtures", "answers", "tuning.jsonl"))) {
        JsonNode row = Json.read(line);
        answers
            .computeIfAbsent(row.get("question_id").asText(), id -> new ArrayList<>())
            .add(row.get("answer").asText());
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return new TreeMap<>(answers);
  }
}

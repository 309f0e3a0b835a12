package docimo.grading;

import static org.assertj.core.api.Assertions.assertThat;

import docimo.question.KeyPoint;
import docimo.question.Question;
import docimo.question.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyPointsTest {

  @Test
  void pointsThatTheAuthorWroteAreTaken() {
    Question question =
        Graders.question(
            "Why?", "Because. And so on.", "any 1", KeyPoint.of("a"), KeyPoint.of("b"));
    KeyPoints points = points(question);
    assertThat(points.points()).isEqualTo(question.keyPoints());
    assertThat(points.rule()).isEqualTo(Rule.parse("any 1"));
    assertThat(points.derived()).isFalse();
  }

  @Test
  void proseYieldsAPointForEachSentence() {
    assertThat(labels("What is a heap?", "A heap is a tree. Its root holds the largest key."))
        .containsExactly("A heap is a tree.", "Its root holds the largest key.");
  }

  @Test
  void listItemsAreSplitFromTheProseAroundThem() {
    assertThat(
            labels(
                "What is a queue?",
                """
                A queue is first in, first out.

                It has two operations:

                - enqueue adds at the back
                - dequeue takes from the front

                Both take constant time."""))
        .containsExactly(
            "A queue is first in, first out.",
            "enqueue adds at the back",
            "dequeue takes from the front",
            "Both take constant time.");
  }

  @Test
  void nestedItemsAreSeparateAndTheirHeadingIsNoPoint() {
    assertThat(
            labels(
                "How do you secure a server?",
                """
                1. At the door:
                - close unused ports
                - ask for keys
                2. Inside:
                  - patch weekly
                    - kernels too
                  - drop privileges"""))
        .containsExactly(
            "close unused ports", "ask for keys", "patch weekly", "kernels too", "drop privileges");
  }

  @Test
  void anItemThatIsOnlyATitleTakesInWhatExplainsIt() {
    assertThat(
            labels(
                "Which sorts do you know?",
                """
                - Bubble sort:

                Swaps neighbours until nothing moves.

                - Merge sort: halves and merges"""))
        .containsExactly(
            "Bubble sort: Swaps neighbours until nothing moves.", "Merge sort: halves and merges");
  }

  @Test
  void codeBetweenFencesAndSentencesThatOnlyRepeatTheQuestionAreNoPoints() {
    assertThat(
            labels(
                "What is a semaphore?",
                """
                A semaphore is this.

                ```
                acquire();
                ```

                It counts free places."""))
        .containsExactly("It counts free places.");
  }

  @Test
  void windowsLineEndsChangeNothing() {
    String reference = "It has parts:\n\n- a root\n- some leaves";
    assertThat(labels("What is a tree?", reference.replace("\n", "\r\n")))
        .isEqualTo(labels("What is a tree?", reference));
  }

  @Test
  void askingForFewerThanAreListedMakesAChoice() {
    KeyPoints points =
        points(
            Graders.question(
                "Name two kinds of locks and say what a lock is for.",
                """
                A lock guards shared state.

                There are several kinds:

                - spin locks burn cycles
                - mutexes sleep
                - read-write locks admit many readers"""));
    assertThat(points.rule()).isEqualTo(Rule.parse("any 2 of kinds"));
    assertThat(points.points().stream().map(KeyPoint::group))
        .containsExactly(null, "kinds", "kinds", "kinds");
  }

  @Test
  void askingForAsManyAsAreListedMakesNoChoice() {
    assertThat(points(Graders.question("Name two colours.", "- red\n- green")).rule())
        .isEqualTo(Rule.ALL);
  }

  @Test
  void aRuleOverAllPointsHoldsForDerivedOnes() {
    Question question =
        Question.inline(
            "Colours?", List.of("- red\n- green\n- blue"), List.of(), Rule.parse("any 2"));
    assertThat(points(question).rule()).isEqualTo(Rule.parse("any 2"));
  }

  @Test
  void aRuleThatDerivedPointsCannotFillIsLeftOut() {
    Question question =
        Question.inline("Colours?", List.of("- red"), List.of(), Rule.parse("any 2"));
    assertThat(points(question).rule()).isEqualTo(Rule.ALL);
  }

  @Test
  void withoutAReferenceThereAreNoPoints() {
    assertThat(points(Question.inline("Why?", List.of(), List.of(), Rule.ALL)).points()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Name three practical uses of them | 3 | uses",
        "Please list 4 HTTP methods. | 4 | methods",
        "Explain it and mention two of its drawbacks | 2 | drawbacks",
        "Can you give five examples? | 5 | examples",
        "DESCRIBE TEN STEPS | 10 | steps"
      })
  void aNumberOfThingsAskedForIsFound(String prompt, int count, String noun) {
    RequestedCount requested = RequestedCount.in(prompt);
    assertThat(requested).isEqualTo(new RequestedCount(count, noun));
  }

  @ParameterizedTest
  @CsvSource({"What is a tree?", "Why do 2 threads race?", "Name a few uses", "Explain one reason"})
  void otherPromptsAskForNoNumber(String prompt) {
    assertThat(RequestedCount.in(prompt)).isNull();
  }

  private static List<String> labels(String prompt, String reference) {
    return points(Graders.question(prompt, reference)).points().stream()
        .map(KeyPoint::label)
        .toList();
  }

  private static KeyPoints points(Question question) {
    return KeyPoints.of(question, Graders.ANALYZER);
  }
}

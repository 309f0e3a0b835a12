package docimo.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class QuestionTest {

  private static final KeyPoint ROOT =
      new KeyPoint("one root", List.of("a single top"), 2, "shape");
  private static final KeyPoint LEAF = KeyPoint.of("leaves have no children");
  private static final Rule ONE = Rule.parse("any 1 of shape");

  private static final Question TREE =
      question("What is a tree?", List.of("A graph.", "A shape."), List.of(ROOT, LEAF), ONE);

  /** Each differs from TREE, and from every other, in one thing that marks depend on. */
  static List<Question> changed() {
    List<String> references = TREE.references();
    List<KeyPoint> points = TREE.keyPoints();
    String prompt = TREE.prompt();
    return List.of(
        question("What is a tree", references, points, ONE),
        question("", references, points, ONE),
        question(prompt, List.of("A graph."), points, ONE),
        question(prompt, List.of("A shape.", "A graph."), points, ONE),
        question(prompt, List.of("A graph.A shape."), points, ONE),
        question(prompt, List.of("A graph.", "A shape. "), points, ONE),
        question(prompt, references, List.of(ROOT), ONE),
        question(prompt, references, List.of(LEAF, ROOT), ONE),
        question(prompt, references, List.of(), ONE),
        question(prompt, references, points, Rule.ALL),
        question(prompt, references, points, Rule.parse("any 1")),
        question(prompt, references, points, Rule.parse("any 2")),
        withRoot(new KeyPoint("One root", ROOT.phrasings(), 2, "shape")),
        withRoot(new KeyPoint(ROOT.label(), List.of(), 2, "shape")),
        withRoot(new KeyPoint(ROOT.label(), List.of("a single", "top"), 2, "shape")),
        withRoot(new KeyPoint(ROOT.label(), ROOT.phrasings(), 2.5, "shape")),
        question(
            prompt,
            references,
            List.of(ROOT, new KeyPoint(LEAF.label(), List.of(), 1, "shape")),
            ONE));
  }

  @Test
  void withoutMarkedAnswersTheRevisionIsTheOneItAlwaysWas() {
    String reference = "Yeast makes gas from sugar, and the gluten of the dough holds the gas.";

    assertThat(
            Question.inline("What makes bread rise?", List.of(reference), List.of(), Rule.ALL)
                .revision())
        .isEqualTo("b35cad23631e48d2");
  }

  @Test
  void markedAnswersAreContent() {
    Set<String> revisions = new HashSet<>(List.of(TREE.revision()));
    List<List<MarkedExample>> different =
        List.of(
            List.of(new MarkedExample("A graph.", 1)),
            List.of(new MarkedExample("A graph", 1)),
            List.of(new MarkedExample("A graph.", 0.5)),
            List.of(new MarkedExample("A graph.", 1), new MarkedExample("A graph.", 1)));
    different.forEach(marked -> revisions.add(withMarked(marked).revision()));

    assertThat(revisions).hasSize(different.size() + 1);
    assertThat(withMarked(List.of()).revision()).isEqualTo(TREE.revision());
    assertThat(withMarked(List.of(new MarkedExample("A graph.", -0.0))).revision())
        .isEqualTo(withMarked(List.of(new MarkedExample("A graph.", 0))).revision());
  }

  @Test
  void aMarkedAnswerHasATextAndAShareOfAFullMark() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MarkedExample(" ", 1))
        .withMessage("a marked answer needs a text that is not blank");
    for (double score : new double[] {-0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new MarkedExample("A graph.", score))
          .withMessageContaining("from 0 to 1, not " + score);
    }
  }

  @ParameterizedTest
  @MethodSource("changed")
  void changedContentHasAnotherRevision(Question other) {
    assertThat(other.revision()).isNotEqualTo(TREE.revision());
  }

  @Test
  void noTwoChangesHaveTheSameRevision() {
    Set<String> revisions = new HashSet<>();
    changed().forEach(question -> revisions.add(question.revision()));
    assertThat(revisions).hasSize(changed().size());
  }

  @Test
  void equalContentHasEqualRevisions() {
    Question again =
        question(
            "What is a tree?",
            List.of("A graph.", "A shape."),
            List.of(
                new KeyPoint("one root", List.of("a single top"), 2.0, "shape"),
                KeyPoint.of("leaves have no children")),
            Rule.parse("ANY 1 of shape"));
    assertThat(again.revision()).isEqualTo(TREE.revision()).matches("[0-9a-f]{16}");
  }

  @Test
  void idAndTopicDoNotCount() {
    Question elsewhere =
        new Question(
            "other", TREE.prompt(), TREE.references(), TREE.keyPoints(), ONE, "Another topic");
    assertThat(elsewhere.revision()).isEqualTo(TREE.revision());
  }

  @Test
  void blankReferencesAreNoneAndDoNotCount() {
    Question padded =
        question(TREE.prompt(), List.of("A graph.", " ", "A shape.", ""), TREE.keyPoints(), ONE);
    assertThat(padded).isEqualTo(TREE);
    assertThat(padded.revision()).isEqualTo(TREE.revision());
  }

  @Test
  void aQuestionOutsideABankIsNamedByItsContent() {
    Question one = Question.inline("Why?", List.of("Because."), List.of(), Rule.ALL);
    Question same = Question.inline("Why?", List.of("Because."), List.of(), Rule.ALL);
    Question other = Question.inline("Why not?", List.of("Because."), List.of(), Rule.ALL);
    assertThat(one).isEqualTo(same);
    assertThat(one.id()).isEqualTo("inline-" + one.revision()).isNotEqualTo(other.id());
  }

  @Test
  void aBlankIdIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Question(" ", "Why?", List.of(), List.of(), Rule.ALL, null))
        .withMessageContaining("an id that is not blank");
  }

  @Test
  void aRuleThatItsPointsCannotFillIsRefused() {
    List<KeyPoint> points = List.of(ROOT, LEAF);
    for (String rule : List.of("any 3", "any 2 of shape", "any 1 of colour")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> question("Why?", List.of("x"), points, Rule.parse(rule)))
          .withMessageContaining("'" + rule + "'");
    }
    assertThat(question("Why?", List.of("x"), points, Rule.parse("any 2")).rule())
        .isEqualTo(Rule.parse("any 2"));
  }

  @Test
  void withoutPointsOfTheAuthorNoRuleIsRefused() {
    Rule rule = Rule.parse("any 3 of types");
    assertThat(question("Why?", List.of("x"), List.of(), rule).rule()).isEqualTo(rule);
  }

  @Test
  void aQuestionOfTheLargestSizeIsTaken() {
    KeyPoint full = new KeyPoint("l".repeat(200), Collections.nCopies(50, "p"), 1, null);

    assertThat(
            question(
                "q".repeat(20_000),
                List.of("r".repeat(25_000), "r".repeat(25_000)),
                Collections.nCopies(200, full),
                Rule.ALL))
        .isNotNull();
  }

  @Test
  void aLargerQuestionIsRefusedByItsPartAndNotByItsText() {
    List<String> some = List.of("x");
    assertTooLarge(
        "the prompt must have 20000 characters at most, not 20001",
        () -> question("q".repeat(20_001), some, List.of(), Rule.ALL));
    assertTooLarge(
        "the references together must have 50000 characters at most, not 50001",
        () -> question("", List.of("r".repeat(50_000), "r"), List.of(), Rule.ALL));
    assertTooLarge(
        "the list of key points must have 200 entries at most, not 201",
        () -> question("", some, Collections.nCopies(201, LEAF), Rule.ALL));
    assertTooLarge(
        "must have 50000 characters at most, not 51000",
        () ->
            question("", some, Collections.nCopies(51, KeyPoint.of("l".repeat(1_000))), Rule.ALL));
    assertTooLarge(
        "the label of key point 2 must have ",
        () -> question("", some, List.of(LEAF, KeyPoint.of("l".repeat(2_001))), Rule.ALL));
    assertTooLarge(
        "the list of phrasings of key point 1 must have ",
        () -> question("", some, List.of(point(Collections.nCopies(51, "p"))), Rule.ALL));
    assertTooLarge(
        "phrasing 2 of key point 2 must have ",
        () -> question("", some, List.of(LEAF, point(List.of("p", "p".repeat(2_001)))), Rule.ALL));
    assertTooLarge(
        "the list of marked answers must have 100 entries at most, not 101",
        () -> withMarked(Collections.nCopies(101, new MarkedExample("a", 1))));
    assertTooLarge(
        "the list of marked answers must have 100000 characters at most, not 100001",
        () ->
            withMarked(
                List.of(new MarkedExample("a".repeat(100_000), 1), new MarkedExample("a", 1))));
    assertThat(withMarked(Collections.nCopies(100, new MarkedExample("a".repeat(1_000), 1))))
        .isNotNull();
  }

  private static Question withMarked(List<MarkedExample> marked) {
    return new Question(
        "tree", TREE.prompt(), TREE.references(), TREE.keyPoints(), ONE, null, marked);
  }

  private static void assertTooLarge(String message, ThrowingCallable question) {
    assertThatExceptionOfType(LimitException.class)
        .isThrownBy(question)
        .withMessageContaining(message);
  }

  private static KeyPoint point(List<String> phrasings) {
    return new KeyPoint("l", phrasings, 1, null);
  }

  private static Question withRoot(KeyPoint root) {
    return question(TREE.prompt(), TREE.references(), List.of(root, LEAF), ONE);
  }

  private static Question question(
      String prompt, List<String> references, List<KeyPoint> points, Rule rule) {
    return new Question("tree", prompt, references, points, rule, null);
  }
}

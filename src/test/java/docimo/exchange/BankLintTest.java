package docimo.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import docimo.question.KeyPoint;
import docimo.question.MarkedExample;
import docimo.question.Question;
import docimo.question.Rule;
import docimo.testing.TestApplication;
import docimo.testing.Texts;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BankLintTest {

  private static final String ANSWER = "It switches off random neurons.";

  @Test
  void goodQuestionHasNoFinding() {
    assertThat(codes(question("a", "What is dropout?", ANSWER, "switching neurons off"))).isEmpty();
  }

  @Test
  void missingAndEmptyAnswersAreErrors() {
    assertThat(codes(new Question("a", "A?", List.of(), List.of(), Rule.ALL, null)))
        .containsExactly("no-answer");
    assertThat(codes(question("a", "What is it?", "What is it")))
        .containsExactly("reference-is-prompt", "no-points");
    assertThat(codes(question("a", "What is it?", "Dropout."))).containsExactly("short-reference");
  }

  @Test
  void duplicatesAcrossQuestionsAreNamed() {
    List<Finding> findings =
        check(
            question("a", "What is it?", ANSWER),
            question("b", "What is it", ANSWER.toUpperCase(java.util.Locale.ROOT)));

    assertThat(findings)
        .extracting(Finding::code)
        .containsExactly("duplicate-prompt", "duplicate-reference");
    assertThat(findings).extracting(Finding::questionId).containsOnly("b");
  }

  @Test
  void pointsThatRepeatOrStrayAreNamed() {
    assertThat(
            codes(
                question(
                    "a",
                    "What is it?",
                    ANSWER,
                    "random neurons",
                    "Random neurons!",
                    "gradient clipping")))
        .containsExactly("repeated-point", "point-not-in-reference");
  }

  @Test
  void wildWeightsAreNamed() {
    Question question =
        new Question(
            "a",
            "What is it?",
            List.of(ANSWER),
            List.of(new KeyPoint("random", List.of(), 11, null), KeyPoint.of("neurons")),
            Rule.ALL,
            null);

    assertThat(codes(question)).containsExactly("uneven-weights");
  }

  @Test
  void promptThatAsksForSomeNeedsARule() {
    Question asks = question("a", "Explain three different types of it.", ANSWER);
    Question ruled =
        new Question("a", asks.prompt(), asks.references(), List.of(), Rule.parse("any 1"), null);

    assertThat(codes(asks)).containsExactly("no-rule");
    assertThat(codes(ruled)).isEmpty();
    assertThat(codes(question("a", "Describe the three-way handshake", ANSWER, "random")))
        .hasSizeLessThan(2);
  }

  /** What lint says must be what 'bank list' shows. */
  @Test
  void listOfMoreThingsThanAreAskedForYieldsARuleByItself() {
    String prompt = "Name three sorting algorithms.";
    String four = "- quicksort\n- mergesort\n- heapsort\n- insertion sort";

    assertThat(codes(question("a", prompt, four))).isEmpty();
    assertThat(
            codes(question("a", prompt, four, "quicksort", "mergesort", "heapsort", "insertion")))
        .containsExactly("no-rule");
  }

  @Test
  void phrasingsThatEarnNothingAreNamed() {
    Question question =
        new Question(
            "a",
            "What does dropout do to neurons?",
            List.of(ANSWER),
            List.of(
                new KeyPoint("switches them off", List.of("it is not"), 1, null),
                new KeyPoint("random ones", List.of("the neurons' dropout"), 1, null)),
            Rule.ALL,
            null);

    assertThat(check(question))
        .extracting(Finding::code)
        .containsExactly("empty-phrasing", "phrasing-in-question");
    assertThat(check(question).get(0).message()).contains("'it is not'");
    assertThat(check(question).get(1).message()).contains("'the neurons' dropout'");
    assertThat(codes(question("a", "Are the neurons random or switched?", ANSWER, "random")))
        .isEmpty();
  }

  @Test
  void questionThatYieldsNoPointIsNamed() {
    List<Finding> none =
        check(question("a", "What do random neurons do?", "Random neurons: they do."));
    Question tooMuch =
        new Question("a", "What?", List.of(ANSWER), List.of(), Rule.parse("any 3"), null);

    assertThat(none).extracting(Finding::code).containsExactly("no-points");
    assertThat(codes(tooMuch)).containsExactly("rule-without-points");
  }

  @Test
  void findingsOfTheImportComeFirstAndOnce() {
    ImportedBank bank =
        BankFiles.read(
            "b.md",
            "## What is x?\n\n## What is y?\n\nA [letter](http://l) ![i](u).\n",
            BankFiles.Format.MARKDOWN);

    List<Finding> findings =
        BankLint.check(bank, Texts.ANALYZER, () -> TestApplication.shared().grader());

    assertThat(findings)
        .extracting(Finding::code)
        .containsExactly("no-answer", "image-removed", "link-removed");
    assertThat(findings).allSatisfy(finding -> assertThat(finding.remedy()).endsWith("."));
    assertThat(findings.get(0))
        .hasToString(
            "b.md:1: error [what-is-x]: No reference answer was found below this question. Write one; without it no answer can be marked.");
  }

  @Test
  void markedAnswersThatDoNotHelpAreNamed() {
    assertThat(codes(marked(0.5, "Some units are off."))).containsExactly("few-marked-answers");
    String[] five = {"Units are off.", "It is a layer.", "Neurons.", "Random.", "It switches."};
    assertThat(codes(marked(0.5, five))).containsExactly("equal-marks");
    List<Finding> findings =
        check(marked(0.5, "Units are off.", "units are off", "???", "It is off.", "Neurons die."));

    assertThat(findings)
        .extracting(Finding::code)
        .containsExactly("equal-marks", "repeated-marked-answer", "marked-answer-without-mark");
    assertThat(findings.get(1).message()).isEqualTo("The marked answers 1 and 2 say the same.");
    assertThat(findings.get(2).message()).startsWith("The marked answer 3 gets no mark: ");
  }

  private static Question marked(double score, String... answers) {
    return new Question(
        "a",
        "What is dropout?",
        List.of(ANSWER),
        List.of(),
        Rule.ALL,
        null,
        List.of(answers).stream().map(answer -> new MarkedExample(answer, score)).toList());
  }

  private static List<String> codes(Question question) {
    return check(question).stream().map(Finding::code).toList();
  }

  private static List<Finding> check(Question... questions) {
    return BankLint.check(
        List.of(questions), Texts.ANALYZER, () -> TestApplication.shared().grader());
  }

  private static Question question(String id, String prompt, String answer, String... points) {
    List<KeyPoint> keyPoints = List.of(points).stream().map(KeyPoint::of).toList();
    return new Question(id, prompt, List.of(answer), keyPoints, Rule.ALL, null);
  }
}

package docimo.exchange;

import docimo.exchange.Finding.Severity;
import docimo.exchange.page.PromptText;
import docimo.grading.Grader;
import docimo.grading.KeyPoints;
import docimo.question.KeyPoint;
import docimo.question.Question;
import docimo.question.Rule;
import docimo.text.TextAnalyzer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells the author of a question bank what would make for poor marks. One bank each, one thread.
 */
public final class BankLint {

  private static final double WILD = 10;
  private static final int STEM = 5;
  private static final Pattern WORD_BREAK = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern ASKS_FOR_SOME =
      Pattern.compile(
          "\\b(?:name|list|give|mention|explain|describe|state|identify|provide)\\b[^.?!]{0,40}?"
              + "\\b(?:two|three|four|five|six|seven|eight|nine|ten|[2-9]|1\\d)\\b.*",
          Pattern.DOTALL);
  private static final Set<String> EMPTY_WORDS =
      Set.of(
          ("the and for are was were with that this from into its has have not can may all any one"
                  + " but than then when which who how why what will would does did been being also such"
                  + " more most other some only over very you your they them their there these those")
              .split(" "));

  private final List<Question> questions;
  private final TextAnalyzer analyzer;
  private final PhrasingLint phrasings;
  private final MarkedAnswerLint markedAnswers;
  private final List<Finding> findings;
  private final Set<String> said = new HashSet<>();

  private BankLint(
      List<Question> questions,
      List<Finding> importFindings,
      TextAnalyzer analyzer,
      Supplier<Grader> grader) {
    this.markedAnswers = new MarkedAnswerLint(grader);
    this.questions = questions;
    this.analyzer = analyzer;
    this.phrasings = new PhrasingLint(analyzer);
    this.findings = new ArrayList<>(importFindings);
    importFindings.forEach(finding -> said.add(finding.code() + '\n' + finding.questionId()));
  }

  /**
   * What was found when the bank was read, and what is wrong with its questions.
   *
   * @param analyzer takes texts apart as it does when answers are marked
   * @param grader gives what marks answers; asked for only if a question has marked answers
   */
  public static List<Finding> check(
      ImportedBank bank, TextAnalyzer analyzer, Supplier<Grader> grader) {
    return new BankLint(bank.questions(), bank.findings(), analyzer, grader).check();
  }

  /**
   * What is wrong with questions that came from no file.
   *
   * @param analyzer takes texts apart as it does when answers are marked
   * @param grader gives what marks answers; asked for only if a question has marked answers
   */
  public static List<Finding> check(
      List<Question> questions, TextAnalyzer analyzer, Supplier<Grader> grader) {
    return new BankLint(questions, List.of(), analyzer, grader).check();
  }

  private List<Finding> check() {
    for (Question question : questions) {
      KeyPoints used = KeyPoints.of(question, analyzer);
      checkReferences(question);
      checkPoints(question);
      checkDerived(question, used);
      findings.addAll(phrasings.check(question));
      checkRule(question, used);
      findings.addAll(markedAnswers.check(question));
    }
    checkDuplicates();
    return List.copyOf(findings);
  }

  private void checkReferences(Question question) {
    if (question.references().isEmpty()) {
      add(
          Severity.ERROR,
          "no-answer",
          question,
          "There is no reference answer.",
          "Write one; without it no answer can be marked.");
    }
    for (String reference : question.references()) {
      if (PromptText.key(reference).equals(PromptText.key(question.prompt()))) {
        add(
            Severity.ERROR,
            "reference-is-prompt",
            question,
            "A reference answer only repeats the question.",
            "Write what a good answer says.");
      } else if (words(reference).size() < 2) {
        add(
            Severity.WARNING,
            "short-reference",
            question,
            "A reference answer has a single word or none.",
            "Write a full sentence, so that there is something to compare with.");
      }
    }
  }

  private void checkPoints(Question question) {
    List<KeyPoint> points = question.keyPoints();
    Set<String> labels = new HashSet<>();
    Set<String> known = new HashSet<>();
    question.references().forEach(reference -> known.addAll(stems(reference)));
    for (KeyPoint point : points) {
      if (!labels.add(PromptText.key(point.label()))) {
        add(
            Severity.WARNING,
            "repeated-point",
            question,
            "The key point '" + excerpt(point.label()) + "' is there twice.",
            "Remove one, or say how they differ.");
      }
      if (!known.isEmpty() && Collections.disjoint(known, stemsOf(point))) {
        add(
            Severity.WARNING,
            "point-not-in-reference",
            question,
            "No reference answer speaks of the key point '" + excerpt(point.label()) + "'.",
            "Add it to a reference answer, or drop the point.");
      }
    }
    checkWeights(question);
  }

  private void checkWeights(Question question) {
    double least = question.keyPoints().stream().mapToDouble(KeyPoint::weight).min().orElse(1);
    double most = question.keyPoints().stream().mapToDouble(KeyPoint::weight).max().orElse(1);
    if (most > least * WILD) {
      add(
          Severity.WARNING,
          "uneven-weights",
          question,
          "One key point weighs more than ten times another, which then hardly counts.",
          "Bring the weights closer together, or drop the small one.");
    }
  }

  private void checkDerived(Question question, KeyPoints used) {
    if (!used.derived() || question.references().isEmpty()) {
      return;
    }
    int derived = used.points().size();
    if (derived == 0) {
      add(
          Severity.WARNING,
          "no-points",
          question,
          "No key point can be derived from the reference answer.",
          "Write '### Key points' with a list, or full sentences in the answer.");
    }
    for (Rule.AnyOf choice : question.rule().choices()) {
      if (derived > 0 && (choice.group() != null || choice.count() > derived)) {
        add(
            Severity.ERROR,
            "rule-without-points",
            question,
            "The rule '" + choice + "' asks for more key points than the answer yields.",
            "Write the key points, or ask for fewer.");
      }
    }
  }

  /** Looks at the rule that answers are marked by: a list of more things yields one by itself. */
  private void checkRule(Question question, KeyPoints used) {
    String prompt = question.prompt().toLowerCase(Locale.ROOT);
    if (question.rule().equals(Rule.ALL)
        && used.rule().equals(Rule.ALL)
        && ASKS_FOR_SOME.matcher(prompt).find()) {
      add(
          Severity.WARNING,
          "no-rule",
          question,
          "The question asks for a number of things, but all key points are required.",
          "Say how many are enough, such as '### Key points: any 3'.");
    }
  }

  private void checkDuplicates() {
    Map<String, String> prompts = new HashMap<>();
    Map<String, String> references = new HashMap<>();
    for (Question question : questions) {
      String first = firstWith(prompts, question.prompt(), question.id());
      if (!first.equals(question.id())) {
        add(
            Severity.WARNING,
            "duplicate-prompt",
            question,
            "The question '" + first + "' asks the same.",
            "Keep one, with both answers as its reference answers.");
      }
      for (String reference : question.references()) {
        String other = firstWith(references, reference, question.id());
        if (!other.equals(question.id())) {
          add(
              Severity.WARNING,
              "duplicate-reference",
              question,
              "The question '" + other + "' has the same reference answer.",
              "Give each question the answer that is its own.");
        }
      }
    }
  }

  private static String firstWith(Map<String, String> seen, String text, String id) {
    String key = PromptText.key(text);
    String first = key.isEmpty() ? null : seen.putIfAbsent(key, id);
    return first == null ? id : first;
  }

  private void add(
      Severity severity, String code, Question question, String message, String remedy) {
    boolean repeats = code.equals("repeated-point") || code.equals("point-not-in-reference");
    if (said.add(code + '\n' + question.id()) || repeats) {
      findings.add(new Finding(severity, code, question.id(), "", 0, message, remedy));
    }
  }

  private static Set<String> stemsOf(KeyPoint point) {
    Set<String> stems = new HashSet<>(stems(point.label()));
    point.phrasings().forEach(phrasing -> stems.addAll(stems(phrasing)));
    return stems;
  }

  /** Words cut short, so that "drops" and "dropped" meet. */
  private static Set<String> stems(String text) {
    Set<String> stems = new LinkedHashSet<>();
    for (String word : words(text)) {
      if (!EMPTY_WORDS.contains(word) && (word.length() > 2 || text.length() < STEM)) {
        stems.add(word.length() > STEM ? word.substring(0, STEM) : word);
      }
    }
    return stems;
  }

  private static List<String> words(String text) {
    return Stream.of(WORD_BREAK.split(text.toLowerCase(Locale.ROOT), -1))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  static String excerpt(String label) {
    return label.length() > 40 ? label.substring(0, 40) + "…" : label;
  }
}

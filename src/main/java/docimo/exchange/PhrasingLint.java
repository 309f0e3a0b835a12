package docimo.exchange;

import docimo.exchange.Finding.Severity;
import docimo.question.KeyPoint;
import docimo.question.Question;
import docimo.similarity.Keywords;
import docimo.text.TextAnalyzer;
import docimo.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names accepted phrasings of key points that no answer can earn anything with. */
final class PhrasingLint {

  /** "Is it A or B?": there the question's own words are the answer. */
  private static final Pattern OFFERS_A_CHOICE = Pattern.compile("\\bor\\b");

  private final TextAnalyzer analyzer;

  PhrasingLint(TextAnalyzer analyzer) {
    this.analyzer = analyzer;
  }

  List<Finding> check(Question question) {
    List<Finding> findings = new ArrayList<>();
    Set<String> asked = asked(question.prompt());
    for (KeyPoint point : question.keyPoints()) {
      Stream.concat(Stream.of(point.label()), point.phrasings().stream())
          .forEach(phrasing -> check(phrasing, asked, question, findings));
    }
    return findings;
  }

  private Set<String> asked(String prompt) {
    return OFFERS_A_CHOICE.matcher(prompt.toLowerCase(Locale.ROOT)).find()
        ? Set.of()
        : Keywords.asked(analyzer.analyze(prompt));
  }

  private void check(
      String phrasing, Set<String> asked, Question question, List<Finding> findings) {
    List<Token> content = analyzer.analyze(phrasing).tokens().filter(Token::isContent).toList();
    String named = "The phrasing '" + BankLint.excerpt(phrasing) + "' of a key point has ";
    if (content.isEmpty()) {
      findings.add(
          warning(
              "empty-phrasing",
              question,
              named + "no word that counts, only such as 'the', 'it' and 'not'.",
              "Add a word that tells what is meant."));
    } else if (content.stream().allMatch(t -> t.terms().stream().anyMatch(asked::contains))) {
      findings.add(
          warning(
              "phrasing-in-question",
              question,
              named + "only words of the question, which whoever repeats it would say.",
              "Add a word that only an answer has."));
    }
  }

  private static Finding warning(String code, Question question, String message, String remedy) {
    return new Finding(Severity.WARNING, code, question.id(), "", 0, message, remedy);
  }
}

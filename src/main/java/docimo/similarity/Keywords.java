package docimo.similarity;

import docimo.text.AnalyzedText;
import docimo.text.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The keywords of a reference text, each once, in the order of the text.
 *
 * @param all the keywords
 */
public record Keywords(List<Keyword> all) {

  public Keywords {
    all = List.copyOf(all);
  }

  /**
   * Takes the keywords of a reference.
   *
   * @param reference the reference text, or one key point of it
   * @param asked terms that the question itself contains: they weigh nothing, unless that leaves
   *     nothing at all
   * @param acronyms acronyms in lower case with the terms of their long forms; one whose long form
   *     is a keyword too does not count beside it
   * @param weights how telling each term is
   */
  public static Keywords of(
      AnalyzedText reference,
      Set<String> asked,
      Map<String, List<String>> acronyms,
      TermWeights weights) {
    Map<String, List<Token>> occurrences = new LinkedHashMap<>();
    reference
        .tokens()
        .filter(Token::isContent)
        .forEach(t -> occurrences.computeIfAbsent(t.term(), k -> new ArrayList<>()).add(t));
    List<Keyword> all = new ArrayList<>();
    occurrences.forEach(
        (term, tokens) -> {
          List<String> longForm = acronyms.getOrDefault(term, List.of());
          boolean spelledOut = !longForm.isEmpty() && occurrences.keySet().containsAll(longForm);
          if (!spelledOut) {
            double weight = isAsked(tokens.get(0), asked) ? 0 : weights.of(term);
            all.add(new Keyword(tokens.get(0).text(), weight, tokens, longForm));
          }
        });
    return new Keywords(weighSomething(all, weights));
  }

  /** Terms of a question, as {@link #of} takes them: every form of every content word. */
  public static Set<String> asked(AnalyzedText prompt) {
    Set<String> terms = new HashSet<>();
    prompt.tokens().filter(Token::isContent).forEach(token -> terms.addAll(token.terms()));
    return terms;
  }

  /** Whether some keyword is none of these terms: the text says more than the question does. */
  public boolean sayMoreThan(Set<String> asked) {
    return all.stream().anyMatch(keyword -> !isAsked(keyword.first(), asked));
  }

  /** The sum of the weights. */
  public double totalWeight() {
    return all.stream().mapToDouble(Keyword::weight).sum();
  }

  private static boolean isAsked(Token token, Set<String> asked) {
    return token.terms().stream().anyMatch(asked::contains);
  }

  private static List<Keyword> weighSomething(List<Keyword> all, TermWeights weights) {
    if (all.stream().anyMatch(keyword -> keyword.weight() > 0)) {
      return all;
    }
    return all.stream()
        .map(k -> new Keyword(k.label(), weights.of(k.term()), k.occurrences(), k.longForm()))
        .toList();
  }
}

package docimo.similarity;

import docimo.text.AnalyzedText;
import docimo.text.Sentence;
import docimo.text.Token;
import java.util.ArrayList;
import java.util.HashMap;
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
    Map<String, Set<String>> joined = joined(reference);
    List<Keyword> all = new ArrayList<>();
    occurrences.forEach(
        (term, tokens) -> {
          List<String> longForm = acronyms.getOrDefault(term, List.of());
          boolean spelledOut = !longForm.isEmpty() && occurrences.keySet().containsAll(longForm);
          if (!spelledOut) {
            double weight = isAsked(tokens.get(0), asked) ? 0 : weights.of(term);
            Set<String> asOne = joined.getOrDefault(term, Set.of());
            all.add(new Keyword(tokens.get(0).text(), weight, tokens, longForm, asOne));
          }
        });
    return new Keywords(weighSomething(all, weights));
  }

  /** What each term is found under when it is written as one word with a neighbour. */
  private static Map<String, Set<String>> joined(AnalyzedText reference) {
    Map<String, Set<String>> joined = new HashMap<>();
    for (Sentence sentence : reference.sentences()) {
      List<Token> tokens = sentence.tokens();
      for (int i = 0; i + 1 < tokens.size(); i++) {
        List<String> asOne = JoinedSpelling.terms(tokens.get(i), tokens.get(i + 1));
        for (Token token : asOne.isEmpty() ? List.<Token>of() : tokens.subList(i, i + 2)) {
          joined.computeIfAbsent(token.term(), term -> new HashSet<>()).addAll(asOne);
        }
      }
    }
    return joined;
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
        .map(
            k ->
                new Keyword(
                    k.label(), weights.of(k.term()), k.occurrences(), k.longForm(), k.joined()))
        .toList();
  }
}

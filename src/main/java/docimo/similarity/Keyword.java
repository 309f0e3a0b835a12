package docimo.similarity;

import docimo.text.Token;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A content word, number or formula of a reference.
 *
 * @param label the word as the reference writes it
 * @param weight how telling it is, 0 or above; 0 when the question itself says it
 * @param occurrences where the reference has it, in order, never empty
 * @param longForm terms of what an acronym stands for; empty when the keyword is none
 * @param joined terms under which the word is found when it is written as one with a neighbour:
 *     "minibatch" for the "batch" of "mini batch"
 */
public record Keyword(
    String label,
    double weight,
    List<Token> occurrences,
    List<String> longForm,
    Set<String> joined) {

  public Keyword {
    if (!(weight >= 0)) {
      throw new IllegalArgumentException("a keyword cannot weigh " + weight);
    }
    occurrences = List.copyOf(occurrences);
    longForm = List.copyOf(longForm);
    joined = Set.copyOf(joined);
  }

  /** The form by which the keyword is counted and weighed. */
  public String term() {
    return first().term();
  }

  /** The forms of all occurrences, each once, in order. */
  Collection<String> terms() {
    if (occurrences.size() == 1) {
      return first().terms();
    }
    Set<String> terms = new LinkedHashSet<>();
    occurrences.forEach(token -> terms.addAll(token.terms()));
    return terms;
  }

  /** The first occurrence in the reference. */
  public Token first() {
    return occurrences.get(0);
  }
}

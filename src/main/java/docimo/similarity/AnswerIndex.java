package docimo.similarity;

import docimo.text.Token;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds keywords in an answer: by lemma, stem or quantity; joined or split; as an acronym or its
 * long form; misspelled. Made once for each answer or part of one; safe for use by several threads.
 */
public final class AnswerIndex {

  private static final List<KeywordMatch.Kind> KINDS = List.of(KeywordMatch.Kind.values());

  private final List<Token> tokens;
  private final Map<String, List<Token>> byTerm = new HashMap<>();
  private final Map<String, List<Token>> byPart = new HashMap<>();
  private final Map<String, List<Token>> byAcronym = new HashMap<>();
  private final List<Token> unknown = new ArrayList<>();

  /**
   * @param tokens the tokens of the answer, or of a part of it, in order
   * @param acronyms the acronyms of question and answer
   * @param weights knows the words that exist: they are no misspellings
   */
  public AnswerIndex(List<Token> tokens, AcronymTable acronyms, TermWeights weights) {
    this.tokens = List.copyOf(tokens);
    boolean shouted = AcronymTable.isShouted(tokens);
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.kind() == Token.Kind.PUNCTUATION) {
        continue;
      }
      token.terms().forEach(term -> add(byTerm, term, token));
      token.parts().forEach(part -> add(byPart, part, token));
      acronyms.longForm(token, shouted).forEach(term -> add(byAcronym, term, token));
      if (i + 1 < tokens.size()) {
        addJoined(token, tokens.get(i + 1));
      }
      if (isWord(token) && token.isContent() && token.terms().stream().noneMatch(weights::knows)) {
        unknown.add(token);
      }
    }
  }

  /**
   * Where the answer says a keyword; empty when it does not. A match of a looser kind is preferred
   * to a stricter one under the opposite polarity, so that nothing said beside it hides it.
   */
  public Optional<KeywordMatch> find(Keyword keyword) {
    KeywordMatch opposed = null;
    for (KeywordMatch.Kind kind : KINDS) {
      Collection<Token> found = found(keyword, kind);
      if (!found.isEmpty()) {
        List<Token> agreeing = found.stream().filter(token -> agrees(keyword, token)).toList();
        if (!agreeing.isEmpty()) {
          return Optional.of(new KeywordMatch(keyword, kind, agreeing, false));
        }
        if (opposed == null) {
          opposed = new KeywordMatch(keyword, kind, List.copyOf(found), true);
        }
      }
    }
    return Optional.ofNullable(opposed);
  }

  private Collection<Token> found(Keyword keyword, KeywordMatch.Kind kind) {
    return switch (kind) {
      case WORD -> byTerms(keyword);
      case COMPOUND -> byParts(keyword);
      case ACRONYM -> asAcronym(keyword);
      case MISSPELLING -> misspelled(keyword);
      case ACCEPTED_PHRASING -> List.of(); // the answer alone cannot tell what else is accepted
    };
  }

  private static boolean agrees(Keyword keyword, Token found) {
    for (Token occurrence : keyword.occurrences()) {
      if (found.agreesWith(occurrence)) {
        return true;
      }
    }
    return false;
  }

  private Collection<Token> byTerms(Keyword keyword) {
    Set<Token> found = new LinkedHashSet<>();
    addAll(byTerm, keyword.terms(), found);
    return found;
  }

  /** As a part of a compound, as two words, or as one word with its neighbour. */
  private Collection<Token> byParts(Keyword keyword) {
    if (keyword.first().kind() == Token.Kind.NUMBER) {
      return List.of();
    }
    Set<Token> found = new LinkedHashSet<>();
    addAll(byPart, keyword.terms(), found);
    addAll(byTerm, keyword.joined(), found);
    return found;
  }

  private List<Token> asAcronym(Keyword keyword) {
    List<Token> acronym = byAcronym.getOrDefault(keyword.term(), List.of());
    if (!acronym.isEmpty()) {
      return acronym;
    }
    if (!keyword.longForm().isEmpty() && byTerm.keySet().containsAll(keyword.longForm())) {
      return keyword.longForm().stream().map(term -> bestOf(term, keyword)).toList();
    }
    return AcronymTable.looksLikeAcronym(keyword.label())
        ? spelledOut(keyword.label().toLowerCase(Locale.ROOT))
        : List.of();
  }

  /** One word with this term: the first that agrees with the keyword, or else the first. */
  private Token bestOf(String term, Keyword keyword) {
    List<Token> words = byTerm.getOrDefault(term, List.of());
    return words.stream().filter(word -> agrees(keyword, word)).findFirst().orElse(words.get(0));
  }

  /** Words that follow each other and whose initials are these letters, at every place. */
  private List<Token> spelledOut(String letters) {
    List<Token> found = new ArrayList<>();
    for (int from = 0; from + letters.length() <= tokens.size(); from++) {
      List<Token> words = tokens.subList(from, from + letters.length());
      boolean spells = true;
      for (int i = 0; spells && i < words.size(); i++) {
        Token word = words.get(i);
        int initial = Character.toLowerCase(word.text().codePointAt(0));
        spells = isWord(word) && word.isContent() && initial == letters.charAt(i);
      }
      if (spells) {
        found.addAll(words);
      }
    }
    return found;
  }

  private List<Token> misspelled(Keyword keyword) {
    if (unknown.isEmpty() || keyword.first().kind() != Token.Kind.WORD) {
      return List.of();
    }
    return unknown.stream()
        .filter(
            written ->
                keyword.occurrences().stream()
                    .anyMatch(
                        meant ->
                            Misspellings.isMisspelling(written.text(), meant.text())
                                || Misspellings.isMisspelling(written.lemma(), meant.lemma())))
        .toList();
  }

  private void addJoined(Token left, Token right) {
    for (String term : JoinedSpelling.terms(left, right)) {
      add(byPart, term, left);
      add(byPart, term, right);
    }
  }

  private static boolean isWord(Token token) {
    return token.kind() == Token.Kind.WORD;
  }

  private static void addAll(
      Map<String, List<Token>> index, Collection<String> terms, Set<Token> found) {
    for (String term : terms) {
      found.addAll(index.getOrDefault(term, List.of()));
    }
  }

  private static void add(Map<String, List<Token>> index, String term, Token token) {
    index.computeIfAbsent(term, key -> new ArrayList<>()).add(token);
  }
}

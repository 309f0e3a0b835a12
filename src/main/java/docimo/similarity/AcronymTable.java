package docimo.similarity;

import docimo.text.AnalyzedText;
import docimo.text.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The acronyms that may stand for words of some texts: those the texts introduce, and those whose
 * letters are the initials of words that follow each other there ("BN" where the reference says
 * "batch normalization").
 *
 * @param introduced acronyms in lower case that a text ties to its long form itself
 * @param implied initials in lower case of adjacent words
 */
public record AcronymTable(
    Map<String, List<String>> introduced, Map<String, List<String>> implied) {

  private static final int LONGEST = 5;

  public AcronymTable {
    introduced = Map.copyOf(introduced);
    implied = Map.copyOf(implied);
  }

  /** The acronyms of several texts; where they disagree, the first text is right. */
  public static AcronymTable of(List<AnalyzedText> texts) {
    Map<String, List<String>> introduced = new HashMap<>();
    Map<String, List<String>> implied = new HashMap<>();
    for (AnalyzedText text : texts) {
      text.acronyms().forEach(introduced::putIfAbsent);
      text.sentences().forEach(sentence -> addInitials(sentence.tokens(), implied));
    }
    return new AcronymTable(introduced, implied);
  }

  /** These acronyms and those that an answer introduces; where they disagree, these are right. */
  public AcronymTable and(AnalyzedText answer) {
    if (answer.acronyms().isEmpty()) {
      return this;
    }
    Map<String, List<String>> all = new HashMap<>(answer.acronyms());
    all.putAll(introduced);
    return new AcronymTable(all, implied);
  }

  /**
   * The terms that a token stands for when it is an acronym; empty when it is none. Initials are
   * read only where capitals tell something: a function word ("IT") implies no acronym, nor does
   * any word of a text that is written in capitals.
   *
   * @param shouted whether the text around the token is in capitals
   */
  public List<String> longForm(Token token, boolean shouted) {
    String letters = token.text().toLowerCase(Locale.ROOT);
    List<String> known = introduced.get(letters);
    if (known == null && letters.endsWith("s")) {
      known = introduced.get(letters.substring(0, letters.length() - 1));
    }
    if (known != null) {
      return known;
    }
    return !shouted && !token.stopWord() && looksLikeAcronym(token.text())
        ? implied.getOrDefault(letters, List.of())
        : List.of();
  }

  /**
   * Whether a text is written in capitals: most of its words are, and among these is one that can
   * be no acronym, a function word or a long one. A mere list of acronyms is no such text.
   */
  static boolean isShouted(List<Token> tokens) {
    List<Token> words =
        tokens.stream()
            .filter(token -> token.kind() == Token.Kind.WORD && token.text().length() > 1)
            .toList();
    List<Token> capitals =
        words.stream()
            .filter(word -> word.text().chars().allMatch(Character::isUpperCase))
            .toList();
    return capitals.size() * 2 > words.size()
        && capitals.stream().anyMatch(word -> word.stopWord() || word.text().length() > LONGEST);
  }

  /** Two to five capitals. */
  static boolean looksLikeAcronym(String word) {
    return word.length() >= 2
        && word.length() <= LONGEST
        && word.chars().allMatch(Character::isUpperCase);
  }

  private static void addInitials(List<Token> tokens, Map<String, List<String>> implied) {
    for (int from = 0; from < tokens.size(); from++) {
      StringBuilder initials = new StringBuilder();
      List<String> terms = new ArrayList<>();
      for (int i = from; i < tokens.size() && terms.size() < LONGEST; i++) {
        Token token = tokens.get(i);
        if (token.kind() != Token.Kind.WORD || token.stopWord()) {
          break;
        }
        initials.appendCodePoint(Character.toLowerCase(token.text().codePointAt(0)));
        terms.add(token.term());
        if (terms.size() > 1) {
          implied.putIfAbsent(initials.toString(), List.copyOf(terms));
        }
      }
    }
  }
}

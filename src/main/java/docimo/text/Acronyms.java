package docimo.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds the acronyms that a text introduces: "Batch Normalization (BN)", "BN (batch
 * normalization)".
 */
final class Acronyms {

  private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Za-z]?[A-Z0-9]{0,5}s?");
  private static final int LONGEST = 7;

  private Acronyms() {}

  /** Each acronym in lower case with the terms of its long form, in the order of the text. */
  static Map<String, List<String>> introducedIn(List<Token> tokens) {
    Map<String, List<String>> found = new LinkedHashMap<>();
    for (int i = 1; i + 2 < tokens.size(); i++) {
      if (!tokens.get(i).text().equals("(")) {
        continue;
      }
      if (tokens.get(i + 2).text().equals(")") && isAcronym(tokens.get(i + 1))) {
        put(found, tokens.get(i + 1), longFormBefore(tokens, i, tokens.get(i + 1)));
      }
      if (isAcronym(tokens.get(i - 1))) {
        put(found, tokens.get(i - 1), longFormAfter(tokens, i + 1, tokens.get(i - 1)));
      }
    }
    return found;
  }

  private static void put(Map<String, List<String>> found, Token acronym, List<String> longForm) {
    if (!longForm.isEmpty()) {
      found.putIfAbsent(letters(acronym), List.copyOf(longForm));
    }
  }

  private static boolean isAcronym(Token token) {
    return token.kind() == Token.Kind.WORD
        && token.text().length() >= 2
        && token.text().length() <= LONGEST
        && SHAPE.matcher(token.text()).matches();
  }

  /** Lower case, without the s of a plural: "CNNs" is "cnn". */
  private static String letters(Token acronym) {
    String text = acronym.text();
    boolean plural = text.endsWith("s") && text.length() > 2;
    return (plural ? text.substring(0, text.length() - 1) : text).toLowerCase(Locale.ROOT);
  }

  private static List<String> longFormBefore(List<Token> tokens, int bracket, Token acronym) {
    List<Token> words = new ArrayList<>();
    for (int i = bracket - 1; i >= 0 && words.size() < LONGEST + 2 && isWord(tokens.get(i)); i--) {
      words.add(0, tokens.get(i));
    }
    for (int from = words.size() - 1; from >= 0; from--) {
      if (spells(words.subList(from, words.size()), letters(acronym))) {
        return terms(words.subList(from, words.size()));
      }
    }
    return List.of();
  }

  private static List<String> longFormAfter(List<Token> tokens, int start, Token acronym) {
    List<Token> words = new ArrayList<>();
    int i = start;
    while (i < tokens.size() && words.size() < LONGEST + 2 && isWord(tokens.get(i))) {
      words.add(tokens.get(i++));
    }
    boolean closed = i < tokens.size() && tokens.get(i).text().equals(")");
    return closed && spells(words, letters(acronym)) ? terms(words) : List.of();
  }

  private static boolean isWord(Token token) {
    return token.kind() == Token.Kind.WORD;
  }

  /**
   * Whether the initials are the letters, where stop words and parts of compounds may be counted.
   */
  private static boolean spells(List<Token> words, String letters) {
    return initials(words, true).equals(letters) || initials(words, false).equals(letters);
  }

  private static String initials(List<Token> words, boolean withStopWords) {
    StringBuilder initials = new StringBuilder();
    for (Token word : words) {
      if (withStopWords || !word.stopWord()) {
        for (String part : word.text().toLowerCase(Locale.ROOT).split("-")) {
          initials.append(part.isEmpty() ? "" : part.substring(0, 1));
        }
      }
    }
    return initials.toString();
  }

  private static List<String> terms(List<Token> words) {
    return words.stream().filter(Token::isContent).map(Token::term).toList();
  }
}

package docimo.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the acronyms that a text introduces: "Batch Normalization (BN)", "BN (batch
 * normalization)", "rectified linear unit (ReLU)".
 */
final class Acronyms {

  private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Za-z]?[A-Z0-9]{0,5}s?");
  private static final int LONGEST = 7;

  /** Marks that may stand between the words of a long form, or around an acronym. */
  private static final Set<String> SKIPPED = Set.of(",", "\"", "'");

  private Acronyms() {}

  /** Each acronym in lower case with the terms of its long form, in the order of the text. */
  static Map<String, List<String>> introducedIn(List<Token> text) {
    List<Token> tokens = text.stream().filter(token -> !SKIPPED.contains(token.text())).toList();
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
   * Whether the letters are the beginnings of the words in order: one letter or more of each word
   * and of each part of a compound, where a stop word may be passed over.
   */
  private static boolean spells(List<Token> words, String letters) {
    List<String> parts = new ArrayList<>();
    List<Boolean> optional = new ArrayList<>();
    for (Token word : words) {
      for (String part : word.text().toLowerCase(Locale.ROOT).split("-")) {
        if (!part.isEmpty()) {
          parts.add(part);
          optional.add(word.stopWord());
        }
      }
    }
    boolean severalWords = words.stream().filter(Token::isContent).count() > 1 || parts.size() > 2;
    return severalWords
        && !words.get(0).stopWord()
        && !words.get(words.size() - 1).stopWord()
        && spells(parts, optional, letters);
  }

  /** Goes through the parts with the set of places in the letters that may have been reached. */
  private static boolean spells(List<String> parts, List<Boolean> optional, String letters) {
    boolean[] reached = new boolean[letters.length() + 1];
    reached[0] = true;
    for (int i = 0; i < parts.size(); i++) {
      boolean[] next = new boolean[letters.length() + 1];
      for (int at = 0; at <= letters.length(); at++) {
        if (reached[at]) {
          next[at] |= optional.get(i);
          String part = parts.get(i);
          for (int n = 1; n <= part.length() && letters.startsWith(part.substring(0, n), at); n++) {
            next[at + n] = true;
          }
        }
      }
      reached = next;
    }
    return reached[letters.length()];
  }

  private static List<String> terms(List<Token> words) {
    return words.stream().filter(Token::isContent).map(Token::term).toList();
  }
}

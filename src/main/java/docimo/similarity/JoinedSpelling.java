package docimo.similarity;

import docimo.text.Token;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Two words written as one: "over fitting" as "overfitting". */
final class JoinedSpelling {

  /** With these before it, a word would become another: "a symmetric", "no table", "in direct". */
  private static final Set<String> NEVER_JOINED = Set.of("a", "an", "no");

  private JoinedSpelling() {}

  /**
   * The terms of two neighbouring words as one: the stem of the whole is the stem of its end. Empty
   * when they cannot be one.
   */
  static List<String> terms(Token left, Token right) {
    String head = left.text().toLowerCase(Locale.ROOT);
    boolean negates = head.equals("in") && right.tag().equals("ADJ");
    if (!isWord(left) || !isWord(right) || NEVER_JOINED.contains(head) || negates) {
      return List.of();
    }
    return right.terms().stream().map(head::concat).toList();
  }

  private static boolean isWord(Token token) {
    return token.kind() == Token.Kind.WORD;
  }
}

package docimo.grading;

import docimo.grading.Grade.Evidence;
import docimo.text.AnalyzedText;
import docimo.text.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Points at stretches of an answer. */
final class Quotes {

  private Quotes() {}

  /** One stretch of the text as it was sent. */
  static Evidence of(AnalyzedText text, int start, int end) {
    return new Evidence(start, end, wellFormed(text.quote(start, end)));
  }

  /** The tokens as stretches of the answer; tokens that touch are one stretch. */
  static List<Evidence> of(AnalyzedText text, List<Token> tokens) {
    List<Token> inOrder =
        tokens.stream().distinct().sorted(Comparator.comparingInt(Token::start)).toList();
    List<Evidence> stretches = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= inOrder.size(); i++) {
      if (i == inOrder.size() || !touch(text, inOrder.get(i - 1), inOrder.get(i))) {
        stretches.add(of(text, inOrder.get(from).start(), inOrder.get(i - 1).end()));
        from = i;
      }
    }
    return stretches;
  }

  private static boolean touch(AnalyzedText text, Token left, Token right) {
    int gapStart = left.end();
    int gapEnd = right.start();
    return gapEnd >= gapStart && text.quote(gapStart, gapEnd).isBlank();
  }

  /** The same text with lone surrogates replaced, which no encoding of text can carry. */
  private static String wellFormed(String text) {
    return text.codePoints()
        .map(c -> Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}

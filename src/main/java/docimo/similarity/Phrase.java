package docimo.similarity;

import docimo.text.AnalyzedText;
import docimo.text.Token;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A phrasing as it stands, function words and all: "all or nothing". Made once for each phrasing
 * and looked for with {@link PhraseFinder}. Punctuation counts for nothing, and a compound is the
 * words inside it: "all-or-nothing".
 */
public final class Phrase {

  /** A word, and the token it is or is in. */
  record Word(List<String> terms, Token token) {

    /** Whether two words have a form in common and are said under the same polarity. */
    boolean is(Word other) {
      return !Collections.disjoint(terms, other.terms) && token.agreesWith(other.token);
    }
  }

  private static final int FEWEST_WORDS = 2;

  private final List<Word> words;

  private Phrase(List<Word> words) {
    this.words = List.copyOf(words);
  }

  /** The words of a text in order. */
  public static Phrase of(AnalyzedText text) {
    return new Phrase(words(text.tokens().toList()));
  }

  /**
   * Whether there are enough words to recognise the phrase by; one that has fewer is never found.
   */
  public boolean isTelling() {
    return words.size() >= FEWEST_WORDS;
  }

  List<Word> words() {
    return words;
  }

  /** The words of some tokens; a compound gives its parts where it has all of them. */
  static List<Word> words(List<Token> tokens) {
    List<Word> words = new ArrayList<>();
    for (Token token : tokens) {
      if (token.kind() == Token.Kind.PUNCTUATION) {
        continue;
      }
      int pieces = token.text().split("-").length;
      if (token.kind() == Token.Kind.WORD && pieces > 1 && pieces == token.parts().size()) {
        token.parts().forEach(part -> words.add(new Word(List.of(part), token)));
      } else {
        words.add(new Word(token.terms(), token));
      }
    }
    return words;
  }
}

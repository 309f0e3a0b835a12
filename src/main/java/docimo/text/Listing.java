package docimo.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How far a text is a list of words and no prose: how many function words it has, and how many of
 * its words stand alone between marks or in long rows without any function word. Immutable; takes
 * time linear in the text.
 *
 * @param words how many words there are
 * @param functionShare the share of function words, in [0, 1]
 * @param aloneShare the share of words that stand alone between marks or line ends, in [0, 1]
 * @param rowShare the share of words in rows of at least {@value #LONG_ROW} content words that no
 *     mark and no function word interrupts, in [0, 1]
 */
public record Listing(int words, double functionShare, double aloneShare, double rowShare) {

  /** The longest rows of content words in honest notes ("group or time based splits") are short. */
  private static final int LONG_ROW = 6;

  private static final Set<String> FUNCTION_TAGS =
      Set.of("DET", "ADP", "PRON", "AUX", "CCONJ", "SCONJ", "PART");

  private static final Set<String> SEPARATORS =
      Set.of(",", ";", ":", "/", "|", ".", "-", "–", "—", "•", "*", "·", "(", ")", "&", "+");

  /** Measures a text. */
  public static Listing of(List<Sentence> sentences) {
    Counter counter = new Counter();
    for (Sentence sentence : sentences) {
      for (Token token : sentence.tokens()) {
        counter.read(token);
      }
      counter.endItem();
      counter.endRow();
    }
    int words = counter.words;
    return words == 0
        ? new Listing(0, 0, 0, 0)
        : new Listing(
            words,
            (double) counter.functionWords / words,
            (double) counter.alone / words,
            (double) counter.inRows / words);
  }

  /** Whether a word carries structure and no content. */
  public static boolean isFunctionWord(Token token) {
    return token.stopWord()
        || (token.kind() == Token.Kind.WORD && FUNCTION_TAGS.contains(token.tag()));
  }

  private static final class Counter {
    private int words;
    private int functionWords;
    private int alone;
    private int inRows;
    private int item;
    private int row;

    void read(Token token) {
      if (token.kind() == Token.Kind.PUNCTUATION) {
        if (SEPARATORS.contains(token.text().strip().toLowerCase(Locale.ROOT))) {
          endItem();
        }
        endRow();
        return;
      }
      words++;
      item++;
      if (isFunctionWord(token)) {
        functionWords++;
        endRow();
      } else {
        row++;
      }
    }

    void endItem() {
      alone += item == 1 ? 1 : 0;
      item = 0;
    }

    void endRow() {
      inRows += row >= LONG_ROW ? row : 0;
      row = 0;
    }
  }
}

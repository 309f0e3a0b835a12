package docimo.embedding;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text prepared as BERT models were trained to see it: control characters gone, Chinese
 * characters and punctuation standing alone, accents stripped and letters lower-cased where the
 * model wants that (Devlin et al. 2019, reference code). Each word keeps where its characters came
 * from.
 *
 * <p>What is a mark or punctuation is as in the JDK's edition of Unicode. A model that was trained
 * with an older one took the few that came since, all of rare scripts, for letters.
 */
final class BertText {

  /** A word, or one mark of punctuation. */
  static final class Word {

    private final int[] letters;
    private final int[] starts;
    private final int[] ends;

    private Word(int[] letters, int[] starts, int[] ends) {
      this.letters = letters;
      this.starts = starts;
      this.ends = ends;
    }

    /** How many code points it has. */
    int size() {
      return letters.length;
    }

    /** Some of its code points as the model sees them. */
    String letters(int from, int to) {
      return new String(letters, from, to - from);
    }

    /** Where the origin of a code point begins in the text. */
    int start(int index) {
      return starts[index];
    }

    /** Where the origin of a code point ends in the text, exclusive. */
    int end(int index) {
      return ends[index];
    }
  }

  private final boolean lowerCase;
  private final boolean stripAccents;
  private final boolean spaceChinese;
  private final List<Word> words = new ArrayList<>();
  private int[] letters = new int[32];
  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private int size;

  private BertText(boolean lowerCase, boolean stripAccents, boolean spaceChinese) {
    this.lowerCase = lowerCase;
    this.stripAccents = stripAccents;
    this.spaceChinese = spaceChinese;
  }

  /** The words of a text in order. */
  static List<Word> words(
      String text, boolean lowerCase, boolean stripAccents, boolean spaceChinese) {
    BertText reader = new BertText(lowerCase, stripAccents, spaceChinese);
    int end;
    for (int start = 0; start < text.length(); start = end) {
      int c = text.codePointAt(start);
      end = start + Character.charCount(c);
      reader.read(c, start, end);
    }
    reader.endWord();
    return reader.words;
  }

  private void read(int c, int start, int end) {
    if (isSpace(c)) {
      endWord();
    } else if (c != 0 && c != 0xFFFD && !isControl(c)) {
      boolean alone = spaceChinese && isChinese(c);
      if (alone) {
        endWord();
      }
      if (stripAccents && c > 0x7F) {
        Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD)
            .codePoints()
            .filter(part -> Character.getType(part) != Character.NON_SPACING_MARK)
            .forEach(part -> addLetter(part, start, end));
      } else {
        addLetter(c, start, end);
      }
      if (alone) {
        endWord();
      }
    }
  }

  private void addLetter(int c, int start, int end) {
    int letter = lowerCase ? Character.toLowerCase(c) : c;
    if (isPunctuation(letter)) {
      endWord();
      add(letter, start, end);
      endWord();
    } else {
      add(letter, start, end);
    }
  }

  private void add(int letter, int start, int end) {
    if (size == letters.length) {
      letters = Arrays.copyOf(letters, 2 * size);
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
    }
    letters[size] = letter;
    starts[size] = start;
    ends[size] = end;
    size++;
  }

  private void endWord() {
    if (size > 0) {
      words.add(
          new Word(
              Arrays.copyOf(letters, size),
              Arrays.copyOf(starts, size),
              Arrays.copyOf(ends, size)));
      size = 0;
    }
  }

  /** Other controls that part lines, as the form feed, are no space to these models but nothing. */
  private static boolean isSpace(int c) {
    return c == '\t' || c == '\n' || c == '\r' || Character.isSpaceChar(c);
  }

  private static boolean isControl(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.PRIVATE_USE
        || type == Character.SURROGATE;
  }

  private static boolean isPunctuation(int c) {
    if (c < 0x80) {
      return c > 0x20 && c < 0x7F && !Character.isLetterOrDigit(c);
    }
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  private static boolean isChinese(int c) {
    return (c >= 0x4E00 && c <= 0x9FFF)
        || (c >= 0x3400 && c <= 0x4DBF)
        || (c >= 0x20000 && c <= 0x2A6DF)
        || (c >= 0x2A700 && c <= 0x2B73F)
        || (c >= 0x2B740 && c <= 0x2B81F)
        || (c >= 0x2B920 && c <= 0x2CEAF)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0x2F800 && c <= 0x2FA1F);
  }
}

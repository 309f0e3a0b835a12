package docimo.text;

import docimo.text.Disguise.Place;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/** Looks through a text as it was sent for what a reader does not see; one pass. */
final class DisguiseFinder {

  private static final int SOFT_HYPHEN = 0xAD;
  private static final int BLACK_FLAG = 0x1F3F4;

  /** One or two styled letters are the variables of a formula. */
  private static final int FEWEST_STYLED = 3;

  private final String original;
  private final List<Place> styled = new ArrayList<>();
  private final List<Place> split = new ArrayList<>();
  private final List<Place> hidden = new ArrayList<>();
  private final List<Place> overridden = new ArrayList<>();
  private final List<Place> embedded = new ArrayList<>();
  private int hyphenated;
  private boolean rightToLeft;

  private DisguiseFinder(String original) {
    this.original = original;
  }

  /**
   * Finds what there is.
   *
   * @param lookAlikes the words that the normaliser has read as Latin
   */
  static Disguise find(String original, List<Place> lookAlikes) {
    DisguiseFinder finder = new DisguiseFinder(original);
    finder.readWords();
    finder.readSigns();
    return new Disguise(
        lookAlikes,
        finder.styled,
        finder.split,
        finder.hyphenated,
        finder.hidden,
        finder.overridden,
        finder.rightToLeft ? List.of() : finder.embedded);
  }

  private void readWords() {
    int at = 0;
    while (at < original.length()) {
      int c = original.codePointAt(at);
      if (Character.isLetter(c) || isStyled(c)) {
        at = readWord(at);
      } else {
        at += Character.charCount(c);
      }
    }
  }

  /** Reads letters and what stands unseen between them; returns where the word has ended. */
  private int readWord(int start) {
    int end = start;
    int letters = 0;
    int unseen = 0;
    int between = 0;
    int hyphens = 0;
    boolean joins = false;
    for (int at = start; at < original.length(); ) {
      int c = original.codePointAt(at);
      at += Character.charCount(c);
      if (Character.isLetterOrDigit(c) || isStyled(c)) {
        end = at;
        letters += isStyled(c) ? 1 : 0;
        unseen += between;
        between = 0;
        joins |= isJoinedByInvisibles(c);
      } else if (isUnseen(c)) {
        between++;
        hyphens += c == SOFT_HYPHEN ? 1 : 0;
      } else if (Character.getType(c) == Character.NON_SPACING_MARK) {
        end = at;
      } else {
        break;
      }
    }
    Place word = new Place(start, end);
    if (letters >= FEWEST_STYLED) {
      styled.add(word);
    }
    if (unseen > 0 && !joins) {
      split.add(word);
      hyphenated += hyphens >= unseen ? 1 : 0;
    }
    return end;
  }

  /** Whether letters of this script need joiners between them to be written well. */
  private static boolean isJoinedByInvisibles(int c) {
    UnicodeScript script = UnicodeScript.of(c);
    return script != UnicodeScript.LATIN
        && script != UnicodeScript.COMMON
        && script != UnicodeScript.CYRILLIC
        && script != UnicodeScript.GREEK;
  }

  private static boolean isUnseen(int c) {
    // function application and invisible times of pasted formulas
    boolean mathematical = c >= 0x2061 && c <= 0x2064;
    // control characters are what a wrong encoding leaves
    return !mathematical
        && Character.getType(c) != Character.CONTROL
        && Character.getType(c) != Character.SURROGATE
        && TextNormalizer.isInvisible(c);
  }

  private static boolean isStyled(int c) {
    return (c >= 0xFF21 && c <= 0xFF5A && Character.isLetter(c))
        || (c >= 0x1D400 && c <= 0x1D7FF)
        || (c >= 0x24B6 && c <= 0x24E9)
        || (c >= 0x1F130 && c <= 0x1F149);
  }

  private void readSigns() {
    boolean flag = false;
    boolean ideograph = false;
    for (int at = 0; at < original.length(); ) {
      int c = original.codePointAt(at);
      int end = at + Character.charCount(c);
      boolean tag = c >= 0xE0000 && c <= 0xE007F;
      if ((tag && !flag) || (c >= 0xE0100 && c <= 0xE01EF && !ideograph)) {
        hidden.add(new Place(at, end));
      } else if (c == 0x202D || c == 0x202E) {
        overridden.add(new Place(at, end));
      } else if (c == 0x202A || c == 0x202B || (c >= 0x2066 && c <= 0x2068)) {
        embedded.add(new Place(at, end));
      }
      byte direction = Character.getDirectionality(c);
      rightToLeft |=
          direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
              || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
      flag = c == BLACK_FLAG || (flag && tag);
      ideograph = Character.isIdeographic(c);
      at = end;
    }
  }
}

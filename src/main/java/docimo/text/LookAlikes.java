package docimo.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads letters of other scripts that look like Latin ones as Latin where they stand in a word with
 * Latin letters: a Cyrillic "а" in "encoder". A word that has a letter without a Latin look stays
 * as it is, and so do formulas with Greek letters ("sinα", "TNFα"). Where a text has such mixed
 * words, its words that are made of look-alikes alone are read as Latin, too.
 */
final class LookAlikes {

  /** Letters of other scripts, each above the Latin letter that it looks like. */
  private static final String[] CYRILLIC = {
    "асеорхуіјѕԁһԛԝѵӏкмтнвАВСЕНІЈКМОРЅТХУԌԚԜҮӀ", "aceopxyijsdhqwvlkmthbABCEHIJKMOPSTXYGQWYI"
  };

  private static final String[] OTHER = {
    "οΑΒΕΖΗΙΚΜΝΟΡΤΥΧϳ" + "օսհոցզյլՏՕԼՍ" + "ᎪᎬᎻᏞᎷᏢᏚᎢᏙᏔᏃᏟᎠᎫᏦᏴᏀᎡ" + "ɑɡɩᴀʙᴄᴅᴇɢʜɪᴊᴋʟᴍɴᴏᴘʀꜰꜱᴛᴜᴠᴡʏᴢ",
    "oABEZHIKMNOPTYXj" + "ouhngqjlSOLU" + "AEHLMPSTVWZCDJKBGR" + "agiabcdeghijklmnoprfstuvwyz"
  };

  /** Greek letters that formulas are full of: they need more of a word around them. */
  private static final String[] OF_FORMULAS = {"ανρκτιυγεηχω", "avpktiuyenxw"};

  /** What stands before a Greek letter in a formula that is written without spaces. */
  private static final Set<String> FUNCTIONS =
      Set.of("sin", "cos", "tan", "cot", "sec", "log", "exp", "lim", "max", "min", "arg", "det");

  private static final int FIRST = 0x0250;
  private static final int FEWEST_LATIN_BESIDE_GREEK = 3;
  private static final int FEWEST_WORDS_FOR_FORMULAS = 3;
  private static final int FEWEST_SMALL_CAPITALS = 3;

  private static final Map<Character, Character> LATIN = new HashMap<>();
  private static final Set<Integer> FORMULA_LETTERS = Set.copyOf(codes(OF_FORMULAS[0]));

  static {
    for (String[] table : List.of(CYRILLIC, OTHER, OF_FORMULAS)) {
      for (int i = 0; i < table[0].length(); i++) {
        LATIN.put(table[0].charAt(i), table[1].charAt(i));
      }
    }
  }

  /** A word of the text, and whether it surely is a disguised one. */
  private record Word(int start, int end, Kind kind) {}

  private enum Kind {
    /** Latin letters and look-alikes. */
    MIXED,
    /** Look-alikes alone. */
    WHOLE,
    /** May be a formula. */
    FORMULA
  }

  private LookAlikes() {}

  /**
   * Replaces look-alikes, character by character.
   *
   * @param text the text; it keeps its length
   * @return the words that were changed, as ranges of the text in order
   */
  static List<Disguise.Place> fold(StringBuilder text) {
    List<Word> words = words(text);
    long mixed = words.stream().filter(word -> word.kind() == Kind.MIXED).count();
    List<Disguise.Place> changed = new ArrayList<>();
    for (Word word : words) {
      boolean folded =
          switch (word.kind()) {
            case MIXED -> true;
            case WHOLE -> mixed > 0;
            case FORMULA -> mixed >= FEWEST_WORDS_FOR_FORMULAS;
          };
      if (folded) {
        for (int i = word.start(); i < word.end(); i++) {
          text.setCharAt(i, LATIN.getOrDefault(text.charAt(i), text.charAt(i)));
        }
        changed.add(new Disguise.Place(word.start(), word.end()));
      }
    }
    return changed;
  }

  private static List<Word> words(StringBuilder text) {
    List<Word> words = new ArrayList<>();
    if (text.chars().allMatch(c -> c < FIRST)) {
      return words;
    }
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && isPartOfWord(text.charAt(end))) {
        end++;
      }
      if (end > at) {
        Kind kind = kind(text.substring(at, end));
        if (kind != null) {
          words.add(new Word(at, end, kind));
        }
      }
      at = end + 1;
    }
    return words;
  }

  private static boolean isPartOfWord(char c) {
    return Character.isLetter(c)
        || Character.isSurrogate(c)
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  /** What sort of disguise a word may be; null when it is none. */
  private static @Nullable Kind kind(String word) {
    int latin = 0;
    int alike = 0;
    int ofFormulas = 0;
    int smallCapitals = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (LATIN.containsKey(c)) {
        alike++;
        ofFormulas += FORMULA_LETTERS.contains((int) c) ? 1 : 0;
        smallCapitals += isLatin(c) ? 1 : 0;
      } else if (isLatin(c)) {
        latin++;
      } else {
        return null;
      }
    }
    if (alike == 0) {
      return null;
    }
    if (ofFormulas == alike) {
      return latin >= FEWEST_LATIN_BESIDE_GREEK && !isFormula(word) ? Kind.MIXED : Kind.FORMULA;
    }
    return latin == 0 && smallCapitals < FEWEST_SMALL_CAPITALS ? Kind.WHOLE : Kind.MIXED;
  }

  private static boolean isLatin(char c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
  }

  /** "cosα", "NFκB": a function of a Greek letter, or a name in capitals. */
  private static boolean isFormula(String word) {
    String latin = word.replaceAll("[^\\p{IsLatin}]", "");
    return FUNCTIONS.contains(latin.toLowerCase(Locale.ROOT))
        || latin.substring(1).chars().anyMatch(Character::isUpperCase);
  }

  private static List<Integer> codes(String letters) {
    return letters.chars().boxed().toList();
  }
}

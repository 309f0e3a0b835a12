package docimo.embedding;

import java.util.List;
import java.util.Random;

/** Texts as no examiner would write them, to find where two tokenizers differ. */
final class RandomTexts {

  private static final List<String> TROUBLE =
      List.of(
          "İstanbul",
          "ıI",
          "straße",
          "STRASSE",
          "ẞ",
          "ΟΔΥΣΣΕΥΣ",
          "Σ",
          "ς",
          "ﬁne",
          "ǅ",
          "K",
          "Å",
          "café",
          "cafe\u0301",
          "naïve",
          "Ǻ",
          "n\u0303\u0323",
          "d\u0323\u0307",
          "\u0301",
          "ệ",
          "Ą́",
          "中文",
          "漢字かな交じり",
          "한국어",
          "각",
          "\u1100\u1161\u11A8",
          "豈",
          "\uD87E\uDC00",
          "𠀀",
          "𪜀",
          "العَرَبِيَّة",
          "שָׁלוֹם",
          "हिन्दी",
          "ไทย",
          "Ελληνικά",
          "Привет",
          "😀",
          "👩‍👩‍👧",
          "🇩🇪",
          "👍🏽",
          "☺️",
          "\u0000",
          "\u0007",
          "\u000B",
          "\f",
          "\u0085",
          "\u001C",
          "\u001F",
          "\u007F",
          "\u009F",
          "\u00AD",
          "\u200B",
          "\u200D",
          "\u200E",
          "\uFEFF",
          "\uFFFD",
          "\uE000",
          "\u2028",
          "\u2029",
          "\u00A0",
          "\u1680",
          "\u2003",
          "\u2009",
          "\u202F",
          "\u205F",
          "\u3000",
          "\u180E",
          "\u2060",
          "\r\n",
          "\t",
          "\n",
          "int[] a = {1, 2};",
          "x->y",
          "f(x)=x^2",
          "a_b",
          "$1,000.00",
          "3.14e-10",
          "O(n\u00B2)",
          "½",
          "①",
          "Ⅷ",
          "₂",
          "don't",
          "“quoted”",
          "e.g.",
          "--",
          "…",
          "§",
          "¿",
          "‽",
          "€",
          "\u037E",
          "\u0387",
          "\u1FEF",
          "\u2126",
          "\u0344",
          "\u0958",
          "𝒳",
          "𝔸",
          "ﷺ",
          "Ⓐ",
          "Ａｂｃ",
          "http://a.b/c?d=e&f",
          "<b>&amp;</b>",
          "`code`",
          "C++",
          "C#",
          "#",
          "##ing",
          "[",
          "]",
          "|");

  /** Ranges of the basic plane and above that were in Unicode before 2015, first and last. */
  private static final int[][] RANGES = {
    {0x20, 0x7E},
    {0x20, 0x7E},
    {0x0, 0xFF},
    {0x100, 0x24F},
    {0x300, 0x36F},
    {0x370, 0x3FF},
    {0x400, 0x4FF},
    {0x5D0, 0x5EA},
    {0x620, 0x65F},
    {0x900, 0x97F},
    {0xE01, 0xE3A},
    {0x1E00, 0x1EFF},
    {0x2000, 0x206F},
    {0x20A0, 0x20BD},
    {0x2100, 0x214F},
    {0x2190, 0x22FF},
    {0x3000, 0x30FF},
    {0x4E00, 0x9FA5},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFA6D},
    {0xFB00, 0xFB06},
    {0xFE00, 0xFE0F},
    {0xFF01, 0xFF5E},
    {0x1D400, 0x1D454},
    {0x1F300, 0x1F56F},
    {0x20000, 0x200FF}
  };

  private final Random random;
  private final List<String> words;

  /**
   * @param words words to build from; {@code ##} before the end of one is left out
   */
  RandomTexts(long seed, List<String> words) {
    this.random = new Random(seed);
    this.words = words;
  }

  /** The next text, of up to some forty parts. */
  String next() {
    StringBuilder text = new StringBuilder();
    int parts = 1 + random.nextInt(40);
    double glued = random.nextDouble() * random.nextDouble();
    for (int i = 0; i < parts; i++) {
      text.append(part());
      if (random.nextDouble() >= glued) {
        text.append(' ');
      }
    }
    return text.toString();
  }

  private String part() {
    return switch (random.nextInt(12)) {
      case 0 -> TROUBLE.get(random.nextInt(TROUBLE.size()));
      case 1 -> letters(RANGES[random.nextInt(RANGES.length)], 1 + random.nextInt(8));
      case 2 -> mixedCase(word());
      case 3 -> word() + ",.;:!?()'\"-/".charAt(random.nextInt(12)) + word();
      case 4 -> Integer.toString(random.nextInt());
      case 5 -> random.nextInt(10) > 0 ? word() : word().repeat(1 + random.nextInt(40));
      case 6 -> letters(new int[] {'a', 'z'}, random.nextInt(20) > 0 ? 5 : 95 + random.nextInt(10));
      case 7 -> accented(word());
      default -> word();
    };
  }

  private String word() {
    return words.get(random.nextInt(words.size())).replaceFirst("^##(?=.)", "");
  }

  private String letters(int[] range, int count) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < count; i++) {
      letters.appendCodePoint(range[0] + random.nextInt(range[1] - range[0] + 1));
    }
    return letters.toString();
  }

  private String mixedCase(String word) {
    StringBuilder mixed = new StringBuilder();
    word.codePoints()
        .map(c -> random.nextBoolean() ? Character.toUpperCase(c) : c)
        .forEach(mixed::appendCodePoint);
    return mixed.toString();
  }

  private String accented(String word) {
    StringBuilder accented = new StringBuilder(word);
    int at = word.offsetByCodePoints(0, random.nextInt(word.codePointCount(0, word.length())) + 1);
    return accented.insert(at, (char) (0x300 + random.nextInt(0x30))).toString();
  }
}

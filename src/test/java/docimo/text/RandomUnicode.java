package docimo.text;

import java.util.List;
import java.util.Random;

/** Texts with everything in them that reading, counting and cutting could stumble over. */
final class RandomUnicode {

  private static final List<String> PIECES =
      List.of(
          "word",
          "Two words. ",
          "isn't ",
          "3.5 ms",
          "10%",
          "f(x)=y ",
          "a_b ",
          "-",
          "(",
          ")",
          "…",
          " ",
          " ",
          "\n",
          "\r\n",
          "\r",
          "\t",
          "\u2028",
          "\u0085",
          "\u00a0",
          "\u3000",
          // hidden: zero width, soft hyphen, byte order mark, bidirectional, variation, tag
          "\u200b",
          "\u200d",
          "\u00ad",
          "\ufeff",
          "\u202e",
          "\u202c",
          "\u2066",
          "\u2069",
          "\ufe0f",
          "\udb40\udc41",
          "\udb40\udd00",
          "\u034f",
          "\u115f",
          "\u3164",
          // controls and halves of surrogate pairs
          "\u0000",
          "\u0007",
          "\u001b",
          "\u007f",
          "\u009c",
          "\ud83d",
          "\ude00",
          "\udfff",
          // composed, decomposed and compatible forms
          "é",
          "e\u0301",
          "\u0301",
          "ﬁ",
          "ﬀ",
          "Ｆｕｌｌ",
          "１２",
          "x²",
          "10³",
          "½",
          "2½",
          "㎳",
          "ﷺ",
          "Å",
          "\u1100\u1161\u11a8",
          "각",
          "ｶﾞ",
          "ﾞ",
          "\u0e33",
          "ǆ",
          "İ",
          "ı",
          "ß",
          "ſ",
          "Ω",
          // other scripts, right to left, emoji, astral letters
          "данные ",
          "שלום ",
          "مرحبا ",
          "日本語",
          "हिन्दी ",
          "😀",
          "👩\u200d💻",
          "🇩🇪",
          "𝗕𝗼𝗹𝗱",
          "𐍈",
          "‘",
          "’",
          "“",
          "”",
          "‐",
          "−",
          "⁄",
          "–",
          "—");

  private final Random random;

  RandomUnicode(long seed) {
    random = new Random(seed);
  }

  /** Up to so many pieces; one in ten is any code point, assigned or not, from all planes. */
  String text(int most) {
    StringBuilder text = new StringBuilder();
    int pieces = random.nextInt(most + 1);
    for (int i = 0; i < pieces; i++) {
      if (random.nextInt(10) > 0) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      } else {
        int plane = random.nextInt(3) == 0 ? Character.MAX_CODE_POINT + 1 : 0x10000;
        text.appendCodePoint(notMarkup(random.nextInt(plane)));
      }
    }
    return text.toString();
  }

  /** Tags and references are another matter: taking one away may uncover the next. */
  private static int notMarkup(int codePoint) {
    return switch (codePoint) {
      case '<', '&', 0xFF1C, 0xFF06, 0xFE64, 0xFE60 -> 'x';
      default -> codePoint;
    };
  }
}

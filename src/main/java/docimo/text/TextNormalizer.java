package docimo.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Brings a text to one form for reading: Unicode NFKC; line ends as {@code \n}; typographic quotes
 * and hyphens as their plain forms; characters that nobody sees (zero-width, bidirectional and
 * other format controls, variation selectors) removed; rich-text tags and character references
 * replaced by what they stand for; letters of other scripts that look like Latin ones read as Latin
 * inside Latin words. Where NFKC would run a number together with what it follows, the way it is
 * typed without special characters is kept: "x²" is "x^2", "2½" is "2 1/2". Offsets into the
 * original survive, and what was repaired is kept as {@link Disguise}. Stateless and thread-safe.
 *
 * <p>Normalising a normalised text changes nothing, save where removing a tag or decoding a
 * reference uncovers another one.
 */
public final class TextNormalizer {

  private static final Map<Integer, String> PLAIN =
      Map.ofEntries(
          Map.entry(0x2018, "'"),
          Map.entry(0x2019, "'"),
          Map.entry(0x201B, "'"),
          Map.entry(0x02BC, "'"),
          Map.entry(0x201C, "\""),
          Map.entry(0x201D, "\""),
          Map.entry(0x201F, "\""),
          Map.entry(0x2010, "-"),
          Map.entry(0x2011, "-"),
          Map.entry(0x2212, "-"),
          Map.entry(0x2044, "/"),
          Map.entry(0x2028, "\n"),
          Map.entry(0x2029, "\n"),
          Map.entry(0x0085, "\n"),
          Map.entry(0x2800, " "));

  private TextNormalizer() {}

  /** The normalised form of a text; never fails, whatever the characters. */
  public static NormalizedText normalize(String original) {
    return isPlain(original) ? new NormalizedText(original) : new Run(original).normalize();
  }

  /** Printable ASCII and line feeds only, and nothing that could be markup: nothing to do. */
  private static boolean isPlain(String text) {
    return text.chars().allMatch(c -> (c >= ' ' && c < 0x7F && c != '<' && c != '&') || c == '\n');
  }

  /** One normalisation under way: the output so far and the origin of each unit of it. */
  private static final class Run {

    private final String original;
    private final Markup markup;
    private final StringBuilder out;
    private int[] starts;
    private int[] ends;

    /** How many code units at the end of the last segment nobody sees. */
    private int hidden;

    /** Where the last superscript ended, so that a second one continues it. */
    private int superscriptEnd = -1;

    Run(String original) {
      this.original = original;
      this.markup = new Markup(original);
      this.out = new StringBuilder(original.length());
      this.starts = new int[original.length() + 16];
      this.ends = new int[original.length() + 16];
    }

    NormalizedText normalize() {
      int at = 0;
      while (at < original.length()) {
        Markup.Replacement replacement = markup.at(at);
        if (replacement != null) {
          append(replacement.text(), at, replacement.end());
          at = replacement.end();
        } else {
          int end = segmentEnd(at);
          append(joint(at) + normalizeSegment(at, end), at, end - hidden);
          at = end;
        }
      }
      List<Disguise.Place> lookAlikes =
          LookAlikes.fold(out).stream()
              .map(word -> new Disguise.Place(starts[word.start()], ends[word.end() - 1]))
              .toList();
      return new NormalizedText(
          original,
          out.toString(),
          Arrays.copyOf(starts, out.length()),
          Arrays.copyOf(ends, out.length()),
          DisguiseFinder.find(original, lookAlikes));
    }

    /**
     * The smallest piece that NFKC may be applied to by itself: a character and its marks, with the
     * hidden characters that may stand between them.
     */
    private int segmentEnd(int start) {
      hidden = 0;
      int first = original.codePointAt(start);
      int end = start + Character.charCount(first);
      if (first == '\r' && end < original.length() && original.charAt(end) == '\n') {
        return end + 1;
      }
      while (end < original.length()) {
        int next = original.codePointAt(end);
        int length = Character.charCount(next);
        if (isRemoved(next)) {
          hidden += length;
        } else if (attachesToPrevious(next)) {
          hidden = 0;
        } else {
          break;
        }
        end += length;
      }
      return end;
    }

    /** What keeps a superscript or a fraction apart from the name or number that it follows. */
    private String joint(int at) {
      int c = original.codePointAt(at);
      if (c < 0x80 || out.isEmpty()) {
        return "";
      }
      if (isSuperscript(c)) {
        boolean continues = superscriptEnd == at;
        superscriptEnd = at + Character.charCount(c);
        return !continues && followsNumberOrName() ? "^" : "";
      }
      boolean fraction = Character.getType(c) == Character.OTHER_NUMBER && isFraction(c);
      return fraction && Character.isDigit(out.charAt(out.length() - 1)) ? " " : "";
    }

    /** A name of one letter: in "word²" the figure may be that of a footnote. */
    private boolean followsNumberOrName() {
      int last = out.length() - 1;
      char c = out.charAt(last);
      return Character.isDigit(c)
          || (Character.isLetter(c) && (last == 0 || !Character.isLetter(out.charAt(last - 1))));
    }

    private String normalizeSegment(int start, int end) {
      int first = original.codePointAt(start);
      if (end - start == 1 && first >= ' ' && first < 0x7F) {
        return original.substring(start, end);
      }
      // before NFKC so that hidden characters cannot keep marks apart, after it for what it brings
      // in
      return visible(Normalizer.normalize(visible(original.substring(start, end)), Form.NFKC));
    }

    private static String visible(String segment) {
      StringBuilder visible = new StringBuilder(segment.length());
      segment.codePoints().forEach(codePoint -> appendVisible(visible, codePoint));
      return visible.toString();
    }

    private static void appendVisible(StringBuilder visible, int codePoint) {
      String plain = PLAIN.get(codePoint);
      if (plain != null) {
        visible.append(plain);
      } else if (codePoint == '\r') {
        visible.append('\n');
      } else if (codePoint == '\t' || codePoint == 0x0B || codePoint == '\f') {
        visible.append(' ');
      } else if (codePoint == '\n' || !isInvisible(codePoint)) {
        visible.appendCodePoint(codePoint);
      } else if (Character.getType(codePoint) == Character.SURROGATE) {
        visible.append(' ');
      }
    }

    private void append(String text, int start, int end) {
      // "\r\n" passes through here as "\n\n": one line end, not two
      String once = text.equals("\n\n") ? "\n" : text;
      int length = out.length() + once.length();
      if (length > starts.length) {
        starts = Arrays.copyOf(starts, length * 2);
        ends = Arrays.copyOf(ends, length * 2);
      }
      Arrays.fill(starts, out.length(), length, start);
      Arrays.fill(ends, out.length(), length, end);
      out.append(once);
    }
  }

  private static boolean isSuperscript(int codePoint) {
    return codePoint == 0xB2
        || codePoint == 0xB3
        || codePoint == 0xB9
        || (codePoint >= 0x2070 && codePoint <= 0x207B)
        || codePoint == 0x207F;
  }

  private static boolean isFraction(int codePoint) {
    return (codePoint >= 0xBC && codePoint <= 0xBE)
        || (codePoint >= 0x2150 && codePoint <= 0x215F)
        || codePoint == 0x2189;
  }

  private static boolean attachesToPrevious(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      // Hangul vowels and finals, in each of their encodings, join the syllable; half-width voicing
      // marks join their kana
      default ->
          (codePoint >= 0x1160 && codePoint <= 0x11FF)
              || (codePoint >= 0x3131 && codePoint <= 0x318E)
              || (codePoint >= 0xFFA1 && codePoint <= 0xFFDC)
              || codePoint == 0xFF9E
              || codePoint == 0xFF9F;
    };
  }

  /** Whether normalising leaves nothing in the place of this character. */
  private static boolean isRemoved(int codePoint) {
    boolean space = codePoint >= '\t' && codePoint <= '\r';
    return !space
        && codePoint != 0x85
        && isInvisible(codePoint)
        && Character.getType(codePoint) != Character.SURROGATE;
  }

  /** Whether a reader would see nothing at all of this character. */
  static boolean isInvisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.FORMAT, Character.CONTROL, Character.SURROGATE -> true;
      default ->
          codePoint == 0x034F
              || codePoint == 0x115F
              || codePoint == 0x1160
              || codePoint == 0x3164
              || codePoint == 0xFFA0
              || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
              || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    };
  }
}

package docimo.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.Map;

/**
 * Brings a text to one form for reading: Unicode NFKC; line ends as {@code \n}; typographic quotes
 * and hyphens as their plain forms; characters that nobody sees (zero-width, bidirectional and
 * other format controls, variation selectors) removed; rich-text tags and character references
 * replaced by what they stand for. Offsets into the original survive. Stateless and thread-safe.
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
          append(normalizeSegment(at, end), at, end);
          at = end;
        }
      }
      return new NormalizedText(
          original,
          out.toString(),
          Arrays.copyOf(starts, out.length()),
          Arrays.copyOf(ends, out.length()));
    }

    /** The smallest piece that NFKC may be applied to by itself: a character and its marks. */
    private int segmentEnd(int start) {
      int first = original.codePointAt(start);
      int end = start + Character.charCount(first);
      if (first == '\r' && end < original.length() && original.charAt(end) == '\n') {
        return end + 1;
      }
      while (end < original.length() && attachesToPrevious(original.codePointAt(end))) {
        end += Character.charCount(original.codePointAt(end));
      }
      return end;
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

  private static boolean attachesToPrevious(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      // Hangul vowels and finals join the syllable; half-width voicing marks join their kana
      default ->
          (codePoint >= 0x1160 && codePoint <= 0x11FF)
              || codePoint == 0xFF9E
              || codePoint == 0xFF9F;
    };
  }

  /** Whether a reader would see nothing at all of this character. */
  private static boolean isInvisible(int codePoint) {
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

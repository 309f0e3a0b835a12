package docimo.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads English cardinals: "five", "twenty-five", "two hundred thousand", and figures before a
 * scale, as in "2.5 million". "One" is mostly a pronoun and is not read.
 */
final class Cardinals {

  private static final Map<String, Integer> SMALL =
      Map.ofEntries(
          Map.entry("zero", 0),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("thirteen", 13),
          Map.entry("fourteen", 14),
          Map.entry("fifteen", 15),
          Map.entry("sixteen", 16),
          Map.entry("seventeen", 17),
          Map.entry("eighteen", 18),
          Map.entry("nineteen", 19),
          Map.entry("twenty", 20),
          Map.entry("thirty", 30),
          Map.entry("forty", 40),
          Map.entry("fifty", 50),
          Map.entry("sixty", 60),
          Map.entry("seventy", 70),
          Map.entry("eighty", 80),
          Map.entry("ninety", 90));
  private static final Map<String, Integer> SCALES =
      Map.of("hundred", 100, "thousand", 1000, "million", 1_000_000, "billion", 1_000_000_000);

  /** What the scales from a thousand on have multiplied: 200,000 in "two hundred thousand five". */
  private BigDecimal total = BigDecimal.ZERO;

  /** What the next scale multiplies. */
  private BigDecimal current = BigDecimal.ZERO;

  /** From a thousand on, each scale must be below the one before it. */
  private int lastScale = Integer.MAX_VALUE;

  /** Below what a word may be added: 10 after "twenty", 100 after "hundred". */
  private int room = 1000;

  /** Whether "hundred" was said since the last larger scale. */
  private boolean hundreds;

  private Cardinals() {}

  /** The one number that these words are together; empty when they are none or several. */
  static Optional<BigDecimal> parse(List<String> words) {
    return new Cardinals().read(words);
  }

  /** The same for words that follow figures, where they can only be scales. */
  static Optional<BigDecimal> parse(BigDecimal figures, List<String> words) {
    Cardinals cardinals = new Cardinals();
    cardinals.current = figures;
    cardinals.room = 0;
    return cardinals.read(words);
  }

  private Optional<BigDecimal> read(List<String> words) {
    for (String word : words) {
      if (!take(word.toLowerCase(Locale.ROOT))) {
        return Optional.empty();
      }
    }
    return words.isEmpty() ? Optional.empty() : Optional.of(total.add(current));
  }

  private boolean take(String word) {
    Integer scale = SCALES.get(word);
    return scale == null ? add(SMALL.getOrDefault(word, -1)) : multiply(scale);
  }

  private boolean add(int small) {
    if (small < 0 || small >= room) {
      return false;
    }
    current = current.add(BigDecimal.valueOf(small));
    room = small >= 20 ? 10 : 0;
    return true;
  }

  private boolean multiply(int scale) {
    BigDecimal times = current.signum() == 0 ? BigDecimal.ONE : current;
    if (scale == 100) {
      if (hundreds) {
        return false;
      }
      hundreds = true;
      current = times.multiply(BigDecimal.valueOf(scale));
      room = 100;
      return true;
    }
    if (scale >= lastScale) {
      return false;
    }
    total = total.add(times.multiply(BigDecimal.valueOf(scale)));
    current = BigDecimal.ZERO;
    lastScale = scale;
    hundreds = false;
    room = 100;
    return true;
  }
}

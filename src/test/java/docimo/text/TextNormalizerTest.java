package docimo.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TextNormalizerTest {

  static IntStream seeds() {
    return IntStream.range(0, 500);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyUnitKnowsARangeOfTheOriginalAndRangesNeverGoBack(int seed) {
    String original = new RandomUnicode(seed).text(40);
    NormalizedText normalized = TextNormalizer.normalize(original);
    assertThat(normalized.original()).isSameAs(original);
    int start = 0;
    int end = 0;
    for (int i = 0; i < normalized.text().length(); i++) {
      assertThat(normalized.originalStart(i)).isGreaterThanOrEqualTo(start);
      assertThat(normalized.originalEnd(i + 1)).isGreaterThanOrEqualTo(end);
      start = normalized.originalStart(i);
      end = normalized.originalEnd(i + 1);
      assertThat(start).isLessThan(end);
    }
    assertThat(end).isLessThanOrEqualTo(original.length());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void normalizingTwiceChangesNothing(int seed) {
    String once = normalize(new RandomUnicode(seed).text(40));
    assertThat(normalize(once)).isEqualTo(once);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nothingIsLeftThatNobodySees(int seed) {
    assertThat(normalize(new RandomUnicode(seed).text(40)).codePoints())
        .allSatisfy(
            c ->
                assertThat(c == '\n' || isSeen(c))
                    .as("U+%04X %s", c, Character.getName(c))
                    .isTrue());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theResultIsInCompatibleComposedForm(int seed) {
    String text = normalize(new RandomUnicode(seed).text(40));
    assertThat(text).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFKC));
  }

  private static boolean isSeen(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> false;
      default -> codePoint != 0x034F && (codePoint < 0xFE00 || codePoint > 0xFE0F);
    };
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "ﬁnal oﬀer,final offer",
        "Ｆｕｌｌ　ｗｉｄｔｈ １２,Full width 12",
        "e\u0301te\u0301,été",
        "𝗕𝗼𝗹𝗱,Bold",
        "over\u200bfit\u00adting,overfitting",
        "\ufeffstart,start",
        "\u202egnol\u202c \u2066x\u2069,gnol x",
        "isn’t “fast”,isn't \"fast\"",
        "non‑linear − 1,non-linear - 1",
        "n² and 10⁻³ and 2½,n^2 and 10^-3 and 2 1/2",
        "footnote²,footnote2",
        "tab\there,tab here",
        "bell\u0007 nul\u0000.,bell nul.",
        "half \ud83d pair,half   pair",
        "👩\u200d💻 ❤\ufe0f,👩💻 ❤",
        "שלום,שלום",
        "x &lt; y &amp;&nbsp;z,x < y & z",
        "a <b>bold</b> word,a bold word",
        "the <div> tag,the <div> tag"
      })
  void textIsReadAsItWasMeant(String original, String read) {
    assertThat(normalize(original)).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(strings = {"one\ntwo", "one\r\ntwo", "one\rtwo", "one\u2028two", "one\u0085two"})
  void everyLineEndIsOneLineFeed(String text) {
    assertThat(normalize(text)).isEqualTo("one\ntwo");
  }

  @Test
  void blankLinesStayBlankLines() {
    assertThat(normalize("one\r\n\r\ntwo\n\n\nthree")).isEqualTo("one\n\ntwo\n\n\nthree");
  }

  @Test
  void plainTextIsKeptAsItIs() {
    String text = "Plain text, 10% of it: f(x) = y.\n\nNext line.";
    assertThat(normalize(text)).isSameAs(text);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "the oﬀer holds, offer, oﬀer",
    "the over\u200bfitting net, overfitting, over\u200bfitting",
    "a cafe\u0301 here, café, cafe\u0301",
    "a word\u200b here, word, word",
    "a <b>bold</b> word, bold, bold",
    "a 𝗕𝗼𝗹𝗱 word, Bold, 𝗕𝗼𝗹𝗱",
    "x\u202e hidden \u202cy, hidden, hidden"
  })
  void aWordIsQuotedAsItWasSent(String original, String word, String quoted) {
    NormalizedText normalized = TextNormalizer.normalize(original);
    int at = normalized.text().indexOf(word);
    assertThat(at).isNotNegative();
    int start = normalized.originalStart(at);
    int end = normalized.originalEnd(at + word.length());
    assertThat(original.substring(start, end)).isEqualTo(quoted);
  }

  private static String normalize(String text) {
    return TextNormalizer.normalize(text).text();
  }
}

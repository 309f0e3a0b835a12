package docimo.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisguiseTest {

  private static final String PLAIN =
      "The encoder compresses the input, and a decoder restores it.";
  private static final Map<Character, Character> CYRILLIC =
      Map.of('a', 'а', 'e', 'е', 'o', 'о', 'p', 'р', 'c', 'с', 'x', 'х', 'y', 'у', 'i', 'і');

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Plain words only.",
        "The loss is β·x + σ², with µ = 0 and Δt in µs; sinα and cosα, TNFα, NFκB, ρgh.",
        "In Russian it is called кодировщик, in Greek κωδικοποιητής; Сергей told me.",
        "A naïve café façade in Zürich, Łódź and İstanbul.",
        "Thumbs up 👍🏽, family 👨\u200D👩\u200D👧, heart ❤\uFE0F, flag 🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F.",
        "\uFEFFA byte order mark, a non\u00A0breaking space, an oﬃcial ligature.",
        "Wrongly d\u0087coded letters in t\u0081urkish w\u0090rds.",
        "A zero-width space\u200B between words \u200B is no disguise.",
        "می\u200Cخواهم means I want.",
        "x² + y₁ = ½, 𝑥 and 𝒚 are vectors, ℝ is a set.",
        "שלום \u2067abc\u2069 \u2067def\u2069 \u2067ghi\u2069"
      })
  void whatCopyingFormulasAndOtherLanguagesBringIsNoDisguise(String text) {
    assertThat(TextNormalizer.normalize(text).disguise()).isEqualTo(Disguise.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "the еncoder, encoder, еncoder",
    "the enсоder, encoder, enсоder",
    "the Τransformer, Transformer, Τransformer",
    "an autοencoder, autoencoder, autοencoder",
    "the dеcοder, decoder, dеcοder",
    "smɑll, small, smɑll"
  })
  void aWordWithLookAlikesIsReadAsLatinAndPointedAt(String text, String read, String sent) {
    NormalizedText normalized = TextNormalizer.normalize(text);

    assertThat(normalized.text()).endsWith(read);
    assertThat(normalized.disguise().lookAlikes())
        .extracting(place -> text.substring(place.start(), place.end()))
        .containsExactly(sent);
  }

  @Test
  void wordsOfLookAlikesAloneAreReadAsLatinBesideMixedOnesOnly() {
    assertThat(TextNormalizer.normalize("а сор").text()).isEqualTo("а сор");
    assertThat(TextNormalizer.normalize("а сор еncodes").text()).isEqualTo("a cop encodes");
  }

  @Test
  void aWordWithALetterThatLooksLikeNoLatinOneStaysAsItIs() {
    assertThat(TextNormalizer.normalize("keyбоard").text()).isEqualTo("keyбоard");
  }

  @Test
  void everyDisguiseReadsAsThePlainText() {
    SplittableRandom random = new SplittableRandom(4);
    for (int round = 0; round < 50; round++) {
      StringBuilder letters = new StringBuilder();
      StringBuilder unseen = new StringBuilder();
      StringBuilder wide = new StringBuilder();
      for (char c : PLAIN.toCharArray()) {
        letters.append(random.nextBoolean() ? CYRILLIC.getOrDefault(c, c) : c);
        unseen.append(c).append(random.nextInt(3) == 0 ? "\u200B" : "");
        wide.append(Character.isLetter(c) ? (char) (c + 0xFEE0) : c);
      }
      // the first word is mixed for sure, so that the rest is known to be disguised
      String mixed = "enсode " + letters;
      assertThat(TextNormalizer.normalize(mixed).text()).isEqualTo("encode " + PLAIN);
      assertThat(TextNormalizer.normalize(unseen.toString()).text()).isEqualTo(PLAIN);
      assertThat(TextNormalizer.normalize(wide.toString()).text()).isEqualTo(PLAIN);
    }
  }

  @Test
  void unseenCharactersInsideWordsArePointedAt() {
    String text = "over\u200Bfit\u00ADting and gene\u00ADral";

    Disguise disguise = TextNormalizer.normalize(text).disguise();

    assertThat(quoted(text, disguise.split()))
        .containsExactly("over\u200Bfit\u00ADting", "gene\u00ADral");
    assertThat(disguise.hyphenated()).isEqualTo(1);
  }

  @Test
  void tagsThatSpellAHiddenTextAreFound() {
    String hidden =
        "ok".chars().mapToObj(c -> Character.toString(0xE0000 + c)).reduce("", String::concat);

    assertThat(TextNormalizer.normalize("good " + hidden).disguise().hidden()).hasSize(2);
  }

  @Test
  void forcedDirectionsAreFoundAndEmbeddedOnesWithoutRightToLeftLetters() {
    Disguise disguise = TextNormalizer.normalize("\u202Egnol\u202C \u2066x\u2069").disguise();

    assertThat(disguise.overridden()).containsExactly(new Disguise.Place(0, 1));
    assertThat(disguise.embedded()).hasSize(1);
  }

  @Test
  void wordsInStyledLettersAreFound() {
    String text = "𝗘𝗻𝗰𝗼𝗱𝗲𝗿 and Ｄｅｃｏｄｅｒ";

    assertThat(quoted(text, TextNormalizer.normalize(text).disguise().styled()))
        .containsExactly("𝗘𝗻𝗰𝗼𝗱𝗲𝗿", "Ｄｅｃｏｄｅｒ");
  }

  private static List<String> quoted(String text, List<Disguise.Place> places) {
    return places.stream().map(place -> text.substring(place.start(), place.end())).toList();
  }
}

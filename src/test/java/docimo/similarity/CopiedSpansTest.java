package docimo.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import docimo.testing.Texts;
import docimo.text.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CopiedSpansTest {

  private static final String KEY =
      "The encoder compresses the input to a code, and the decoder restores the input from it.";

  @Test
  void theSameTextIsCopiedWhole() {
    CopiedSpans copied = spans(KEY, KEY);
    assertThat(copied.share()).isEqualTo(1);
    assertThat(copied.spans()).hasSize(1);
  }

  @Test
  void longestRunsComeFirstAndOtherFormsOfAWordAreTheSame() {
    CopiedSpans copied =
        spans(
            "The decoders restore the inputs from it; the encoder compresses the input to a code.",
            KEY);

    assertThat(copied.spans()).extracting(List::size).containsExactly(8, 7);
    assertThat(copied.spans().get(0).get(0).text()).isEqualTo("the");
  }

  @Test
  void runsOfFewWordsAreNotCopied() {
    assertThat(spans("A decoder restores the input that the encoder compresses.", KEY).words())
        .isZero();
  }

  @Test
  void whatTheReferenceSaysOnceIsCopiedOnce() {
    CopiedSpans copied = spans((KEY + " ").repeat(4), KEY);
    assertThat(copied.share()).isEqualTo(0.25);
  }

  @Test
  void tilesNeverOverlap() {
    SplittableRandom random = new SplittableRandom(8);
    for (int round = 0; round < 200; round++) {
      CopiedSpans copied = spans(words(random, 60), words(random, 40));
      Set<Token> seen = new HashSet<>();
      copied.spans().forEach(span -> span.forEach(t -> assertThat(seen.add(t)).isTrue()));
      assertThat(seen).hasSize(copied.words());
      assertThat(copied.share()).isBetween(0.0, 40.0 / 60);
    }
  }

  private static String words(SplittableRandom random, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(random.nextInt(3) == 0 ? "red " : "blue ");
    }
    return text.toString();
  }

  private static CopiedSpans spans(String answer, String reference) {
    return CopiedSpans.of(tokens(answer), tokens(reference));
  }

  private static List<Token> tokens(String text) {
    return Texts.analyze(text).tokens().toList();
  }
}

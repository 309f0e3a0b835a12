package docimo.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import docimo.testing.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TermWeightsTest {

  @Test
  void theMoreTextsHaveATermTheLessItWeighs() {
    TermWeights weights =
        new TermWeights(1000, Map.of("a", 1, "b", 2, "c", 50, "d", 999, "e", 1000));
    assertThat(weights.of("unheard")).isGreaterThan(weights.of("a"));
    assertThat(weights.of("a")).isGreaterThan(weights.of("b"));
    assertThat(weights.of("b")).isGreaterThan(weights.of("c"));
    assertThat(weights.of("c")).isGreaterThan(weights.of("d"));
    assertThat(weights.of("d")).isGreaterThan(weights.of("e"));
  }

  @Test
  void evenATermOfEveryTextWeighsSomething() {
    assertThat(new TermWeights(1, Map.of("the", 1)).of("the")).isPositive();
    assertThat(new TermWeights(1_000_000, Map.of("the", 1_000_000)).of("the")).isPositive();
  }

  @Test
  void theWeightIsTheSmoothedInverseDocumentFrequency() {
    // (9 + 1) / (2 + 0.5) = 4
    assertThat(new TermWeights(9, Map.of("x", 2)).of("x")).isCloseTo(Math.log(4), within(1e-12));
  }

  @Test
  void onlyCountedTermsAreKnownAndOnlyFrequentOnesAreCommon() {
    TermWeights weights = new TermWeights(100, Map.of("rare", 1, "usual", 20, "almost", 19));
    assertThat(weights.knows("rare")).isTrue();
    assertThat(weights.knows("unheard")).isFalse();
    assertThat(weights.isCommon("usual")).isTrue();
    assertThat(weights.isCommon("almost")).isFalse();
    assertThat(weights.isCommon("unheard")).isFalse();
  }

  @Test
  void aTableIsRead() throws IOException {
    TermWeights weights = read("#documents\t9\nx\t2\nnaïv\t1\n");
    assertThat(weights.of("x")).isEqualTo(new TermWeights(9, Map.of("x", 2)).of("x"));
    assertThat(weights.knows("naïv")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x\t2\n",
        "#documents\n",
        "#documents 9\n",
        "#documents\tnine\n",
        "#documents\t0\n",
        "#documents\t9\nx 2\n",
        "#documents\t9\nx\ttwo\n",
        "#documents\t9\n\n"
      })
  void whatIsNoTableIsRefused(String text) {
    assertThatIOException()
        .isThrownBy(() -> read(text))
        .withMessageStartingWith("not a table of term frequencies");
  }

  @Test
  void weightsOfNoDocumentsAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new TermWeights(0, Map.of()));
  }

  @Test
  void theShippedTableKnowsEnglish() {
    TermWeights weights = Texts.shippedWeights();
    assertThat(weights.isCommon(Texts.token("the model", "model").term())).isTrue();
    assertThat(weights.knows("convergance")).isFalse();
    assertThat(weights.of("time"))
        .isLessThan(weights.of(Texts.token("a semaphore", "semaphore").term()));
  }

  private static TermWeights read(String text) throws IOException {
    return TermWeights.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}

package docimo.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import docimo.testing.Texts;
import docimo.text.AnalyzedText;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OppositionTest {

  private static final Antonyms ANTONYMS = Texts.shippedAntonyms();
  private static final List<String> WORDS =
      List.of("open", "closed", "not", "more", "less", "the", "cache", "never", "increases", ",");
  private static final TermWeights WEIGHTS = Texts.shippedWeights();

  @ParameterizedTest
  @CsvSource({
    "The learning rate decreases over time., The learning rate increases over time.",
    "The lock is taken before the read., The lock is taken after the read.",
    "It needs more memory., It needs less memory."
  })
  void anAntonymSpeaksAgainstTheReference(String reference, String answer) {
    assertThat(oppose(reference, answer).antonym()).isPositive();
    assertThat(oppose(reference, reference)).isEqualTo(new Opposition(0, 0));
  }

  @Test
  void aReferenceThatHasBothWordsIsContradictedByNeither() {
    String reference = "The learning rate goes from high to low.";
    assertThat(oppose(reference, "The rate is low.").antonym()).isZero();
    assertThat(oppose(reference, "The rate is high.").antonym()).isZero();
  }

  @Test
  void aDeniedAntonymAgrees() {
    String reference = "The valve is open.";
    assertThat(oppose(reference, "The valve is closed.").antonym()).isPositive();
    assertThat(oppose(reference, "The valve is not closed.").antonym()).isZero();
  }

  @Test
  void anAntonymBesideTheWordItselfCountsHalf() {
    String reference = "The rate increases.";
    double alone = oppose(reference, "The rate decreases.").antonym();
    double beside = oppose(reference, "The rate increases, then it decreases.").antonym();
    assertThat(beside).isPositive().isLessThan(alone);
  }

  @Test
  void whatIsDeniedOnlyIsADenial() {
    String reference = "The index speeds up reads.";
    assertThat(oppose(reference, "The index does not speed up reads.").denial()).isPositive();
    assertThat(oppose(reference, "The index speeds up reads.").denial()).isZero();
    assertThat(oppose(reference, "It does not speed up reads. It does speed up reads.").denial())
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void bothLieBetweenNothingAndOne(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 40; i++) {
      Opposition opposition = oppose(prose(random), prose(random));
      assertThat(opposition.antonym()).isBetween(0.0, 1.0);
      assertThat(opposition.denial()).isBetween(0.0, 1.0);
    }
  }

  private static String prose(Random random) {
    return random
        .ints(1 + random.nextInt(12), 0, WORDS.size())
        .mapToObj(WORDS::get)
        .collect(Collectors.joining(" ", "It is ", "."));
  }

  private static Opposition oppose(String reference, String answer) {
    AnalyzedText wanted = Texts.analyze(reference);
    AnalyzedText given = Texts.analyze(answer);
    return Opposition.of(
        wanted.tokens().toList(), null, given.tokens().toList(), null, ANTONYMS, WEIGHTS);
  }
}

package docimo.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import docimo.app.Models;
import docimo.similarity.Clash;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ContradictionWeightsTest {

  private static final String GOOD =
      """
      bias = -2
      coverage = 1
      sign.opposite_word = 3
      sign.negation = 2
      sign.other_number = 2
      sign.exchanged_roles = 2
      sign.exchanged_names = 2
      threshold = 0.5
      """;

  @Test
  void withoutAnySignNothingIsContradicted() throws IOException {
    assertThat(shipped().likelihood(Clash.NONE, 1)).isZero();
  }

  @Test
  void noSignAndNoNearnessEverLowersTheLikelihood() throws IOException {
    ContradictionWeights weights = shipped();
    Random random = new Random(3);
    for (int i = 0; i < 1000; i++) {
      double[] signs = random.doubles(5, 0.01, 0.9).toArray();
      double topic = random.nextDouble() * 0.9;
      double before = weights.likelihood(clash(signs), topic);
      signs[random.nextInt(5)] += 0.1;
      assertThat(weights.likelihood(clash(signs), topic + 0.1))
          .isGreaterThanOrEqualTo(before)
          .isBetween(0.0, 1.0);
    }
  }

  @Test
  void noWeightsFindNothing() {
    assertThat(ContradictionWeights.NONE.likelihood(clash(new double[] {1, 1, 1, 1, 1}), 1))
        .isLessThan(ContradictionWeights.NONE.threshold());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bias = -2 | bias = much | no number for bias",
        "threshold = 0.5 | threshold = 0 | the threshold must lie above 0",
        "sign.negation = 2 | sign.negation = -2 | must be 0 or above",
        "coverage = 1 | cover = 1 | lack coverage"
      })
  void aWrongFileIsRefusedWithTheKey(String right, String wrong, String message) {
    assertThat(GOOD).contains(right);
    assertThatThrownBy(() -> read(GOOD.replace(right, wrong)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(message);
  }

  private static Clash clash(double[] signs) {
    return new Clash(signs[0], signs[1], signs[2], signs[3], signs[4], List.of());
  }

  private static ContradictionWeights shipped() throws IOException {
    try (InputStream in = new Models().open("contradiction")) {
      return ContradictionWeights.read(in);
    }
  }

  private static ContradictionWeights read(String text) throws IOException {
    return ContradictionWeights.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}

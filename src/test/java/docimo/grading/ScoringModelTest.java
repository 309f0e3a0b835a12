package docimo.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import docimo.grading.ScoringModel.Component;
import docimo.grading.Signal.KeyPointSignal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScoringModelTest {

  private static final String GOOD =
      """
      version = test-1
      weight.cosine_similarity = 1
      weight.key_point_coverage = 2
      verdict.covered = 0.5
      verdict.partial = 0.25
      """;

  @Test
  void sharesAddUpToOneHoweverTheyRound() {
    ScoringModel thirds =
        new ScoringModel(
            "t", Map.of("cosine_similarity", 1.0, "key_point_coverage", 2.0), 0.5, 0.25);
    List<Component> components = thirds.components(List.of(cosine(1), points(1)), false);
    assertThat(components.stream().map(Component::weight)).containsExactly(0.3333, 0.6667);
    assertThat(ScoringModel.score(components)).isEqualTo(1);
  }

  @Test
  void aFullMarkIsFullHoweverItsPartsRound() throws IOException {
    ScoringModel model = read(GOOD + "calibration = 0=0 0.7=1 1=1\n");
    Random random = new Random(5);
    for (int i = 0; i < 1000; i++) {
      double points = 0.7 + 0.3 * random.nextDouble();
      double cosine = 0.7 + 0.3 * random.nextDouble();
      assertThat(
              ScoringModel.score(model.components(List.of(cosine(cosine), points(points)), false)))
          .isEqualTo(1);
    }
  }

  @Test
  void aFullMarkIsFullWhereTheHeaviestSignalSaysNothing() throws IOException {
    ScoringModel model =
        read(
            GOOD.replace("weight.cosine_similarity = 1", "weight.cosine_similarity = 0.5")
                + "weight.keyword_coverage = 0.49\nweight.semantic_similarity = 0.51\n");
    QuestionCalibration.Curve full = new QuestionCalibration.Curve(0, 1, 0);
    Random random = new Random(5);
    for (int i = 0; i < 1000; i++) {
      double value = 0.8 + random.nextDouble() / 5;
      List<Signal> signals =
          List.of(cosine(value), new Signal.Plain(Signal.SEMANTIC_SIMILARITY, value), points(0));
      assertThat(ScoringModel.score(model.components(signals, false, full, 1))).isEqualTo(1);
    }
  }

  @Test
  void aLimitIsNeverExceededAndTakesNothingFromMarksBelowIt() throws IOException {
    ScoringModel model = read(GOOD);
    Random random = new Random(11);
    for (int i = 0; i < 1000; i++) {
      List<Signal> signals = List.of(cosine(random.nextDouble()), points(random.nextDouble()));
      double most = Math.round(random.nextDouble() * 10_000) / 10_000.0;
      double free = ScoringModel.score(model.components(signals, false));
      List<Component> limited =
          model.components(signals, false, QuestionCalibration.Curve.NONE, most);
      assertThat(ScoringModel.score(limited))
          .isLessThanOrEqualTo(most)
          .isCloseTo(Math.min(free, most), within(0.0003));
      assertThat(limited).allSatisfy(part -> assertThat(part.contribution()).isNotNegative());
    }
  }

  @Test
  void weightIsSharedOutAmongTheSignalsThatAreThere() throws IOException {
    assertThat(read(GOOD).components(List.of(cosine(0.4)), false))
        .containsExactly(new Component("cosine_similarity", 0.4, 1, 0.4));
  }

  @Test
  void aSignalThatTheModelDoesNotKnowAddsNothing() {
    ScoringModel model = new ScoringModel("t", Map.of("key_point_coverage", 1.0), 0.5, 0.25);
    assertThat(ScoringModel.score(model.components(List.of(cosine(0.9), points(0.5)), false)))
        .isEqualTo(0.5);
  }

  @Test
  void aHigherSignalNeverLowersTheScore() throws IOException {
    ScoringModel model = read(GOOD);
    Random random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      double cosine = random.nextDouble();
      double low = random.nextDouble();
      double high = low + random.nextDouble() * (1 - low);
      assertThat(ScoringModel.score(model.components(List.of(cosine(cosine), points(high)), false)))
          .isGreaterThanOrEqualTo(
              ScoringModel.score(model.components(List.of(cosine(cosine), points(low)), false)))
          .isBetween(0.0, 1.0);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, MISSING", "0.2499, MISSING", "0.25, PARTIAL", "0.4999, PARTIAL", "0.5, COVERED"})
  void verdictsFollowTheThresholds(double coverage, Verdict verdict) throws IOException {
    assertThat(read(GOOD).profile(false).verdict(coverage)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "1, EXCELLENT",
    "0.85, EXCELLENT",
    "0.8499, GOOD",
    "0.65, GOOD",
    "0.45, FAIR",
    "0.2, WEAK",
    "0.1999, POOR",
    "0, POOR"
  })
  void bandsFollowTheScore(double score, Band band) {
    assertThat(Band.of(score)).isEqualTo(band);
  }

  @ParameterizedTest
  @ValueSource(strings = {"version", "verdict.covered", "weight.cosine_similarity"})
  void aModelThatIsIncompleteOrNoNumberIsRefusedByName(String key) {
    String without = GOOD.replace(key + " =", key + " = x");
    if (!key.equals("version")) {
      assertThatThrownBy(() -> read(without))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(key);
    }
    String missing = GOOD.replaceAll("(?m)^" + key + " .*$", "");
    if (!key.startsWith("weight")) {
      assertThatThrownBy(() -> read(missing))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(key);
    }
  }

  @Test
  void negativeWeightsAndUnorderedThresholdsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ScoringModel("t", Map.of("x", -1.0), 0.5, 0.25));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ScoringModel("t", Map.of("x", 0.0), 0.5, 0.25));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ScoringModel("t", Map.of("x", 1.0), 0.2, 0.25));
  }

  private static ScoringModel read(String text) throws IOException {
    return ScoringModel.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Signal cosine(double value) {
    return new Signal.Plain(Signal.COSINE_SIMILARITY, value);
  }

  private static Signal points(double value) {
    return new KeyPointSignal(value, List.of());
  }
}

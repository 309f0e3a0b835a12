package docimo.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import docimo.grading.QuestionCalibration.Curve;
import docimo.grading.QuestionCalibration.Known;
import docimo.grading.ScoringModel.Component;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class QuestionCalibrationTest {

  private static final ScoringModel MODEL =
      new ScoringModel("t", Map.of("cosine_similarity", 1.0, "semantic_coverage", 3.0), 0.5, 0.25);

  static IntStream seeds() {
    return IntStream.range(0, 300);
  }

  /** Both 0.2 too low, in the same words: the shift is 2 * 0.2 / (2 + 0.1). */
  @Test
  void knownAnswersShiftAndAreDrawnToNoChange() {
    Curve curve =
        new QuestionCalibration(List.of(new Known(0.4, 0.6), new Known(0.6, 0.8)))
            .curve(List.of(1.0, 1.0));

    assertThat(curve.centre()).isCloseTo(0.5, within(1e-12));
    assertThat(curve.shift()).isCloseTo(0.4 / 2.1, within(1e-12));
    assertThat(curve.slope()).isCloseTo(1, within(1e-12));
    assertThat(curve.mark(0.5)).isCloseTo(0.5 + 0.4 / 2.1, within(1e-12));
    assertThat(curve.mark(0.99)).isEqualTo(1);
    assertThat(curve.mark(0.1)).isCloseTo((0.2 + 0.4 / 2.1) / 2, within(1e-12));
  }

  /** Off by .1 and -.1 where people see no difference: slope .1 / (.1 + .02). */
  @Test
  void marksAreBroughtTogetherWherePeopleSeeNoDifference() {
    Curve curve =
        new QuestionCalibration(List.of(new Known(0.4, 0.5), new Known(0.6, 0.5)))
            .curve(List.of(1.0, 1.0));

    assertThat(curve.slope()).isCloseTo(0.1 / 0.12, within(1e-12));
    assertThat(curve.shift()).isCloseTo(0, within(1e-12));
  }

  @Test
  void withoutKnownAnswersNoMarkChanges() {
    Random random = new Random(1);
    Curve curve = QuestionCalibration.NONE.curve(List.of());
    for (int i = 0; i < 1000; i++) {
      double score = random.nextDouble();
      assertThat(curve.mark(score)).isEqualTo(score);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aCurveRisesFromNothingAndStaysInRange(int seed) {
    Curve curve = curve(new Random(seed));
    assertThat(curve.mark(0)).isZero();
    double before = 0;
    for (int i = 0; i <= 1000; i++) {
      double mark = curve.mark(i / 1000.0);
      assertThat(mark).isBetween(before - 1e-12, 1.0);
      before = mark;
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void kinderMarkersRaiseEveryMark(int seed) {
    Random random = new Random(seed);
    List<Known> known = new ArrayList<>();
    List<Known> kinder = new ArrayList<>();
    List<Double> likeness = new ArrayList<>();
    for (int left = 1 + random.nextInt(20); left > 0; left--) {
      double score = random.nextDouble();
      double mark = 0.8 * random.nextDouble();
      known.add(new Known(score, mark));
      kinder.add(new Known(score, mark + 0.2));
      likeness.add(random.nextDouble());
    }
    Curve curve = new QuestionCalibration(known).curve(likeness);
    Curve higher = new QuestionCalibration(kinder).curve(likeness);
    for (int i = 0; i <= 100; i++) {
      assertThat(higher.mark(i / 100.0)).isGreaterThanOrEqualTo(curve.mark(i / 100.0) - 1e-12);
    }
    assertThat(higher.shift()).isGreaterThan(curve.shift());
  }

  @Test
  void theOrderOfKnownAnswersHardlyMatters() {
    Random random = new Random(3);
    List<Known> known =
        new ArrayList<>(
            random.doubles(20).mapToObj(score -> new Known(score, random.nextDouble())).toList());
    List<Double> likeness = Collections.nCopies(20, 0.7);
    Curve before = new QuestionCalibration(known).curve(likeness);
    Collections.shuffle(known, random);

    assertThat(new QuestionCalibration(known).curve(likeness).mark(0.6))
        .isCloseTo(before.mark(0.6), within(1e-12));
  }

  @Test
  void anAnswerLikeNoneIsMovedLittle() {
    QuestionCalibration kind = new QuestionCalibration(Collections.nCopies(5, new Known(0.5, 1)));

    assertThat(kind.curve(Collections.nCopies(5, 0.9)).mark(0.5)).isGreaterThan(0.95);
    assertThat(kind.curve(Collections.nCopies(5, 0.0)).mark(0.5)).isLessThan(0.65);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void contributionsRecomputeExactlyAndNothingEarnsNothing(int seed) {
    Random random = new Random(seed);
    Curve curve = curve(random);
    for (int i = 0; i < 20; i++) {
      double cosine = random.nextDouble();
      double coverage = random.nextDouble();
      List<Component> parts = parts(cosine, coverage, curve);
      long sum = 0;
      for (Component part : parts) {
        assertThat(part.weight()).isNotNegative();
        assertThat(BigDecimal.valueOf(part.contribution())).isEqualByComparingTo(product(part));
        sum += Math.round(part.contribution() * 10_000);
      }
      double score = ScoringModel.score(parts);
      assertThat(score).isEqualTo(sum / 10_000.0).isBetween(0.0, 1.0);
      assertThat(score).isCloseTo(curve.mark(0.25 * cosine + 0.75 * coverage), within(1e-3));
      assertThat(ScoringModel.score(parts(cosine, coverage + (1 - coverage) / 2, curve)))
          .isGreaterThanOrEqualTo(score - 1e-3);
    }
    assertThat(ScoringModel.score(parts(0, 0, curve))).isZero();
  }

  @Test
  void thereIsOneLikenessForEachKnownAnswer() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> QuestionCalibration.NONE.curve(List.of(1.0)))
        .withMessage("1 likenesses were given for 0 known answers");
  }

  private static List<Component> parts(double cosine, double coverage, Curve curve) {
    return MODEL.components(
        List.of(
            new Signal.Plain(Signal.COSINE_SIMILARITY, cosine),
            new Signal.Plain(Signal.SEMANTIC_COVERAGE, coverage)),
        false,
        curve,
        1);
  }

  private static Curve curve(Random random) {
    List<Known> known = new ArrayList<>();
    List<Double> likeness = new ArrayList<>();
    for (int left = random.nextInt(20); left > 0; left--) {
      known.add(new Known(random.nextDouble(), random.nextInt(5) / 4.0));
      likeness.add(random.nextDouble());
    }
    return new QuestionCalibration(known).curve(likeness);
  }

  private static BigDecimal product(Component part) {
    return BigDecimal.valueOf(part.value())
        .multiply(BigDecimal.valueOf(part.weight()))
        .setScale(4, RoundingMode.HALF_UP);
  }
}

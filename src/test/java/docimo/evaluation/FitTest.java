package docimo.evaluation;

import static docimo.evaluation.Observations.dataset;
import static docimo.evaluation.Observations.reversed;
import static docimo.evaluation.Observations.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import docimo.grading.Calibration;
import docimo.grading.HeldOutErrors;
import docimo.grading.ScoringModel;
import docimo.grading.Signal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FitTest {

  private static final Map<String, String> BASE =
      Map.of(
          "version", "old",
          "weight.gone", "1",
          "calibration", "0=0 1=0.5",
          "verdict.covered", "0.6",
          "verdict.partial", "0.3",
          "written.weight.key_point_coverage", "1");

  @Test
  void findsTheSignalThatIsTheMark() {
    LinearModel model = Fit.all().model(dataset("a"));
    assertThat(model.weights().get(Signal.SEMANTIC_COVERAGE)).isGreaterThan(0.9);
    assertThat(model.weights().values().stream().mapToDouble(w -> w).sum())
        .isCloseTo(1, within(3e-4));
    for (Observation row : dataset("a")) {
      assertThat(model.mark(row).score()).isNotNull().isCloseTo(row.target(), within(0.05));
    }
  }

  @Test
  void signalLeftOutWeighsNothing() {
    LinearModel model = Fit.without(Signal.SEMANTIC_COVERAGE).model(dataset("a"));
    assertThat(model.weights()).containsEntry(Signal.SEMANTIC_COVERAGE, 0.0);
  }

  @Test
  void everyDataSetCountsTheSameAndHalfOfItByTenths() {
    List<Observation> rows = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      rows.add(row("large", "q", "l" + i, 1, 0.5));
    }
    rows.add(row("large", "q", "l6", 0, 0.5));
    rows.add(row("small", "q", "s", 0.5, 0.5));
    Samples samples = Samples.of(rows);
    double[] weights = IntStream.range(0, samples.size()).mapToDouble(samples::weight).toArray();
    double often = (1.0 / 2 / 6 + 1.0 / 7) / 4;
    double rare = (1.0 / 2 + 1.0 / 7) / 4;
    assertThat(weights)
        .containsExactly(
            new double[] {often, often, often, often, often, often, rare, 0.5}, within(1e-12));
  }

  @Test
  void foldsNeverSplitAQuestion() {
    Map<String, Integer> folds = new HashMap<>();
    Stream.concat(dataset("a").stream(), dataset("b").stream())
        .forEach(
            row ->
                assertThat(folds.merge(row.answer().questionKey(), Samples.fold(row), (x, y) -> x))
                    .isEqualTo(Samples.fold(row)));
    assertThat(folds).hasSize(20);
    assertThat(folds.values()).containsOnly(0, 1, 2, 3, 4);
  }

  @Test
  void calibrationIsALineFromNothingToAFullMark() {
    Calibration steep = CalibrationFit.line(1.25);
    assertThat(steep.mark(0)).isZero();
    assertThat(steep.mark(0.4)).isCloseTo(0.5, within(1e-9));
    assertThat(steep.mark(0.9)).isEqualTo(1);
    assertThat(CalibrationFit.line(0.7).mark(1)).isEqualTo(0.7);
  }

  @Test
  void calibrationFindsTheScaleOfTheMarkers() {
    LinearModel model =
        new LinearModel(Map.of(Fit.SIGNALS.get(0), 1.0), Calibration.NONE, 0, null, null);
    List<Observation> rows = new ArrayList<>();
    for (int i = 0; i <= 100; i++) {
      rows.add(row("a", "q", "a" + i, Math.min(1, i / 80.0), i / 100.0));
    }
    Calibration fitted = CalibrationFit.of(model, Samples.of(rows));
    assertThat(fitted.mark(0.4)).isCloseTo(0.5, within(0.01));
    assertThat(fitted.mark(0.9)).isEqualTo(1);
  }

  /** Two sets of other levels, where the kinder one has less evidence in its answers. */
  @Test
  void levelOfADataSetIsNotTakenForEvidence() {
    List<Observation> rows = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      rows.add(row("kind", "q" + i % 5, "k" + i, 0.4 + i / 100.0, 0.1 + i / 100.0));
      rows.add(row("severe", "q" + i % 5, "s" + i, i / 100.0, 0.4 + i / 100.0));
    }
    WithinSetSlopes fitted =
        WithinSetSlopes.fit(
            Samples.of(rows),
            row -> new double[] {Objects.requireNonNull(row.signal(Fit.SIGNALS.get(0)))},
            1,
            0);
    assertThat(fitted.sum()).isCloseTo(1, within(1e-9));
  }

  @Test
  void whereNoSignalSpeaksForTheMarkAllWeighAlike() {
    LinearModel model = Fit.all().model(reversed("a"));
    for (String signal : Fit.OFFERED) {
      assertThat(model.weights()).containsEntry(signal, 0.3333);
    }
  }

  @Test
  void signalThatNeverChangesGetsNoSlope() {
    List<Observation> rows = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      rows.add(row("a", "q" + i % 5, "a" + i, i / 30.0, 0.3, i / 30.0));
    }
    WithinSetSlopes fitted =
        WithinSetSlopes.fit(
            Samples.of(rows),
            row ->
                new double[] {
                  Objects.requireNonNull(row.signal(Fit.SIGNALS.get(0))),
                  Objects.requireNonNull(row.signal(Fit.SIGNALS.get(1)))
                },
            2,
            0);
    assertThat(fitted.slopes().get(0)).isZero();
    assertThat(fitted.slopes().get(1)).isCloseTo(1, within(1e-9));
  }

  /** Errors 1 to 9 that count the same, and 10 that counts as much as all of them. */
  @Test
  void quantilesGoByWeight() {
    List<IntervalFit.Miss> misses = new ArrayList<>();
    IntStream.rangeClosed(1, 9).forEach(i -> misses.add(new IntervalFit.Miss(i, 1)));
    misses.add(new IntervalFit.Miss(10, 9));
    assertThat(IntervalFit.quantile(misses, 0.1)).isEqualTo(2);
    assertThat(IntervalFit.quantile(misses, 0.5)).isEqualTo(9);
    assertThat(IntervalFit.quantile(misses, 0.51)).isEqualTo(10);
    assertThat(IntervalFit.quantile(List.of(), 0.5)).isZero();
  }

  @Test
  void intervalsHoldWhatTheyPromise() {
    List<Judgement> judgements = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      double machine = i % 100 / 100.0;
      double human = Math.min(1, Math.max(0, machine + (i / 100.0 - 10) / 30));
      judgements.add(Answers.judgement("a", "q", "id" + i, human, machine));
    }
    HeldOutErrors errors = IntervalFit.of(judgements);
    long inside =
        judgements.stream()
            .filter(
                j -> {
                  List<Double> ends = errors.interval(j.score());
                  double human = j.answer().score();
                  return ends.get(0) <= human && human <= ends.get(1);
                })
            .count();
    assertThat(inside / 2000.0).isBetween(0.75, 0.87);
    assertThat(errors.low()).allMatch(low -> low <= -0.02);
  }

  @Test
  void emptyTenthsBorrowFromTheirNeighbours() {
    HeldOutErrors errors = IntervalFit.of(List.of(Answers.judgement("a", "q", "1", 0.9, 0.55)));
    assertThat(errors.high()).hasSize(10).allMatch(high -> high == 0.35);
    assertThat(errors.low()).allMatch(low -> low == -0.02);
  }

  @Test
  void nothingOfTheMarkedSetReachesItsModel() {
    List<Observation> honest = Stream.of("a", "b").flatMap(s -> dataset(s).stream()).toList();
    List<Observation> first = new ArrayList<>(honest);
    first.addAll(dataset("marked"));
    List<Observation> second = new ArrayList<>(honest);
    second.addAll(reversed("marked"));
    assertThat(marks(first)).isEqualTo(marks(second)).hasSize(200);
  }

  private static List<MachineMark> marks(List<Observation> rows) {
    return LeaveOneOut.judge(rows, a -> a.dataset().equals("marked"), Fit.all(), true).stream()
        .map(Judgement::mark)
        .toList();
  }

  @Test
  void nothingIsFittedOnASetWithoutLicence() {
    List<Observation> rows = new ArrayList<>(dataset("a"));
    rows.addAll(reversed("cunlp"));
    assertThat(LeaveOneOut.judge(rows, a -> a.dataset().equals("cunlp"), Fit.all(), false))
        .hasSize(200);
    assertThatExceptionOfType(NothingToFitException.class)
        .isThrownBy(() -> LeaveOneOut.judge(rows, a -> a.dataset().equals("a"), Fit.all(), false))
        .withMessageContaining("when a is marked");
  }

  @Test
  void answersWithoutSignalsGetNoMark() {
    List<Observation> rows = new ArrayList<>(dataset("a"));
    Observation empty = Observation.none(Answers.answer("a", "q", "empty", 0.7));
    LinearModel without = Fit.all().model(rows);
    rows.add(empty);
    LinearModel with = Fit.all().model(rows);
    assertThat(with).isEqualTo(without);
    assertThat(with.mark(empty)).isEqualTo(MachineMark.NONE);
    assertThatExceptionOfType(NothingToFitException.class)
        .isThrownBy(() -> Fit.all().model(List.of(empty)));
  }

  @Test
  void writesTheSameBytesWhateverTheOrderOfTheSetsAndReadsThemBack() throws IOException {
    List<Observation> rows = new ArrayList<>(dataset("a"));
    rows.addAll(reversed("b"));
    List<Observation> turned = new ArrayList<>(reversed("b"));
    turned.addAll(dataset("a"));
    LinearModel model = Fit.all().modelWithInterval(rows);
    String text = ModelText.of(model, BASE, List.of("made in a test"));
    assertThat(ModelText.of(Fit.all().modelWithInterval(turned), BASE, List.of("made in a test")))
        .isEqualTo(text);
    assertThat(text).startsWith("# made in a test\ncalibration = ").doesNotContain("gone", "old");
    assertThat(text.lines().skip(1)).isSorted();

    ScoringModel read =
        ScoringModel.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    assertThat(read.version()).startsWith("fitted-");
    assertThat(read.derived().weights()).isEqualTo(model.weights());
    assertThat(read.derived().calibration()).isEqualTo(model.calibration());
    assertThat(read.errors()).isEqualTo(model.errors());
    assertThat(read.written().weights()).isEqualTo(Map.of("key_point_coverage", 1.0));
    assertThat(Objects.requireNonNull(read.errors()).level()).isEqualTo(0.8);
  }
}

package docimo.evaluation;

import static docimo.evaluation.Label.CONTRADICTORY;
import static docimo.evaluation.Label.CORRECT;
import static docimo.evaluation.Label.INCORRECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ContradictionModelTest {

  private final List<Observation> rows = new ArrayList<>();
  private final List<Label> labels = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.05})
  void tellsContradictionFromIgnoranceByItsOwnSignalHoweverRareItIs(double share) {
    draw(share);
    ContradictionModel model = ContradictionModel.fit(rows, labels);
    assertThat(model.of(row(0.7, 0.7))).isGreaterThan(0.8);
    assertThat(model.of(row(0.3, 0.1))).isLessThan(0.2);
  }

  @Test
  void isNotTaughtByCorrectAnswers() {
    draw(0.5);
    double before = ContradictionModel.fit(rows, labels).of(row(0.5, 0.4));
    for (int i = 0; i < 100; i++) {
      rows.add(row(1, 0.9));
      labels.add(CORRECT);
    }
    assertThat(ContradictionModel.fit(rows, labels).of(row(0.5, 0.4))).isEqualTo(before);
  }

  @Test
  void whatGetsNoMarkContradictsNothing() {
    draw(0.5);
    assertThat(ContradictionModel.fit(rows, labels).of(unmarked())).isZero();
  }

  @Test
  void needsBothLabelsToLearnFrom() {
    assertThatExceptionOfType(NothingToFitException.class)
        .isThrownBy(
            () ->
                ContradictionModel.fit(
                    List.of(row(0.1, 0), row(0.9, 0), unmarked()),
                    List.of(INCORRECT, CORRECT, CONTRADICTORY)))
        .withMessageContaining("contradictory and incorrect");
  }

  private void draw(double share) {
    Random random = new Random(7);
    for (int i = 0; i < 400; i++) {
      boolean contradicts = random.nextDouble() < share;
      rows.add(
          row(
              (contradicts ? 0.6 : 0.2) + random.nextDouble(0.3),
              (contradicts ? 0.5 : 0) + random.nextDouble(0.3)));
      labels.add(contradicts ? CONTRADICTORY : INCORRECT);
    }
  }

  private static Observation row(double covered, double opposed) {
    return new Observation(
        Observations.labelled("set", "train", "id", 0, INCORRECT, INCORRECT),
        Map.of("semantic_coverage", covered, "opposite_words", opposed),
        MachineMark.NONE);
  }

  private static Observation unmarked() {
    return Observation.none(Observations.labelled("set", "train", "x", 0, INCORRECT, INCORRECT));
  }
}

package docimo.evaluation;

import static docimo.evaluation.Answers.judgement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FittedProtocolsTest {

  @Test
  void labelsAreFittedOnTheTrainingSplitOnly() {
    List<Observation> rows = new ArrayList<>(labelled("train", false));
    rows.addAll(labelled("test", false));
    List<Observation> reversed = new ArrayList<>(labelled("train", false));
    reversed.addAll(labelled("test", true));
    LabelReport.Row row = LabelReport.of(rows).rows().get(0);
    assertThat(row.split()).isEqualTo("test");
    assertThat(row.twoWay()).isEqualTo(1);
    assertThat(row.threeWay()).isEqualTo(1);
    assertThat(row.contradictory()).as("there is no contradictory answer").isNaN();
    // the model of the honest training split meets labels the wrong way round: all wrong
    assertThat(LabelReport.of(reversed).rows().get(0).twoWay()).isZero();
    assertThatExceptionOfType(NothingToFitException.class)
        .isThrownBy(() -> LabelReport.of(labelled("test", false)))
        .withMessageContaining("split train");
  }

  @Test
  void aSetWithOneLabelBelowCorrectIsFittedToo() {
    for (Label below : List.of(Label.CONTRADICTORY, Label.INCORRECT)) {
      List<Observation> rows = new ArrayList<>();
      for (String split : List.of("train", "test")) {
        for (int i = 0; i < 40; i++) {
          boolean right = i % 2 == 0;
          rows.add(
              new Observation(
                  Observations.labelled(
                      "set",
                      split,
                      split + i,
                      right ? 1 : 0,
                      right ? Label.CORRECT : Label.INCORRECT,
                      right ? Label.CORRECT : below),
                  Map.of("semantic_coverage", right ? 0.9 : 0.1),
                  MachineMark.NONE));
        }
      }
      LabelReport.Row row = LabelReport.of(rows).rows().get(0);
      assertThat(row.threeWay()).as(below.name()).isEqualTo(1);
      if (below == Label.CONTRADICTORY) {
        assertThat(row.contradictory()).isEqualTo(1);
        // where every answer below correct contradicts, all are taken to
        assertThat(row.withContradiction()).isEqualTo(0.5);
      }
    }
  }

  private static List<Observation> labelled(String split, boolean reversed) {
    List<Observation> rows = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      boolean high = i % 2 == 0;
      Label label = high == reversed ? Label.INCORRECT : Label.CORRECT;
      double score = high == reversed ? 0 : 1;
      rows.add(
          new Observation(
              Observations.labelled("set", split, split + i, score, label, label),
              Map.of("semantic_coverage", high ? 0.9 : 0.1),
              MachineMark.NONE));
    }
    return rows;
  }

  @Test
  void curveImprovesWhereQuestionsAreMarkedDifferently() {
    List<Judgement> judgements = new ArrayList<>();
    for (int i = 0; i < 240; i++) {
      int question = i / 30;
      double machine = i % 30 / 30.0;
      double human = 0.5 * machine + (question % 2 == 0 ? 0.4 : 0);
      judgements.add(judgement("mohler", "q" + question, "id" + i, human, machine));
    }
    List<LearningCurve.Point> points =
        LearningCurve.of(judgements, Protocol.MOHLER, FittedProtocolsTest::alike).points();
    assertThat(points).extracting(LearningCurve.Point::known).containsExactly(0, 5, 10, 20);
    assertThat(points).extracting(LearningCurve.Point::answers).containsExactly(240, 200, 160, 80);
    assertThat(points.get(2).pearson()).isGreaterThan(points.get(0).pearson() + 0.1);
    assertThat(points.get(2).rmse()).isLessThan(points.get(0).rmse() / 2);
  }

  @Test
  void knownAnswersAreNotScored() {
    List<Judgement> judgements =
        List.of(
            judgement("a", "q", "1", 0.6, 0.4),
            judgement("a", "q", "2", 0.8, 0.6),
            judgement("a", "other", "3", 0.8, 0.6));
    assertThat(LearningCurve.rest(judgements, Protocol.PLAIN, FittedProtocolsTest::alike, 1))
        .hasSize(1);
    assertThat(LearningCurve.rest(judgements, Protocol.PLAIN, FittedProtocolsTest::alike, 5))
        .isEmpty();
  }

  @Test
  void anAnswerWithoutAMarkMovesNoneAndGetsNone() {
    Judgement unmarked = new Judgement(judgement("a", "q", "3", 1, 0.5).answer(), MachineMark.NONE);
    List<Judgement> one = List.of(judgement("a", "q", "1", 0.9, 0.4), unmarked);

    List<Double> first =
        LearningCurve.rest(one, Protocol.PLAIN, FittedProtocolsTest::alike, 1).stream()
            .map(Judgement::score)
            .toList();

    assertThat(first).hasSize(1).isSubsetOf(0.0, 0.4);
  }

  @Test
  void onlyAnswersThatAreAlikeMoveMuch() {
    List<Judgement> two =
        List.of(judgement("a", "q", "1", 1, 0.5), judgement("a", "q", "2", 1, 0.5));

    double alike =
        LearningCurve.rest(two, Protocol.PLAIN, FittedProtocolsTest::alike, 1).get(0).score();
    double unlike = LearningCurve.rest(two, Protocol.PLAIN, (a, b) -> 0, 1).get(0).score();

    assertThat(alike).isCloseTo(0.5 + 0.5 / 1.1, within(1e-12));
    assertThat(unlike).isBetween(0.5, 0.54);
  }

  /** As if all answers were in the same words. */
  private static double alike(MarkedAnswer left, MarkedAnswer right) {
    return 1;
  }
}

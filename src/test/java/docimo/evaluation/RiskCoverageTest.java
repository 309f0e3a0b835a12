package docimo.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import docimo.evaluation.RiskCoverage.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RiskCoverageTest {

  @Test
  void whatIsLeftWithoutTheDoubtfulMarksAgreesBetter() {
    List<Judgement> judgements = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      double human = i / 10.0;
      // the more doubtful, the further off: by 0, .05, .10, ...
      judgements.add(judgement("a", "a" + i, human, human + i * 0.01, i / 10.0, i >= 6));
    }

    RiskCoverage.Row row = RiskCoverage.of(judgements).rows().get(0);

    assertThat(row.points()).extracting(Point::share).containsExactly(1.0, 0.9, 0.8, 0.7, 0.5);
    assertThat(row.points()).extracting(Point::answers).containsExactly(10.0, 9.0, 8.0, 7.0, 5.0);
    assertThat(row.points().get(0).rmse()).isCloseTo(Math.sqrt(285e-5), within(1e-9));
    assertThat(row.points().get(4).rmse()).isCloseTo(Math.sqrt(6e-4), within(1e-9));
    assertThat(row.points().get(0).close()).isEqualTo(1);
    assertThat(row.policy().share()).isEqualTo(0.6);
    assertThat(row.policy().rmse()).isCloseTo(Math.sqrt(55e-4 / 6), within(1e-9));
  }

  @Test
  void closeMarksAreAQuarterOffAtMost() {
    List<Judgement> judgements =
        List.of(
            judgement("a", "1", 0.5, 0.75, 0.1, false), judgement("a", "2", 0.5, 0.24, 0.2, false));

    List<Point> points = RiskCoverage.of(judgements).rows().get(0).points();

    assertThat(points.get(0).close()).isEqualTo(0.5);
    assertThat(points.get(4).close()).isEqualTo(1);
    assertThat(points.get(4).pearson()).isNaN();
  }

  @Test
  void answersWithoutAMarkAreLeftToPeopleFirst() {
    List<Judgement> judgements =
        List.of(
            judgement("a", "1", 1, null, null, false),
            judgement("a", "2", 0.5, 0.5, 0.99, true),
            judgement("a", "3", 0.5, 0.4, 0.5, false));

    assertThat(RiskCoverage.surestFirst(judgements))
        .extracting(j -> j.answer().answerId())
        .containsExactly("3", "2", "1");
    assertThat(RiskCoverage.of(judgements).rows().get(0).policy().answers()).isEqualTo(1);
  }

  @Test
  void equalsAreOrderedNeitherByTheirHumanMarkNorByTheirPlace() {
    List<Judgement> judgements = new ArrayList<>();
    List<Judgement> reversed = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      judgements.add(judgement("a", "id" + i, i / 50.0, 0.5, 0.3, false));
      reversed.add(judgement("a", "id" + i, 1 - i / 50.0, 0.5, 0.3, false));
    }
    Collections.shuffle(reversed, new Random(3));

    List<String> order = ids(judgements);

    assertThat(ids(reversed)).isEqualTo(order);
    assertThat(order).isNotEqualTo(judgements.stream().map(j -> j.answer().answerId()).toList());
  }

  @Test
  void humanMarksAreTheFinestThereAre() {
    MarkedAnswer answer = Answers.answer("a", "q", "1", 1);
    MarkedAnswer graded =
        new MarkedAnswer(
            "a", "all", "q", answer.question(), "1", answer.answer(), 1, 0.5, null, null);

    List<Judgement> judgements =
        List.of(new Judgement(graded, new MachineMark(0.5, null, 0.1, false)));

    assertThat(RiskCoverage.of(judgements).rows().get(0).points().get(0).rmse()).isZero();
  }

  @Test
  void eachDataSetCountsTheSameInTheMean() {
    RiskCoverage curve =
        RiskCoverage.of(
            List.of(
                judgement("a", "1", 0.5, 0.5, 0.1, false),
                judgement("b", "1", 0.5, 0.3, 0.1, true),
                judgement("b", "2", 0.5, 0.3, 0.1, true)));

    assertThat(curve.mean().points().get(0).rmse()).isCloseTo(0.1, within(1e-9));
    assertThat(curve.mean().policy().share()).isEqualTo(0.5);
    assertThat(curve.rows().get(1).policy().rmse()).isNaN();
    assertThat(curve.text()).contains("policy 0 %", "policy 100 %", "mean");
  }

  private static List<String> ids(List<Judgement> judgements) {
    return RiskCoverage.surestFirst(judgements).stream().map(j -> j.answer().answerId()).toList();
  }

  private static Judgement judgement(
      String dataset,
      String id,
      double human,
      @Nullable Double machine,
      @Nullable Double doubt,
      boolean forReview) {
    return new Judgement(
        Answers.answer(dataset, "q", id, human), new MachineMark(machine, null, doubt, forReview));
  }
}

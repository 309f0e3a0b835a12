package docimo.evaluation;

import static docimo.evaluation.Answers.answer;
import static docimo.evaluation.Answers.judgement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class EvaluationTest {

  private static final double TINY = 1e-12;
  private static final Evaluation PLAIN = new Evaluation(Protocol.PLAIN, new Bootstrap(200, 1));
  private static final Evaluation MOHLER = new Evaluation(Protocol.MOHLER, new Bootstrap(200, 1));

  /** Two data sets: one of two questions, one of a single question. */
  private static final List<Judgement> JUDGEMENTS =
      List.of(
          judgement("mohler", "What is a stack?", "1", 1.0, 0.9),
          judgement("mohler", "What is a stack?", "2", 0.4, 0.5),
          judgement("small", "What is a heap?", "1", 1.0, 0.6),
          judgement("mohler", "What is a queue?", "3", 0.6, 0.7),
          judgement("mohler", "What is a queue?", "4", 0.0, null),
          judgement("small", "What is a heap?", "2", 0.5, 0.6));

  @Test
  void reportsEachDataSetInTheOrderOfTheData() {
    EvaluationReport report = PLAIN.report(JUDGEMENTS);
    assertThat(report.datasets())
        .extracting(DatasetResult::dataset)
        .containsExactly("mohler", "small");
    DatasetResult mohler = report.datasets().get(0);
    assertThat(mohler.questions()).isEqualTo(2);
    assertThat(mohler.answers()).isEqualTo(4);
    assertThat(mohler.unmarked()).isEqualTo(1);
    assertThat(mohler.meanError()).isCloseTo(0.025, within(TINY));
    assertThat(mohler.estimate(Measure.RMSE).value()).isCloseTo(Math.sqrt(0.03 / 4), within(TINY));
    assertThat(mohler.estimate(Measure.ORDER_ACCURACY).value()).isEqualTo(1);
    assertThat(mohler.questionErrors())
        .extracting(DatasetResult.QuestionError::questionKey)
        .containsExactly("What is a stack?", "What is a queue?");
  }

  @Test
  void meanIsOverDataSetsHoweverLarge() {
    EvaluationReport report = PLAIN.report(JUDGEMENTS);
    double mohler = Math.sqrt(0.03 / 4);
    double small = Math.sqrt(0.17 / 2);
    assertThat(report.mean(Measure.RMSE)).isCloseTo((mohler + small) / 2, within(TINY));
    assertThat(report.mean(Measure.PEARSON)).isNaN();
  }

  @Test
  void mohlerTellsErrorsInPointsOfFive() {
    List<Judgement> judgements =
        JUDGEMENTS.stream().filter(j -> Protocol.MOHLER.includes(j.answer())).toList();
    DatasetResult points = MOHLER.report(judgements).datasets().get(0);
    DatasetResult shares = PLAIN.report(judgements).datasets().get(0);
    for (Measure measure : Measure.values()) {
      double factor = measure.inPoints() ? 5 : 1;
      assertThat(points.estimate(measure).value())
          .isCloseTo(shares.estimate(measure).value() * factor, within(TINY));
      assertThat(points.estimate(measure).interval().high())
          .isCloseTo(shares.estimate(measure).interval().high() * factor, within(TINY));
    }
    assertThat(points.meanError()).isCloseTo(0.125, within(TINY));
  }

  @Test
  void coverageIsOfAnswersWithAnInterval() {
    List<Judgement> judgements =
        List.of(
            new Judgement(answer("a", "q", "1", 0.5), new MachineMark(0.4, new Interval(0.3, 0.6))),
            new Judgement(answer("a", "q", "2", 0.5), new MachineMark(0.9, new Interval(0.8, 1))),
            judgement("a", "q", "3", 0.5, 0.5));
    assertThat(PLAIN.report(judgements).datasets().get(0).coverage()).isEqualTo(0.5);
    assertThat(PLAIN.report(JUDGEMENTS).datasets().get(0).coverage()).isNaN();
  }

  @Test
  void comparesWhatBothHave() {
    OtherMarks others =
        new OtherMarks(
            List.of(
                new OtherMark("mohler", null, "1", 0.5),
                new OtherMark(null, null, "2", 0.5),
                new OtherMark("mohler", "all", "4", null),
                new OtherMark("mohler", "train", "3", 0.6)));
    Comparison comparison = PLAIN.compare(JUDGEMENTS.subList(0, 5), others);
    assertThat(comparison.answers()).isEqualTo(5);
    assertThat(comparison.compared()).isEqualTo(3);
    Comparison.Difference rmse = comparison.rows().get(0).difference(Measure.RMSE);
    assertThat(rmse.ours()).isCloseTo(Math.sqrt(0.02 / 3), within(TINY));
    assertThat(rmse.other()).isCloseTo(Math.sqrt(0.26 / 3), within(TINY));
    assertThat(rmse.interval().high()).isLessThanOrEqualTo(0);
    assertThat(comparison.mean(Measure.RMSE)).isEqualTo(rmse.value());
  }

  @Test
  void marksDoNotDifferFromThemselves() {
    OtherMarks same =
        new OtherMarks(
            JUDGEMENTS.stream()
                .map(
                    j ->
                        new OtherMark(
                            j.answer().dataset(), null, j.answer().answerId(), j.mark().score()))
                .toList());
    Comparison comparison = PLAIN.compare(JUDGEMENTS, same);
    assertThat(comparison.compared()).isEqualTo(6);
    assertThat(comparison.mean(Measure.RMSE)).isZero();
    assertThat(comparison.rows().get(0).difference(Measure.PEARSON).interval())
        .isEqualTo(new Interval(0, 0));
  }

  @Test
  void refusesToGuessWhichMarkIsMeant() {
    OtherMarks others =
        new OtherMarks(
            List.of(new OtherMark(null, null, "1", 0.5), new OtherMark(null, null, "1", 0.6)));
    assertThatExceptionOfType(AmbiguousMarkException.class)
        .isThrownBy(() -> PLAIN.compare(JUDGEMENTS, others))
        .withMessageContaining("answer 1;");
  }

  @Test
  void nothingGivesNoReport() {
    assertThatIllegalArgumentException().isThrownBy(() -> PLAIN.report(List.of()));
  }

  @Test
  void refusesMarksOutsideTheRange() {
    assertThatIllegalArgumentException().isThrownBy(() -> answer("a", "q", "1", 1.5));
    assertThatIllegalArgumentException().isThrownBy(() -> new MachineMark(-0.1, null));
    assertThatIllegalArgumentException().isThrownBy(() -> new Interval(1, 0));
  }
}

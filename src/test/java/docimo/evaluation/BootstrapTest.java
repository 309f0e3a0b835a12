package docimo.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class BootstrapTest {

  private static final List<Measure> MEASURES = List.of(Measure.values());

  @Test
  void intervalsContainTheEstimate() {
    MarkPairs pairs = random(30, 10);
    double[] values = pairs.measures();
    List<Interval> intervals = intervals(Bootstrap.DEFAULT, pairs);
    for (int i = 0; i < values.length; i++) {
      assertThat(intervals.get(i).contains(values[i])).as("%s", MEASURES.get(i)).isTrue();
    }
  }

  @Test
  void sameSeedGivesTheSameIntervals() {
    MarkPairs pairs = random(12, 5);
    assertThat(intervals(Bootstrap.DEFAULT, pairs)).isEqualTo(intervals(Bootstrap.DEFAULT, pairs));
    assertThat(intervals(new Bootstrap(1_000, 2), pairs))
        .isNotEqualTo(intervals(Bootstrap.DEFAULT, pairs));
  }

  @Test
  void moreQuestionsMakeIntervalsNarrower() {
    assertThat(
            width(
                intervals(Bootstrap.DEFAULT, random(200, 4))
                    .get(MEASURES.indexOf(Measure.PEARSON))))
        .isLessThan(
            width(
                    intervals(Bootstrap.DEFAULT, random(10, 4))
                        .get(MEASURES.indexOf(Measure.PEARSON)))
                / 2);
  }

  @Test
  void aMeanIsSpreadAsTheQuestionsAre() {
    // question means 0 and 1: a draw of two gives 0, 1/2 or 1
    double[] values = {0, 0, 0, 1, 1, 1};
    int[] questions = {0, 0, 0, 1, 1, 1};
    assertThat(
            Bootstrap.DEFAULT.intervals(
                questions, sample -> new double[] {Agreement.mean(sample.of(values))}))
        .containsExactly(new Interval(0, 1));
  }

  @Test
  void aQuestionDrawnTwiceIsTwoQuestions() {
    Bootstrap.Resample sample =
        new Bootstrap.Resample(new int[][] {{0, 2}, {1}}, new int[] {0, 1, 0});
    assertThat(sample.of(new double[] {0.1, 0.2, 0.3})).containsExactly(0.1, 0.3, 0.2, 0.1, 0.3);
    assertThat(sample.questions()).containsExactly(0, 0, 1, 2, 2);
  }

  @Test
  void oneQuestionTellsNothingOfOthers() {
    assertThat(intervals(Bootstrap.DEFAULT, random(1, 20))).allMatch(i -> !i.isDefined());
  }

  @Test
  void resamplesWithoutAValueDoNotCount() {
    int[] questions = {0, 1};
    double[] values = {0, 1};
    List<Interval> intervals =
        Bootstrap.DEFAULT.intervals(
            questions,
            sample -> {
              double mean = Agreement.mean(sample.of(values));
              return new double[] {mean == 0.5 ? mean : Double.NaN, Double.NaN};
            });
    assertThat(intervals).containsExactly(new Interval(0.5, 0.5), Interval.UNDEFINED);
  }

  @Test
  void needsAResample() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Bootstrap(0, 1));
  }

  private static List<Interval> intervals(Bootstrap bootstrap, MarkPairs pairs) {
    return bootstrap.intervals(pairs.questions(), sample -> pairs.at(sample).measures());
  }

  private static double width(Interval interval) {
    return interval.high() - interval.low();
  }

  private static MarkPairs random(int questions, int answersEach) {
    Random random = new Random(7);
    int answers = questions * answersEach;
    double[] human = new double[answers];
    double[] machine = new double[answers];
    int[] questionOf = new int[answers];
    for (int i = 0; i < answers; i++) {
      questionOf[i] = i / answersEach;
      human[i] = random.nextInt(11) / 10.0;
      machine[i] = (human[i] + random.nextDouble()) / 2;
    }
    return new MarkPairs(machine, human, questionOf);
  }
}

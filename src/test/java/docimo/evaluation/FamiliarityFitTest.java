package docimo.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import docimo.grading.Familiarity;
import docimo.grading.Familiarity.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FamiliarityFitTest {

  @Test
  void rangesLeaveOutTheOutermostHundredthAndNoMore() {
    List<Observation> rows = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      rows.add(row("a", i, i));
    }

    assertThat(FamiliarityFit.of(rows).ranges())
        .containsExactly(Map.entry(Familiarity.WORDS, new Range(4, 994)));
  }

  @Test
  void eachDataSetCountsTheSame() {
    List<Observation> rows = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      rows.add(row("large", i, 10 + i % 10));
    }
    for (int i = 0; i < 20; i++) {
      rows.add(row("small", i, 100));
    }

    assertThat(FamiliarityFit.of(rows).ranges().get(Familiarity.WORDS))
        .isEqualTo(new Range(10, 100));
  }

  @Test
  void measuresThatAreAlwaysTheSameAndAnswersWithoutAMarkSayNothing() {
    List<Observation> rows = new ArrayList<>(List.of(row("a", 0, 7), row("a", 1, 7)));
    rows.add(Observation.none(Answers.answer("a", "q", "2", 0)));

    assertThat(FamiliarityFit.of(rows).ranges()).isEmpty();
  }

  private static Observation row(String dataset, int id, double words) {
    return new Observation(
        Answers.answer(dataset, "q", dataset + id, 0.5),
        Map.of("keyword_coverage", 0.5),
        Map.of(Familiarity.WORDS, words),
        MachineMark.NONE);
  }
}

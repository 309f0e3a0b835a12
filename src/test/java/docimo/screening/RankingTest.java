package docimo.screening;

import static org.assertj.core.api.Assertions.assertThat;

import docimo.screening.Ranking.Place;
import docimo.screening.WeightedScore.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RankingTest {

  private static WeightedScore score(double value, double low, double high) {
    return new WeightedScore(value, low, high, 1, Status.COMPLETE);
  }

  @Test
  void equalScoresShareARankAndTheNextSkips() {
    WeightedScore best = score(0.9, 0.9, 0.9);
    WeightedScore tied = score(0.5, 0.5, 0.5);
    WeightedScore last = score(0.1, 0.1, 0.1);
    Ranking ranking = new Ranking(List.of(tied, last, best, tied));
    assertThat(ranking.place(best)).isEqualTo(new Place(1, 1, 1, 0));
    assertThat(ranking.place(tied)).isEqualTo(new Place(2, 2, 3, 1));
    assertThat(ranking.place(last)).isEqualTo(new Place(4, 4, 4, 0));
  }

  @Test
  void overlappingIntervalsLeaveThePlaceOpen() {
    WeightedScore a = score(0.8, 0.6, 0.9);
    WeightedScore b = score(0.7, 0.5, 0.8);
    WeightedScore c = score(0.3, 0.2, 0.4);
    Ranking ranking = new Ranking(List.of(a, b, c));
    assertThat(ranking.place(a)).isEqualTo(new Place(1, 1, 2, 1));
    assertThat(ranking.place(b)).isEqualTo(new Place(2, 1, 2, 1));
    assertThat(ranking.place(c)).isEqualTo(new Place(3, 3, 3, 0));
  }

  @Test
  void placesAgreeWithCountingOneByOne() {
    Random random = new Random(5);
    for (int round = 0; round < 200; round++) {
      List<WeightedScore> all = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        double value = random.nextInt(11) / 10.0;
        double width = random.nextInt(4) / 10.0;
        all.add(score(value, Math.max(0, value - width), Math.min(1, value + width)));
      }
      Ranking ranking = new Ranking(all);
      for (WeightedScore one : all) {
        assertThat(ranking.place(one)).isEqualTo(counted(all, one));
      }
    }
  }

  private static Place counted(List<WeightedScore> all, WeightedScore one) {
    int higher = 0;
    int whollyHigher = 0;
    int whollyLower = 0;
    for (WeightedScore other : all) {
      higher += value(other.value()) > value(one.value()) ? 1 : 0;
      whollyHigher += value(other.low()) > value(one.high()) ? 1 : 0;
      whollyLower += value(other.high()) < value(one.low()) ? 1 : 0;
    }
    return new Place(
        higher + 1,
        whollyHigher + 1,
        all.size() - whollyLower,
        all.size() - whollyHigher - whollyLower - 1);
  }

  private static double value(@org.jspecify.annotations.Nullable Double number) {
    return number == null ? Double.NaN : number;
  }

  @Test
  void percentilesAreMidRanks() {
    Percentiles percentiles = new Percentiles(new double[] {0.1, 0.5, 0.5, 0.9});
    assertThat(percentiles.of(0.1)).isEqualTo(12.5);
    assertThat(percentiles.of(0.5)).isEqualTo(50);
    assertThat(percentiles.of(0.9)).isEqualTo(87.5);
  }
}

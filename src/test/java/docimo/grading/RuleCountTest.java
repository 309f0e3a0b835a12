package docimo.grading;

import static org.assertj.core.api.Assertions.assertThat;

import docimo.question.KeyPoint;
import docimo.question.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleCountTest {

  private static final List<Verdict> VERDICTS = List.of(Verdict.values());

  @Test
  void withoutAChoiceEveryPointCountsWithItsWeight() {
    RuleCount count =
        RuleCount.of(
            List.of(point(3, null, Verdict.COVERED), point(1, null, Verdict.MISSING)), Rule.ALL);
    assertThat(count.share()).isEqualTo(0.75);
    assertThat(count.counts(0)).isTrue();
    assertThat(count.counts(1)).isTrue();
  }

  @Test
  void aPartialPointCountsHalf() {
    assertThat(RuleCount.of(List.of(point(1, null, Verdict.PARTIAL)), Rule.ALL).share())
        .isEqualTo(0.5);
  }

  @Test
  void ofAGroupTheBestCount() {
    RuleCount count =
        RuleCount.of(
            List.of(
                point(1, "g", Verdict.MISSING),
                point(1, "g", Verdict.COVERED),
                point(1, "g", Verdict.PARTIAL)),
            Rule.parse("any 2 of g"));
    assertThat(count.share()).isEqualTo(0.75);
    assertThat(count.counts(0)).isFalse();
  }

  @Test
  void itDoesNotMatterWhichOfAGroupWereChosen() {
    Rule rule = Rule.parse("any 1 of g");
    double light =
        RuleCount.of(List.of(point(1, "g", Verdict.COVERED), point(3, "g", Verdict.MISSING)), rule)
            .share();
    double heavy =
        RuleCount.of(List.of(point(1, "g", Verdict.MISSING), point(3, "g", Verdict.COVERED)), rule)
            .share();
    assertThat(light).isEqualTo(1).isEqualTo(heavy);
  }

  @Test
  void aChoiceOverAllPointsNeedsNoGroup() {
    assertThat(
            RuleCount.of(
                    List.of(
                        point(1, null, Verdict.COVERED),
                        point(1, null, Verdict.COVERED),
                        point(1, null, Verdict.MISSING)),
                    Rule.parse("any 2"))
                .share())
        .isEqualTo(1);
  }

  @Test
  void withoutPointsTheShareIsZero() {
    assertThat(RuleCount.of(List.of(), Rule.ALL).share()).isZero();
  }

  @Test
  void aBetterVerdictNeverLowersTheShare() {
    Random random = new Random(5);
    for (int i = 0; i < 2000; i++) {
      List<PointJudgement> points = new ArrayList<>();
      for (int p = 0; p < 2 + random.nextInt(6); p++) {
        String group = random.nextBoolean() ? "g" : null;
        points.add(
            point(1 + random.nextInt(3), group, VERDICTS.get(random.nextInt(VERDICTS.size()))));
      }
      long inGroup = points.stream().filter(p -> p.point().group() != null).count();
      Rule rule =
          inGroup == 0
              ? Rule.ALL
              : Rule.parse("any " + (1 + random.nextInt((int) inGroup)) + " of g");
      double before = RuleCount.of(points, rule).share();
      int better = random.nextInt(points.size());
      points.set(better, points.get(better).asCovered());
      assertThat(RuleCount.of(points, rule).share())
          .isGreaterThanOrEqualTo(before - 1e-12)
          .isBetween(0.0, 1.0 + 1e-12);
    }
  }

  private static PointJudgement point(double weight, @Nullable String group, Verdict verdict) {
    return new PointJudgement(
        new KeyPoint("a point", List.of(), weight, group),
        verdict,
        verdict.credit(),
        List.of(),
        Set.of(),
        null);
  }
}

package docimo.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import docimo.grading.Grade;
import docimo.screening.EffectiveMark.Source;
import docimo.screening.WeightedScore.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MarksTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private static RecordedGrade grade(@Nullable Double score) {
    return new RecordedGrade(
        "g",
        1,
        "s",
        "q",
        new Grade.Versions("dev", "scorer", "revision", "encoder", "policy"),
        score == null ? Grade.Status.NOT_GRADABLE : Grade.Status.GRADED,
        score,
        score == null ? null : (Double) Math.max(0, score - 0.2),
        score == null ? null : (Double) Math.min(1, score + 0.2),
        0.5,
        NOON,
        null,
        "hash");
  }

  private static HumanMark human(double mark) {
    return new HumanMark("m", 2, "s", "g", HumanMark.Kind.OVERRIDE, "eve", mark, null, "why", NOON);
  }

  private static Standing standing(long sequence, @Nullable Double score) {
    return new Standing("s" + sequence, sequence, "c", "q", true, grade(score), null, false);
  }

  @Test
  void aPersonsMarkGoesBeforeTheMachinesAndHasNoInterval() {
    EffectiveMark mark = EffectiveMark.of(grade(0.2), human(0.9), false);
    assertThat(mark).isEqualTo(new EffectiveMark(0.9, 0.9, 0.9, Source.HUMAN, false));
  }

  @Test
  void noMarkIsNotZero() {
    assertThat(EffectiveMark.of(grade(null), null, true).value()).isNull();
    WeightedScore score =
        WeightedScore.of(
            List.of(new WeightedQuestion("a", 1), new WeightedQuestion("b", 3)),
            Map.of("a", EffectiveMark.of(grade(0.4), null, false)));
    assertThat(score.value()).isEqualTo(0.4);
    assertThat(score.share()).isEqualTo(0.25);
    assertThat(score.status()).isEqualTo(Status.INCOMPLETE);
  }

  @Test
  void scoresAreWeightedAndIntervalsNarrowerThanTheirSum() {
    EffectiveMark low = EffectiveMark.of(grade(0.4), null, false);
    EffectiveMark high = EffectiveMark.of(grade(0.7), null, false);
    WeightedScore score =
        WeightedScore.of(
            List.of(new WeightedQuestion("a", 2), new WeightedQuestion("b", 1)),
            Map.of("a", low, "b", high));
    assertThat(score.value()).isEqualTo(0.5);
    assertThat(score.low()).isEqualTo(0.3509); // 0.5 - 0.2 * sqrt(4 + 1) / 3
    assertThat(score.high()).isEqualTo(0.6491);
    assertThat(score.status()).isEqualTo(Status.COMPLETE);
  }

  @Test
  void thePolicySaysWhichAttemptCounts() {
    List<Standing> attempts =
        List.of(standing(3, null), standing(1, 0.5), standing(2, 0.9), standing(4, 0.9));
    assertThat(sequence(attempts, Resubmission.FIRST)).isEqualTo(1);
    assertThat(sequence(attempts, Resubmission.LAST)).isEqualTo(4);
    assertThat(sequence(attempts, Resubmission.BEST)).isEqualTo(2);
    assertThat(Attempts.counting(List.of(), Resubmission.BEST)).isEmpty();
    assertThat(sequence(List.of(standing(1, null)), Resubmission.BEST)).isEqualTo(1);
  }

  private static long sequence(List<Standing> attempts, Resubmission policy) {
    return Attempts.counting(attempts, policy).orElseThrow().sequence();
  }

  @Test
  void aGradeIsStaleWhenWhatMadeItIsAnother() {
    Grade.Versions made = grade(0.5).versions();
    Grade.Versions now = new Grade.Versions("newer", "scorer", "", "encoder", "other policy");
    assertThat(Staleness.of(made, "revision", now)).isEmpty();
    assertThat(Staleness.of(made, "changed", now)).containsExactly(Staleness.QUESTION);
    assertThat(
            Staleness.of(made, "revision", new Grade.Versions("dev", "scorer", "", null, "policy")))
        .containsExactly(Staleness.ENCODER);
  }

  @Test
  void archivedScreeningsStayArchived() {
    assertThat(ScreeningState.OPEN.mayBecome(ScreeningState.ARCHIVED)).isFalse();
    assertThat(ScreeningState.CLOSED.mayBecome(ScreeningState.OPEN)).isTrue();
    for (ScreeningState next : ScreeningState.values()) {
      assertThat(ScreeningState.ARCHIVED.mayBecome(next)).isFalse();
    }
  }

  @Test
  void textsAreKeptForHalfAYearAtLeast() {
    assertThat(new Retention(183).cutoff(NOON)).isEqualTo(Instant.parse("2026-05-25T12:00:00Z"));
    assertThatThrownBy(() -> new Retention(182)).isInstanceOf(InvalidValueException.class);
  }

  @Test
  void textsThatNoDatabaseKeepsStayAsLong() {
    String text = "a\u0000\uD83D\uDE00\uD83D b\uDE00";
    assertThat(Texts.storable(text)).isEqualTo("a\uFFFD\uD83D\uDE00\uFFFD b\uFFFD");
    assertThat(Texts.storable("plain")).isEqualTo("plain");
  }
}

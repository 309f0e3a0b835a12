package docimo.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import docimo.grading.Familiarity.Range;
import docimo.grading.Familiarity.Strangeness;
import docimo.grading.Grade.Stats;
import docimo.grading.ScoringModel.Component;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class FamiliarityTest {

  private static final Familiarity FAMILIAR =
      new Familiarity(
          Map.of(
              Familiarity.WORDS,
              new Range(2, 102),
              Familiarity.FORMULAS,
              new Range(0, 0.2),
              "keyword_coverage",
              new Range(0, 0.9)));

  @Test
  void distanceIsInWidthsOfTheRange() {
    Range range = new Range(2, 102);

    assertThat(range.distance(2)).isZero();
    assertThat(range.distance(102)).isZero();
    assertThat(range.distance(1)).isEqualTo(0.01);
    assertThat(range.distance(152)).isEqualTo(0.5);
  }

  @Test
  void theMeasureFarthestOutsideIsTold() {
    assertThat(strangest(0.95, new Stats(20, 2, 0, 0, 12)))
        .isEqualTo(new Strangeness(Familiarity.FORMULAS, 0.6, new Range(0, 0.2)));
    assertThat(strangest(0.5, new Stats(302, 2, 0, 0, 12)))
        .isEqualTo(new Strangeness(Familiarity.WORDS, 302, new Range(2, 102)));
  }

  @Test
  void anAnswerInsideAllRangesIsNotStrangeHoweverManyWordsAreUnknown() {
    Map<String, Double> measures = Familiarity.measures(signals(0.5), new Stats(20, 2, 0, 20, 2));

    assertThat(FAMILIAR.strangest(measures)).isEmpty();
    assertThat(measures)
        .containsEntry(Familiarity.UNKNOWN_WORDS, 1.0)
        .containsEntry(Familiarity.FORMULAS, 0.1)
        .containsEntry(Familiarity.WORDS, 20.0)
        .containsEntry("keyword_coverage", 0.5);
  }

  @Test
  void aRangeMustRise() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Range(1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Range(0, Double.NaN));
  }

  @Test
  void modelsMaySayWhatTheyWereFittedOn() throws IOException {
    String model =
        "version = t\nweight.keyword_coverage = 1\nverdict.covered = 0.5\nverdict.partial = 0.4\n";

    assertThat(read(model).familiarity()).isNull();
    assertThat(read(model + "familiar.words = 2 102\n").familiarity())
        .isEqualTo(new Familiarity(Map.of(Familiarity.WORDS, new Range(2, 102))));
    assertThatThrownBy(() -> read(model + "familiar.words = 2\n"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("familiar.words");
    assertThatThrownBy(() -> read(model + "familiar.words = 9 2\n"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("range must rise");
  }

  @Test
  void anAnswerMadeOfUnknownWordsOrMuchTooLongGoesToAPerson() {
    String stream = "Dropout switches off random neurons during training, and all work later. ";

    assertThat(reasons(stream)).isEmpty();
    assertThat(reasons(stream.repeat(80))).contains(ReviewReason.UNFAMILIAR_ANSWER);
    assertThat(
            reasons("Dropout switches off random blurgons, zaptrons, frimples, quorbits, snarps."))
        .contains(ReviewReason.UNFAMILIAR_ANSWER);
  }

  private static List<ReviewReason> reasons(String answer) {
    return Graders.grade(Graders.DROPOUT, answer).review().reasons().stream()
        .map(Grade.ReviewReasonGiven::code)
        .toList();
  }

  private static Strangeness strangest(double coverage, Stats stats) {
    return Objects.requireNonNull(
        FAMILIAR.strangest(Familiarity.measures(signals(coverage), stats)).orElse(null));
  }

  private static List<Component> signals(double coverage) {
    return List.of(new Component("keyword_coverage", coverage, 1, coverage));
  }

  private static ScoringModel read(String text) throws IOException {
    return ScoringModel.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}

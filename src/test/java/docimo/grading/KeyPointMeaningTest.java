package docimo.grading;

import static docimo.grading.Graders.grade;
import static docimo.grading.Graders.question;
import static org.assertj.core.api.Assertions.assertThat;

import docimo.question.KeyPoint;
import docimo.question.Question;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Key points by their meaning, with the encoder that ships. */
final class KeyPointMeaningTest {

  private static final Question DROPOUT =
      question(
          "How does dropout work?",
          "Random neurons are switched off while the network learns. At test time all are used.",
          "all",
          KeyPoint.of("random neurons are switched off while the network learns"),
          KeyPoint.of("all neurons are used at test time"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Neurons are disabled by chance in training. | Neurons",
        "A few randomly chosen nodes are turned off during the learning phase. | turned",
        "While it trains, arbitrary cells of the net get deactivated. | net"
      })
  void aPointInOtherWordsIsFoundAndTheWordsAreShown(String answer, String quoted) {
    Grade.KeyPointResult point = first(grade(DROPOUT, answer));

    assertThat(point.verdict()).isNotEqualTo(Verdict.MISSING);
    assertThat(String.join(" ", quotes(point))).contains(quoted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "While it trains, arbitrary cells of the net get deactivated.",
        "At test time every unit is active."
      })
  void aPointThatIsNotMissingShowsItsEvidence(String answer) {
    List<Grade.KeyPointResult> points = grade(DROPOUT, answer).keyPoints();

    assertThat(points).anyMatch(point -> point.verdict() != Verdict.MISSING);
    for (Grade.KeyPointResult point : points) {
      assertThat(point.evidence().isEmpty()).isEqualTo(point.verdict() == Verdict.MISSING);
    }
  }

  @Test
  void theDenialOfAPointEarnsLessThanThePoint() {
    double said = first(grade(DROPOUT, "Neurons are disabled by chance in training.")).coverage();
    double denied =
        first(grade(DROPOUT, "Neurons are never disabled by chance in training.")).coverage();

    assertThat(denied).isLessThan(said);
  }

  @Test
  void somethingElseIsNoPointAndHasNoEvidence() {
    Grade.KeyPointResult point =
        first(grade(DROPOUT, "The release was late because the customer changed his mind."));

    assertThat(point.verdict()).isEqualTo(Verdict.MISSING);
    assertThat(point.evidence()).isEmpty();
  }

  @Test
  void whatStandsFarApartIsNotReadTogether() {
    String filler = " The weather was fine. We had lunch. The train was late.";
    double together = first(grade(DROPOUT, "Units are chosen by chance and disabled.")).coverage();
    double apart =
        first(grade(DROPOUT, "Units are chosen." + filler + " Something is disabled.")).coverage();

    assertThat(apart).isLessThan(together);
  }

  private static Grade.KeyPointResult first(Grade grade) {
    return grade.keyPoints().get(0);
  }

  private static List<String> quotes(Grade.KeyPointResult point) {
    return point.evidence().stream().map(Grade.Evidence::quote).toList();
  }
}

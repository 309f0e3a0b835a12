package docimo.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationTest {

  @Test
  void marksLieOnTheLineBetweenTwoKnots() {
    Calibration calibration = Calibration.parse("0=0 0.5=0.2 1=0.9");
    assertThat(calibration.mark(0)).isZero();
    assertThat(calibration.mark(0.25)).isCloseTo(0.1, within(1e-12));
    assertThat(calibration.mark(0.75)).isCloseTo(0.55, within(1e-12));
    assertThat(calibration.mark(2)).isCloseTo(0.9, within(1e-12));
  }

  @Test
  void aHigherMeanNeverGetsALowerMark() {
    Calibration calibration = Calibration.parse("0=0 0.2=0 0.4=0.5 0.6=0.5 1=1");
    Random random = new Random(11);
    for (int i = 0; i < 1_000; i++) {
      double low = random.nextDouble();
      double high = low + (1 - low) * random.nextDouble();
      assertThat(calibration.mark(high)).isGreaterThanOrEqualTo(calibration.mark(low));
    }
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    Calibration calibration = Calibration.parse("0=0 0.3=0.25 1=1");
    assertThat(Calibration.parse(calibration.toString())).isEqualTo(calibration);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0=0",
        "0=0.1 1=1",
        "0=0 0.5=0.6 0.4=0.7 1=1",
        "0=0 0.5=0.6 1=0.5",
        "x",
        "0=0 1=2"
      })
  void whatDoesNotRiseFromZeroToOneIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Calibration.parse(text));
  }

  @Test
  void anIntervalHoldsTheScoreAndStaysBetweenZeroAndOne() {
    HeldOutErrors errors =
        new HeldOutErrors(0.8, Collections.nCopies(10, -0.3), Collections.nCopies(10, 0.2));
    assertThat(errors.interval(0.5)).isEqualTo(List.of(0.2, 0.7));
    assertThat(errors.interval(0.1)).isEqualTo(List.of(0.0, 0.3));
    assertThat(errors.interval(1)).isEqualTo(List.of(0.7, 1.0));
  }

  @Test
  void anIntervalThatDoesNotHoldTheScoreIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new HeldOutErrors(0.8, Collections.nCopies(10, 0.1), Collections.nCopies(10, 0.2)));
  }
}

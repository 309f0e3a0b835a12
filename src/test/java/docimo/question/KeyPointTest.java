package docimo.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyPointTest {

  @Test
  void aPlainPointWeighsOneAndStandsAlone() {
    assertThat(KeyPoint.of("last in, first out"))
        .isEqualTo(new KeyPoint("last in, first out", List.of(), 1, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void aBlankLabelIsRefused(String label) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KeyPoint.of(label))
        .withMessageContaining("label that is not blank");
  }

  @Test
  void aBlankPhrasingIsRefusedByTheNameOfItsPoint() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KeyPoint("grows", List.of("gets bigger", " "), 1, null))
        .withMessageContainingAll("'grows'", "blank phrasing");
  }

  @Test
  void aBlankGroupIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KeyPoint("grows", List.of(), 1, " "))
        .withMessageContainingAll("'grows'", "blank group");
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {0, -0.0, -1, 0.000_999, 1000.1, 1e308, Double.NaN, Double.POSITIVE_INFINITY})
  void aWeightOutsideItsRangeIsRefused(double weight) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KeyPoint("grows", List.of(), weight, null))
        .withMessageContainingAll("'grows'", "weight from 0.001 to 1000", String.valueOf(weight));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.001, 0.5, 1000})
  void anyOtherWeightIsTaken(double weight) {
    assertThat(new KeyPoint("grows", List.of(), weight, null).weight()).isEqualTo(weight);
  }

  @Test
  void phrasingsAreCopiedAndCannotBeChanged() {
    List<String> phrasings = new ArrayList<>(List.of("gets bigger"));
    KeyPoint point = new KeyPoint("grows", phrasings, 1, null);
    phrasings.add("shrinks");
    assertThat(point.phrasings()).containsExactly("gets bigger");
    assertThatThrownBy(() -> point.phrasings().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}

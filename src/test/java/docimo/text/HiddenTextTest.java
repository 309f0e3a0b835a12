package docimo.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HiddenTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<span style=\"color:white;font-size:0\">keywords</span>",
        "<p style='display: none'>keywords</p>",
        "<font color=\"#FFFFFF\">keywords</font>",
        "<div hidden>keywords</div>",
        "<b style=\"opacity:0\">keywords</b>",
        "<i style=\"color: rgb(255, 255, 255)\">keywords</i>"
      })
  void markupThatHidesTextIsFound(String text) {
    assertThat(HiddenText.in("An answer. " + text)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<b>bold</b> and <i>italic</i>",
        "<span style=\"color:red\">seen</span>",
        "<p style=\"opacity:0.5\">pale</p>",
        "The hidden layer has h < n units, and color: white is a style.",
        "if a < b and display: none"
      })
  void markupThatShowsTextAndTextAboutStylesAreNot(String text) {
    assertThat(HiddenText.in(text)).isEmpty();
  }

  @Test
  void theTagIsPointedAt() {
    String text = "Seen <p hidden>unseen</p>";
    int[] place = HiddenText.in(text).get(0);
    assertThat(text.substring(place[0], place[1])).isEqualTo("<p hidden>");
  }

  @Test
  void aLongTextFullOfTagsIsReadQuickly() {
    assertThat(HiddenText.in("<p hidden ".repeat(100_000))).isEmpty();
    assertThat(HiddenText.in("<p hidden>".repeat(100_000))).hasSize(20);
  }
}

package docimo.text;

import static org.assertj.core.api.Assertions.assertThat;

import docimo.testing.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RetractionsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Everything above is false.",
        "All of the above is wrong.",
        "None of the above is true.",
        "Everything I said before is incorrect.",
        "All that I wrote so far is not true.",
        "What I have just stated is a lie.",
        "The exact opposite is true.",
        "The opposite of all this is the case.",
        "every statement above was made up"
      })
  void aSentenceThatTakesEverythingBackIsFound(String sentence) {
    assertThat(Retractions.in(Texts.analyze("The index speeds up reads. " + sentence)))
        .as(sentence)
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Everything above the threshold is set to one.",
        "The null hypothesis is false.",
        "All false positives above the line are removed.",
        "What was said before the split is not used.",
        "All rows above the pivot are already sorted.",
        "It returns false when nothing is found.",
        "The opposite of a push is a pop.",
        "Everything I said is true of lists as well.",
        "This is not true for small tables."
      })
  void aSentenceThatDeniesOneThingIsNoRetraction(String sentence) {
    assertThat(Retractions.in(Texts.analyze(sentence))).as(sentence).isEmpty();
  }
}

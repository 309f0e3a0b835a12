package docimo.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import docimo.testing.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AntonymsTest {

  private static final Antonyms SHIPPED = Texts.shippedAntonyms();

  @ParameterizedTest
  @CsvSource({
    "increases, decrease",
    "decreased, increase",
    "faster, slow",
    "before, after",
    "without, with",
    "more, less",
    "closed, open"
  })
  void knowsOppositesInWhateverFormTheyStand(String word, String opposite) {
    assertThat(SHIPPED.of(Texts.token("It " + word + " so.", word))).contains(opposite);
  }

  @Test
  void eachPairCountsInBothDirections() throws IOException {
    Antonyms antonyms = read("# a comment\n\ncold\thot\twarm\n");
    assertThat(antonyms.of(Texts.token("It is cold.", "cold"))).containsOnly("hot", "warm");
    assertThat(antonyms.of(Texts.token("It is warm.", "warm"))).containsOnly("cold");
  }

  @Test
  void aWordThatIsNotListedHasNoOpposite() {
    assertThat(SHIPPED.of(Texts.token("A kernel runs.", "kernel"))).isEmpty();
    assertThat(Antonyms.NONE.of(Texts.token("It is cold.", "cold"))).isEmpty();
  }

  @Test
  void refusesAWordWithoutAnOpposite() {
    assertThatIOException()
        .isThrownBy(() -> read("cold\n"))
        .withMessage("not a table of antonyms: a word without an opposite");
  }

  private static Antonyms read(String table) throws IOException {
    return Antonyms.read(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
  }
}

package docimo.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import docimo.testing.Texts;
import docimo.text.Token;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderAgreementTest {

  private static final String KEY = "The encoder compresses images, the decoder restores pixels.";

  @Test
  void theSameOrderAgreesAndTheReverseDoesNot() {
    assertThat(of("encoder compresses images decoder restores pixels"))
        .isEqualTo(new OrderAgreement(1, 5, 1));
    assertThat(of("pixels restores decoder images compresses encoder"))
        .isEqualTo(new OrderAgreement(1, 5, 0));
  }

  @Test
  void anotherOrderOfSentencesKeepsMostPairs() {
    assertThat(of("The decoder restores pixels; the encoder compresses images.").agreement())
        .isEqualTo(0.8);
  }

  @Test
  void wordsOfOnesOwnStandBetweenPairs() {
    assertThat(of("The encoder, say, squeezes images."))
        .isEqualTo(new OrderAgreement(2.0 / 3, 0, 1));
  }

  private static OrderAgreement of(String answer) {
    return OrderAgreement.of(tokens(answer), OrderAgreement.reference(tokens(KEY)));
  }

  private static List<Token> tokens(String text) {
    return Texts.analyze(text).tokens().toList();
  }
}

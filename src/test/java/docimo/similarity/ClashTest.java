package docimo.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import docimo.testing.Texts;
import docimo.text.AnalyzedText;
import docimo.text.Token;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClashTest {

  private static final Antonyms ANTONYMS = Texts.shippedAntonyms();

  @ParameterizedTest
  @CsvSource({
    "The learning rate decreases over time., The learning rate increases over time., increases",
    "The lock is taken before the read., The lock is taken after the read., after",
    "It needs more memory., It needs less memory., less"
  })
  void anOppositeWordClashesAndIsPointedAt(String statement, String sentence, String word) {
    Clash clash = clash(statement, sentence);

    assertThat(clash.opposite()).isPositive();
    assertThat(clash.evidence()).extracting(Token::text).containsExactly(word);
  }

  @ParameterizedTest
  @CsvSource({
    "The valve is open., The valve is not closed.",
    "The rate goes from high to low., The rate is low.",
    "The valve is open., 'The valve, once closed, is open.'"
  })
  void aDeniedOppositeOrBothWordsTogetherAreNoClash(String statement, String sentence) {
    assertThat(clash(statement, sentence).opposite()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "The index speeds up reads., The index does not speed up reads.",
    "The method never reaches the optimum., The method reaches the optimum."
  })
  void wordsUnderTheOppositePolarityAreDenied(String statement, String sentence) {
    assertThat(clash(statement, sentence).denied()).isPositive();
    assertThat(clash(statement, statement).denied()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "The search fails to reach the goal., The search does not fail to reach the goal., true",
    "Dropout prevents the network from overfitting., Dropout keeps the network from overfitting., false",
    "It is common., It is not uncommon., false"
  })
  void aDoubleNegationIsRead(String statement, String sentence, boolean denied) {
    assertThat(clash(statement, sentence).denied() > 0).isEqualTo(denied);
  }

  @ParameterizedTest
  @CsvSource({
    "The output lies between 0 and 1., The output lies between 3 and 1., 1",
    "The output lies between 0 and 1., The output lies between 1 and 0., 0",
    "It takes 2 seconds., It takes 2000 ms., 0",
    "It takes 2 seconds., It takes 3 seconds., 1",
    "It takes 2 seconds., It takes 3 steps., 0",
    "It takes a while., It takes 3 seconds., 0"
  })
  void anotherNumberOfTheSameUnitClashes(String statement, String sentence, double expected) {
    assertThat(clash(statement, sentence).number()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "The client sends the server a certificate., The client sends the server a certificate., false",
    "The encoder compresses the image., The image compresses the encoder., true",
    "The encoder compresses the image., The image is compressed by the encoder., false",
    "The encoder compresses the image., The encoder is compressed by the image., true",
    "The decoder rebuilds the input from the code., The decoder rebuilds the code from the input., true"
  })
  void exchangedRolesClashAndAPassiveIsNoExchange(
      String statement, String sentence, boolean exchanged) {
    assertThat(clash(statement, sentence).roles() > 0).isEqualTo(exchanged);
  }

  private static Clash clash(String statement, String sentence) {
    AnalyzedText meant = Texts.analyze(statement);
    AnalyzedText said = Texts.analyze(sentence);
    return new Clash.Finder(null, ANTONYMS).find(meant.sentences(), null, said.sentences().get(0));
  }
}

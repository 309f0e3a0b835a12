package docimo.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import docimo.testing.Texts;
import docimo.text.Token;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AcronymTableTest {

  @Test
  void anAcronymThatATextIntroducesStandsForItsLongForm() {
    AcronymTable table = table("A rectified linear unit (ReLU) is cheap.");
    assertThat(table.longForm(token("ReLU"), false)).containsExactly("rectifi", "linear", "unit");
    assertThat(table.longForm(token("ReLUs"), false)).containsExactly("rectifi", "linear", "unit");
  }

  @Test
  void initialsOfAdjacentWordsMayStandForThem() {
    AcronymTable table = table("Batch normalization rescales inputs.");
    assertThat(table.longForm(token("BN"), false)).containsExactly("batch", "normal");
  }

  @Test
  void functionWordsAndSentenceEndsPartTheInitials() {
    AcronymTable table = table("The batch of normal rows. Batch. Normal.");
    assertThat(table.longForm(token("BN"), false)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"bn", "Bn", "BNX", "B", "NB"})
  void onlyCapitalsWithTheRightLettersAreReadAsInitials(String word) {
    assertThat(table("Batch normalization rescales inputs.").longForm(token(word), false))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Information theory is used., IT", "Output regression is used., OR"})
  void aFunctionWordInCapitalsIsNotReadAsInitials(String text, String word) {
    assertThat(table(text).longForm(token(word), false)).isEmpty();
  }

  @Test
  void inATextInCapitalsOnlyIntroducedAcronymsCount() {
    AcronymTable table = table("Batch normalization (BNO) rescales linear units.");
    assertThat(table.longForm(token("LU"), true)).isEmpty();
    assertThat(table("A random forest (RF) votes.").longForm(token("RF"), true)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'IT IS GOOD OR NICE TO HAVE THIS, MORE OR LESS', true",
    "'PLEASE use LU AND BN', true",
    "'TCP and UDP', false",
    "'TCP, UDP, IP', false",
    "'ACID', false",
    "'It is NOT the same', false",
    "'', false"
  })
  void aTextIsShoutedWhenMostOfItIsInCapitals(String text, boolean shouted) {
    assertThat(AcronymTable.isShouted(Texts.analyze(text).tokens().toList())).isEqualTo(shouted);
  }

  @Test
  void theFirstTextIsRightWhereTextsDisagree() {
    AcronymTable table = table("A random forest (RF) votes.", "A radio frequency (RF) wave.");
    assertThat(table.longForm(token("RF"), false)).containsExactly("random", "forest");
  }

  @Test
  void theReferenceIsRightWhereTheAnswerDisagrees() {
    AcronymTable reference = table("A random forest (RF) votes.");
    AcronymTable both =
        reference.and(Texts.analyze("A radio frequency (RF) wave hits a neural net (NN)."));
    assertThat(both.longForm(token("RF"), false)).containsExactly("random", "forest");
    assertThat(both.longForm(token("NN"), false)).containsExactly("neural", "net");
  }

  @Test
  void whatTheReferenceOnlyImpliesGivesWayToWhatTheAnswerIntroduces() {
    AcronymTable reference = table("Batch normalization rescales inputs.");
    AcronymTable both = reference.and(Texts.analyze("A Bayesian network (BN) is a graph."));
    assertThat(both.longForm(token("BN"), false)).containsExactly("bayesian", "network");
  }

  private static AcronymTable table(String... texts) {
    return AcronymTable.of(Stream.of(texts).map(Texts::analyze).toList());
  }

  private static Token token(String word) {
    List<Token> tokens = Texts.analyze("The " + word + " here.").tokens().toList();
    return tokens.get(1);
  }
}

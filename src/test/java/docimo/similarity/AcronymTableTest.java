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
    assertThat(table.longForm(token("ReLU"))).containsExactly("rectifi", "linear", "unit");
    assertThat(table.longForm(token("ReLUs"))).containsExactly("rectifi", "linear", "unit");
  }

  @Test
  void initialsOfAdjacentWordsMayStandForThem() {
    AcronymTable table = table("Batch normalization rescales inputs.");
    assertThat(table.longForm(token("BN"))).containsExactly("batch", "normal");
  }

  @Test
  void functionWordsAndSentenceEndsPartTheInitials() {
    AcronymTable table = table("The batch of normal rows. Batch. Normal.");
    assertThat(table.longForm(token("BN"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"bn", "Bn", "BNX", "B", "NB"})
  void onlyCapitalsWithTheRightLettersAreReadAsInitials(String word) {
    assertThat(table("Batch normalization rescales inputs.").longForm(token(word))).isEmpty();
  }

  @Test
  void theFirstTextIsRightWhereTextsDisagree() {
    AcronymTable table = table("A random forest (RF) votes.", "A radio frequency (RF) wave.");
    assertThat(table.longForm(token("RF"))).containsExactly("random", "forest");
  }

  @Test
  void theReferenceIsRightWhereTheAnswerDisagrees() {
    AcronymTable reference = table("A random forest (RF) votes.");
    AcronymTable both =
        reference.and(Texts.analyze("A radio frequency (RF) wave hits a neural net (NN)."));
    assertThat(both.longForm(token("RF"))).containsExactly("random", "forest");
    assertThat(both.longForm(token("NN"))).containsExactly("neural", "net");
  }

  @Test
  void whatTheReferenceOnlyImpliesGivesWayToWhatTheAnswerIntroduces() {
    AcronymTable reference = table("Batch normalization rescales inputs.");
    AcronymTable both = reference.and(Texts.analyze("A Bayesian network (BN) is a graph."));
    assertThat(both.longForm(token("BN"))).containsExactly("bayesian", "network");
  }

  private static AcronymTable table(String... texts) {
    return AcronymTable.of(Stream.of(texts).map(Texts::analyze).toList());
  }

  private static Token token(String word) {
    List<Token> tokens = Texts.analyze("The " + word + " here.").tokens().toList();
    return tokens.get(1);
  }
}

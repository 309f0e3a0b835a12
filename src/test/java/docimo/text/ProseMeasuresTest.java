package docimo.text;

import static org.assertj.core.api.Assertions.assertThat;

import docimo.testing.Texts;
import org.junit.jupiter.api.Test;

class ProseMeasuresTest {

  private static final WordOrder ORDER = WordOrder.load();
  private static final String PROSE =
      "A bridge carries the road over a river, and its arches hand the weight on to the banks.";

  @Test
  void proseIsInOrderAndItsWordsBackwardsAreNot() {
    assertThat(order(PROSE).association()).isPositive();
    String backwards =
        "banks the to on weight the hand arches its and river a over road the carries";
    assertThat(order(backwards).association()).isNegative();
  }

  @Test
  void noTextHasNoNeighbours() {
    assertThat(order("")).isEqualTo(new WordOrder.Measure(0, 0));
  }

  @Test
  void listsHaveSingleWordsAndProseHasFunctionWords() {
    Listing list = listing("bridge, road, river; arches\n- weight\n- banks");
    assertThat(list.aloneShare()).isEqualTo(1);
    assertThat(list.functionShare()).isZero();
    Listing prose = listing(PROSE);
    assertThat(prose.functionShare()).isGreaterThan(0.4);
    assertThat(prose.aloneShare() + prose.rowShare()).isZero();
  }

  @Test
  void rowsOfContentWordsAreCountedFromSixOn() {
    assertThat(listing("red green blue black white").rowShare()).isZero();
    assertThat(listing("red green blue black white brown").rowShare()).isEqualTo(1);
    assertThat(listing("red green blue of black white brown").rowShare()).isZero();
  }

  @Test
  void sentencesThatSayNothingOfAKeywordAreTemplates() {
    Templates templates =
        Templates.of(
            Texts.analyze(
                "It is about rivers. One should consider arches. Banks are important. It is about"
                    + " roads. It is about weight. It is about stone."));
    assertThat(templates.empty()).hasSize(6);
    assertThat(templates.share()).isEqualTo(1);
  }

  @Test
  void sentencesThatSaySomethingAreNoTemplates() {
    assertThat(
            Templates.of(
                    Texts.analyze(
                        "The arch carries weight. The road crosses the river. It lasts because"
                            + " stone is hard."))
                .empty())
        .isEmpty();
  }

  @Test
  void whatWasSaidBeforeIsRepeatedHoweverItIsOrdered() {
    assertThat(Repetition.of(Texts.analyze(PROSE)).words()).isZero();
    assertThat(Repetition.of(Texts.analyze(PROSE + " " + PROSE)).share()).isEqualTo(0.5);
    Repetition reordered =
        Repetition.of(Texts.analyze("Arches carry heavy roads. Heavy roads, arches carry."));
    assertThat(reordered.share()).isEqualTo(0.5);
    assertThat(reordered.sentences()).hasSize(1);
  }

  private static WordOrder.Measure order(String text) {
    return ORDER.of(Texts.analyze(text).sentences());
  }

  private static Listing listing(String text) {
    return Listing.of(Texts.analyze(text).sentences());
  }
}

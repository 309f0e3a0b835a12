package docimo.text;

import static org.assertj.core.api.Assertions.assertThat;

import docimo.testing.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class TokensTest {

  static List<String> lines() {
    return Texts.lines(TokensTest.class, "tokens.txt");
  }

  /** The lines of tokens.txt: a case is added by adding a line. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("lines")
  void textIsCutIntoTheseTokens(String line) {
    String[] sides = line.split(" => ");
    assertThat(written(sides[0])).isEqualTo(sides[1]);
  }

  private static String written(String text) {
    return Texts.analyze(text)
        .tokens()
        .filter(token -> token.kind() != Token.Kind.PUNCTUATION)
        .map(TokensTest::written)
        .collect(Collectors.joining(" "));
  }

  private static String written(Token token) {
    String kind = token.kind().name().toLowerCase(Locale.ROOT) + ":";
    return (token.kind() == Token.Kind.WORD ? "" : kind) + token.text();
  }

  @ParameterizedTest
  @CsvSource({
    "We normalise it, We normalize it",
    "the colour fades, the color fades",
    "each behaviour counts, each behavior counts",
    "in the centre, in the center",
    "the labelled rows, the labeled rows",
    "we analysed it, we analyzed it",
    "a catalogue of it, a catalog of it",
    "its optimisation, its optimization",
    "a defence holds, a defense holds",
    "two metres long, two meters long"
  })
  void britishAndAmericanSpellingHaveTheSameTerms(String british, String american) {
    assertThat(terms(british)).isEqualTo(terms(american));
  }

  @ParameterizedTest
  @CsvSource({"four hours, for hors", "a promise, a prom", "the source, the sorce"})
  void wordsThatOnlyLookBritishAreNotBentIntoOthers(String one, String other) {
    assertThat(terms(one)).isNotEqualTo(terms(other));
  }

  @ParameterizedTest
  @CsvSource({
    "it converges, they converged, converg",
    "one index, many indexes, index",
    "it was split, they split, split",
    "a query, two queries, queri"
  })
  void formsOfOneWordShareATerm(String one, String other, String shared) {
    assertThat(terms(one)).contains(shared);
    assertThat(terms(other)).contains(shared);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,000 ms | 1s",
        "a thousand | 1000",
        "10% | 0.1",
        "10 percent | 10%",
        "1e-3 | 0.001",
        "2 kB | 2048 bytes",
        "60 minutes | 1 h",
        "five million | 5,000,000",
        "2.5 million | 2500000",
        "twenty-five | 25",
        "two hundred thousand five hundred | 200500",
        "three hundred twenty five ms | 325 ms",
        "one second | 1 s",
        "One byte | 1 byte",
        "two seconds | 2 s",
        "2 second | 2 s",
        "8 Mb | 1 MB",
        "100 mb | 100 MB"
      })
  void equalQuantitiesShareATerm(String one, String other) {
    assertThat(quantities(one)).isNotEmpty().isSubsetOf(quantities(other));
  }

  @ParameterizedTest
  @CsvSource({
    "10, 10%",
    "10 ms, 10 s",
    "5 m, 5 minutes",
    "3, -3",
    "1.5, 15",
    "five million, 5",
    "five million, 1000000",
    "100 Mb, 100 MB",
    "2 Gb, 2 GB",
    "The two second layers, 2 s",
    "two three, 23",
    "100 two, 102"
  })
  void otherQuantitiesDoNot(String one, String other) {
    assertThat(quantities(one)).doesNotContainAnyElementsOf(quantities(other));
  }

  @Test
  void oneIsANumberOnlyBeforeTheNameOfAUnit() {
    assertThat(quantities("This one is the one s")).isEmpty();
    assertThat(Texts.token("It took one second", "second").isContent()).isFalse();
  }

  @Test
  void aNumberInSeveralWordsIsQuotedWhole() {
    assertThat(quoted("About five million rows, two  thousand ms"))
        .containsExactly("five million", "two  thousand");
    assertThat(quoted("two three four")).containsExactly("two", "three", "four");
  }

  @Test
  void aUnitThatTouchesItsNumberIsQuotedWithIt() {
    String text = "It dropped by 10% to 20ms.";
    assertThat(quoted(text)).containsExactly("10%", "20ms");
    assertThat(quoted("10 % of 20 ms")).containsExactly("10", "20");
  }

  @Test
  void aUnitCountsNothingBesideItsNumber() {
    assertThat(Texts.token("It took 20 ms", "ms").isContent()).isFalse();
    assertThat(Texts.token("The unit ms is short", "ms").isContent()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Batch Normalization (BN) helps. | bn | batch normal",
        "We use BN (batch normalization) here. | bn | batch normal",
        "A rectified linear unit (ReLU) fires. | relu | rectifi linear unit",
        "Convolutional neural networks (CNNs) see. | cnn | convolut neural network",
        "The rate of false alarms (RFA) falls. | rfa | rate fals alarm"
      })
  void anAcronymIsTiedToTheWordsThatItStandsFor(String text, String acronym, String terms) {
    assertThat(Texts.analyze(text).acronyms())
        .containsOnlyKeys(acronym)
        .containsEntry(acronym, List.of(terms.split(" ")));
  }

  @ParameterizedTest
  @CsvSource({
    "'Batch Normalization (XY) helps.'",
    "'It is a heap (BIG).'",
    "'Run it (NOW) again.'"
  })
  void bracketsThatSpellNothingIntroduceNoAcronym(String text) {
    assertThat(Texts.analyze(text).acronyms()).isEmpty();
  }

  @Test
  void aCompoundIsFoundUnderItsPartsUnlessAPrefixChangesItsMeaning() {
    assertThat(Texts.token("a mini-batch here", "mini-batch").parts()).contains("mini", "batch");
    assertThat(Texts.token("a non-linear map", "non-linear").parts()).isEmpty();
  }

  @Test
  void codeIsFoundUnderItsWords() {
    assertThat(Texts.token("call hashCode() now", "hashCode()").parts()).contains("hash", "code");
    assertThat(Texts.token("a List<String> here", "List<String>").parts())
        .contains("list", "string");
  }

  @Test
  void functionWordsAreNoContent() {
    assertThat(Texts.analyze("It is not the same as with this one").tokens())
        .noneMatch(Token::isContent);
  }

  private static List<String> terms(String text) {
    return Texts.analyze(text).tokens().flatMap(token -> token.terms().stream()).toList();
  }

  private static List<String> quantities(String text) {
    return Texts.analyze(text).tokens().filter(t -> t.quantity() != null).map(Token::term).toList();
  }

  private static List<String> quoted(String text) {
    AnalyzedText read = Texts.analyze(text);
    return read.tokens()
        .filter(token -> token.quantity() != null)
        .map(token -> read.quote(token.start(), token.end()))
        .toList();
  }
}

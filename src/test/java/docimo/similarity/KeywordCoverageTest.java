package docimo.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import docimo.testing.Texts;
import docimo.text.AnalyzedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class KeywordCoverageTest {

  private static final TermWeights WEIGHTS = Texts.shippedWeights();

  private static final String REFERENCE =
      "Batch normalization rescales the inputs of each layer, so training tolerates a learning rate"
          + " of 0.1 and doesn't need dropout.";

  static IntStream seeds() {
    return IntStream.range(0, 100);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void oneMoreWordOfTheReferenceNeverLowersIt(int seed) {
    RandomProse prose = new RandomProse(seed);
    Keywords keywords = keywords(RandomProse.text(prose.words(8)), "");
    List<String> said = new ArrayList<>();
    double before = coverage(keywords, "").value();
    assertThat(before).isZero();
    for (String word : prose.words(12)) {
      said.add(word);
      double after = coverage(keywords, RandomProse.text(said)).value();
      assertThat(after).isBetween(before, 1.0);
      before = after;
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfTheAnswerDoesNotMatter(int seed) {
    RandomProse prose = new RandomProse(seed);
    Keywords keywords = keywords(RandomProse.text(prose.words(8)), "");
    List<String> said = prose.words(6);
    assertThat(coverage(keywords, RandomProse.text(prose.shuffled(said))).value())
        .isEqualTo(coverage(keywords, RandomProse.text(said)).value());
  }

  @Test
  void theReferenceCoversItselfAndNothingCoversNothing() {
    Keywords keywords = keywords(REFERENCE, "");
    assertThat(coverage(keywords, REFERENCE).value()).isEqualTo(1);
    assertThat(coverage(keywords, REFERENCE).missing()).isEmpty();
    assertThat(coverage(keywords, "").value()).isZero();
    assertThat(coverage(keywords, "").missing()).isEqualTo(keywords.all());
    assertThat(coverage(keywords("", ""), REFERENCE).value()).isZero();
  }

  @Test
  void everyKeywordIsEitherMatchedOrMissing() {
    Keywords keywords = keywords(REFERENCE, "");
    KeywordCoverage coverage = coverage(keywords, "It rescales inputs while training.");
    List<Keyword> both = new ArrayList<>(coverage.missing());
    coverage.matched().forEach(match -> both.add(match.keyword()));
    assertThat(both).containsExactlyInAnyOrderElementsOf(keywords.all());
    double found = coverage.matched().stream().mapToDouble(match -> match.keyword().weight()).sum();
    assertThat(coverage.value()).isCloseTo(found / keywords.totalWeight(), within(1e-12));
  }

  @Test
  void wordsOfTheQuestionEarnNothing() {
    Keywords keywords = keywords("A stack is last in, first out.", "What is a stack?");
    assertThat(coverage(keywords, "A stack is a stack.").value()).isZero();
    assertThat(coverage(keywords, "The last in is first out.").value()).isEqualTo(1);
  }

  @Test
  void wordsOfTheQuestionCountWhenThereAreNoOthers() {
    Keywords keywords = keywords("A stack.", "Is it a stack or a queue?");
    assertThat(keywords.sayMoreThan(Keywords.asked(Texts.analyze("Is it a stack?")))).isFalse();
    assertThat(coverage(keywords, "A stack.").value()).isEqualTo(1);
  }

  @Test
  void aWordUnderTheOppositePolarityDoesNotCount() {
    Keywords keywords = keywords("The heap is sorted.", "");
    assertThat(coverage(keywords, "The heap isn't sorted.").missing())
        .extracting(Keyword::label)
        .containsExactly("sorted");
    assertThat(coverage(keywords("The heap isn't sorted.", ""), "The heap isn't sorted.").value())
        .isEqualTo(1);
  }

  @Test
  void whatIsFoundOtherwiseCountsAsMatched() {
    Keywords keywords = keywords("A heap is sorted.", "");
    AnswerIndex answer = index(Texts.analyze("A pile is ordered."));
    KeywordMatch match =
        new KeywordMatch(
            keywords.all().get(0),
            KeywordMatch.Kind.ACCEPTED_PHRASING,
            List.of(Texts.token("A pile is ordered.", "pile")),
            false);
    KeywordCoverage coverage =
        KeywordCoverage.of(
            keywords,
            answer,
            k -> k.label().equals("heap") ? Optional.of(match) : Optional.empty());
    assertThat(coverage.matched()).containsExactly(match);
    assertThat(coverage.missing()).extracting(Keyword::label).containsExactly("sorted");
  }

  @Test
  void anAcronymBesideItsLongFormIsNoKeywordOfItsOwn() {
    assertThat(keywords("Batch normalization (BN) helps training.", "").all())
        .extracting(Keyword::label)
        .containsExactly("Batch", "normalization", "helps", "training");
  }

  @Test
  void eachKeywordIsListedOnceWithAllItsPlaces() {
    Keywords keywords = keywords("A lock locks. Two locks lock.", "");
    assertThat(keywords.all()).extracting(Keyword::label).doesNotHaveDuplicates();
    assertThat(keywords.all())
        .filteredOn(keyword -> keyword.label().equals("lock"))
        .singleElement()
        .satisfies(keyword -> assertThat(keyword.occurrences()).hasSize(4));
  }

  @Test
  void aKeywordOfNegativeWeightIsRefused() {
    Keyword keyword = keywords("A heap.", "").all().get(0);
    for (double weight : new double[] {-1, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> new Keyword("heap", weight, keyword.occurrences(), List.of(), Set.of()));
    }
  }

  private static Keywords keywords(String reference, String prompt) {
    AnalyzedText text = Texts.analyze(reference);
    Set<String> asked = Keywords.asked(Texts.analyze(prompt));
    return Keywords.of(text, asked, AcronymTable.of(List.of(text)).introduced(), WEIGHTS);
  }

  private static KeywordCoverage coverage(Keywords keywords, String answer) {
    return KeywordCoverage.of(keywords, index(Texts.analyze(answer)));
  }

  private static AnswerIndex index(AnalyzedText answer) {
    return new AnswerIndex(answer.tokens().toList(), AcronymTable.of(List.of(answer)), WEIGHTS);
  }
}

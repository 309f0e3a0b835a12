package docimo.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import docimo.testing.Texts;
import docimo.text.AnalyzedText;
import docimo.text.Token;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TfIdfCosineTest {

  private static final TermWeights WEIGHTS =
      new TermWeights(100, Map.of("stack", 40, "queue", 10, "graph", 2, "cach", 90));

  static IntStream seeds() {
    return IntStream.range(0, 100);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void itIsSymmetricAndBetweenNoneAndOne(int seed) {
    RandomProse prose = new RandomProse(seed);
    TfIdfCosine one = vector(RandomProse.text(prose.words(1 + prose.below(12))));
    TfIdfCosine other = vector(RandomProse.text(prose.words(1 + prose.below(12))));
    assertThat(one.with(other)).isBetween(0.0, 1.0).isEqualTo(other.with(one));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aTextIsLikeItselfInAnyOrderOfItsWords(int seed) {
    RandomProse prose = new RandomProse(seed);
    List<String> words = prose.words(1 + prose.below(12));
    TfIdfCosine one = vector(RandomProse.text(words));
    assertThat(one.with(one)).isCloseTo(1, within(1e-12));
    assertThat(one.with(vector(RandomProse.text(prose.shuffled(words)))))
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void textsWithoutASharedTermAreNotAlike() {
    assertThat(vector("A stack grows.").with(vector("The queue shrinks."))).isZero();
  }

  @Test
  void aTextWithoutContentIsLikeNothing() {
    assertThat(vector("").with(vector("A stack."))).isZero();
    assertThat(vector("It is.").with(vector("It is."))).isZero();
  }

  @Test
  void sharingARareTermCountsMoreThanSharingACommonOne() {
    TfIdfCosine reference = vector("A graph, a cache.");
    assertThat(reference.with(vector("A graph.")))
        .isGreaterThan(reference.with(vector("A cache.")));
  }

  @Test
  void aTermCountsByTheLogarithmOfItsFrequency() {
    double queue = (1 + Math.log(2)) * WEIGHTS.of(term("queue"));
    double graph = WEIGHTS.of(term("graph"));
    assertThat(vector("A queue.").with(vector("A queue, a queue, a graph.")))
        .isCloseTo(queue / Math.hypot(queue, graph), within(1e-12));
  }

  @Test
  void wordsOfTheQuestionDoNotCount() {
    Set<String> asked = Keywords.asked(Texts.analyze("What is a stack?"));
    TfIdfCosine reference =
        TfIdfCosine.vector(Texts.analyze("A stack is last in, first out."), asked, WEIGHTS);
    TfIdfCosine echo = TfIdfCosine.vector(Texts.analyze("A stack, a stack."), asked, WEIGHTS);
    assertThat(reference.with(echo)).isZero();
  }

  @Test
  void aTokenCountsAsTheKeywordThatItMeans() {
    AnalyzedText answer = Texts.analyze("A quuee.");
    Token meant = answer.tokens().filter(Token::isContent).findFirst().orElseThrow();
    TfIdfCosine reference = vector("A queue.");
    assertThat(reference.with(vector("A quuee."))).isZero();
    assertThat(
            reference.with(
                TfIdfCosine.vector(answer, Set.of(), Map.of(meant, term("queue")), WEIGHTS)))
        .isCloseTo(1, within(1e-12));
  }

  private static String term(String word) {
    return Texts.token("A " + word + ".", word).term();
  }

  private static TfIdfCosine vector(String text) {
    return TfIdfCosine.vector(Texts.analyze(text), Set.of(), WEIGHTS);
  }
}

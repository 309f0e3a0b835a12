package docimo.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MisspellingsTest {

  private static final String[] LONG_WORDS = {
    "convergence", "polymorphism", "transaction", "concurrency", "backtracking", "dictionary"
  };

  @ParameterizedTest
  @CsvSource({
    "convergance, convergence",
    "recieve, receive",
    "algoritm, algorithm",
    "gradiant, gradient",
    "Dropuot, dropout",
    "stacck, stack",
    "QUEEU, queue",
    "polimorphysm, polymorphism",
    "normalizaton, normalization"
  })
  void slipsOfThePenAreForgiven(String written, String meant) {
    assertThat(Misspellings.isMisspelling(written, meant)).isTrue();
    assertThat(Misspellings.isMisspelling(meant, written)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "heap, help",
    "tree, free",
    "bias, bios",
    "node, mode",
    "lock, look",
    "row, raw",
    "a, b"
  })
  void shortWordsAreNeverForgiven(String written, String meant) {
    assertThat(Misspellings.isMisspelling(written, meant)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"10000, 10001", "sha256, sha255", "utf16be, utf16le", "layer1, layer2"})
  void figuresAreNeverForgiven(String written, String meant) {
    assertThat(Misspellings.isMisspelling(written, meant)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "nonlinear, linear",
    "unstable, stable",
    "insecure, secure",
    "inactive, active",
    "overfitting, underfitting",
    "overflow, underflow",
    "upload, unload",
    "encode, decode",
    "encrypt, decrypt",
    "increase, decrease",
    "homogeneous, heterogeneous",
    "macro-level, micro-level",
    "intranet, internet"
  })
  void wordsOfOtherMeaningAreNotTheSame(String written, String meant) {
    assertThat(Misspellings.isMisspelling(written, meant)).isFalse();
    assertThat(Misspellings.isMisspelling(meant, written)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"stack, black", "vector, sector", "parser, larser"})
  void theFirstLetterMustBeRight(String written, String meant) {
    assertThat(Misspellings.isMisspelling(written, meant)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"stack, shark", "gradient, gladiant", "convergence, conferences"})
  void oneEditInShortAndTwoInLongWordsAreTheMost(String written, String meant) {
    assertThat(Misspellings.isMisspelling(written, meant)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"convergence", "CONVERGENCE", "stack", ""})
  void aWordIsNoMisspellingOfItself(String word) {
    assertThat(Misspellings.isMisspelling(word, word)).isFalse();
    assertThat(Misspellings.isMisspelling(word, word.toLowerCase(Locale.ROOT))).isFalse();
  }

  static IntStream seeds() {
    return IntStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void twoNeighboursSwappedInsideALongWordAreForgiven(int seed) {
    Random random = new Random(seed);
    String word = LONG_WORDS[random.nextInt(LONG_WORDS.length)];
    int at = 4 + random.nextInt(word.length() - 6);
    StringBuilder swapped = new StringBuilder(word);
    swapped.setCharAt(at, word.charAt(at + 1));
    swapped.setCharAt(at + 1, word.charAt(at));
    boolean same = word.contentEquals(swapped);
    assertThat(Misspellings.isMisspelling(swapped.toString(), word)).isEqualTo(!same);
  }
}

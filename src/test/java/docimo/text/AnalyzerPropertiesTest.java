package docimo.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import docimo.app.Application;
import docimo.app.Models;
import docimo.testing.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for the analysis of every text, whatever is in it. */
final class AnalyzerPropertiesTest {

  /** Far more than any of the long texts needs, far less than quadratic time would take. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final List<String> PROSE =
      List.of(
          "INFO: Indexing isn't free; it takes 10% more SPACE (IO).",
          "Batch Normalization (BN) rescales f(x) = max(0,x) in I/O bound training.",
          "It's THE İstanbul office, where I fail to index TITLE and ID.",
          "1. First\n2. Second, e.g. List<String>\n\nUse foo_bar() without doubt.",
          "The colour of 1,000 behaviours is grey and 3.5 ms old.");

  static IntStream seeds() {
    return IntStream.range(0, 150);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void tokensAreQuotesOfTheOriginalInOrder(int seed) {
    String original = new RandomUnicode(seed).text(60);
    assertTokensInOrder(Texts.analyze(original));
  }

  @Test
  void tokensOfPlainTextDoNotOverlapAndReadAsTheyWereWritten() {
    for (String text : PROSE.subList(0, 2)) {
      AnalyzedText analyzed = Texts.analyze(text);
      assertTokensInOrder(analyzed);
      assertThat(analyzed.tokens())
          .allSatisfy(t -> assertThat(analyzed.quote(t.start(), t.end())).isEqualTo(t.text()));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void equalTextsHaveEqualAnalyses(int seed) {
    String text = new RandomUnicode(seed).text(60);
    assertThat(Texts.analyze(text).sentences()).isEqualTo(Texts.analyze(text).sentences());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n \t\r\n", "\u200b\ufeff\u202e", "\u3000", "\u0000"})
  void aTextOfNothingHasNoSentences(String text) {
    AnalyzedText analyzed = Texts.analyze(text);
    assertThat(analyzed.sentences()).isEmpty();
    assertThat(analyzed.tokens()).isEmpty();
    assertThat(analyzed.wordCount()).isZero();
    assertThat(analyzed.acronyms()).isEmpty();
  }

  @Test
  void punctuationDoesNotCountAsWords() {
    assertThat(Texts.analyze("... ?! --").wordCount()).isZero();
    assertThat(Texts.analyze("One, two (three)!").wordCount()).isEqualTo(3);
  }

  @Test
  void manyThreadsAtOnceReadWhatOneReads() throws InterruptedException, ExecutionException {
    List<String> texts =
        Stream.concat(
                PROSE.stream(), seeds().limit(40).mapToObj(s -> new RandomUnicode(s).text(60)))
            .toList();
    List<List<Sentence>> alone = texts.stream().map(t -> Texts.analyze(t).sentences()).toList();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<List<List<Sentence>>>> readings = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        readings.add(
            threads.submit(() -> texts.stream().map(t -> Texts.analyze(t).sentences()).toList()));
      }
      for (Future<List<List<Sentence>>> reading : readings) {
        assertThat(reading.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void theLocaleOfTheMachineDoesNotMatter() {
    // analyses that no other thread shares: upper case I is not dotted outside Turkey
    List<List<Sentence>> usual = PROSE.stream().map(t -> Texts.analyze(t).sentences()).toList();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(new Locale("tr", "TR"));
      TextAnalyzer fresh = Application.textAnalyzer(new Models()); // remembers no word yet
      assertThat(PROSE.stream().map(t -> fresh.analyze(t).sentences()).toList()).isEqualTo(usual);
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @MethodSource("longTexts")
  void longTextsAreReadInReasonableTime(String name, String text) {
    AnalyzedText analyzed = assertTimeoutPreemptively(PATIENCE, () -> Texts.analyze(text), name);
    assertTokensInOrder(analyzed);
    assertThat(analyzed.wordCount()).isPositive();
  }

  static Stream<Arguments> longTexts() {
    String sentence = "A stack doesn't grow without bounds, e.g. f(x) = 10% of 3.5 ms. ";
    return Stream.of(
        sized("a megabyte of prose", sentence.repeat(1_000_000 / sentence.length())),
        sized("a word of 100,000 letters", "a".repeat(100_000)),
        sized("100,000 figures", "1".repeat(100_000)),
        sized("100,000 figures with commas", "1,".repeat(50_000)),
        sized("a compound of 50,000 parts", "a-".repeat(50_000) + "a"),
        sized("50,000 opening brackets", "f(".repeat(50_000)),
        sized("a formula without end", "x = ".repeat(25_000) + "x"),
        sized("units", "5ms,".repeat(25_000)),
        sized("thousands", "1" + ",000".repeat(25_000)),
        sized("contractions", "isn't".repeat(20_000)),
        sized("markup", "<b>".repeat(30_000) + "word</b>"),
        sized("dots", "a.".repeat(50_000)),
        sized("a sentence without end", "word ".repeat(20_000)),
        sized("100,000 marks on one letter", "e" + "\u0301".repeat(100_000)),
        sized("emoji", "word " + "😀".repeat(50_000)));
  }

  private static Arguments sized(String name, String text) {
    return Arguments.of(name, text);
  }

  static void assertTokensInOrder(AnalyzedText analyzed) {
    String original = analyzed.source().original();
    boolean ascii = original.chars().allMatch(c -> c < 0x80);
    int from = 0;
    for (Sentence sentence : analyzed.sentences()) {
      List<Token> tokens = sentence.tokens();
      assertThat(tokens).isNotEmpty();
      assertThat(sentence.start()).isEqualTo(tokens.get(0).start());
      assertThat(sentence.end()).isEqualTo(tokens.get(tokens.size() - 1).end());
      for (Token token : tokens) {
        if (token.start() < from || token.end() <= token.start()) {
          throw new AssertionError(token + " begins before " + from);
        }
        // outside ASCII several tokens may come from one character: "½" is read as 1 / 2
        from = ascii ? token.end() : token.start();
        assertThat(token.end()).isLessThanOrEqualTo(original.length());
        assertThat(token.kind() == Token.Kind.PUNCTUATION || !token.terms().isEmpty()).isTrue();
      }
    }
  }
}

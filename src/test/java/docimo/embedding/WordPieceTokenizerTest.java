package docimo.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordPieceTokenizerTest {

  private static final String SMALL =
      """
      {"normalizer": {"type": "BertNormalizer", "lowercase": %s, "strip_accents": %s},
       "pre_tokenizer": {"type": "BertPreTokenizer"},
       "model": {"type": "WordPiece", "vocab": {"[UNK]": 0, "[CLS]": 1, "[SEP]": 2,
         "un": 3, "##do": 4, "Un": 5, "é": 6, "e": 7, "##é": 8, "##e": 9, "undo": 10, "x": 11}}}
      """;

  @ParameterizedTest
  @CsvSource({
    "hello world,7592 2088",
    "Hello World,7592 2088",
    "'Hello, world!',7592 1010 2088 999",
    "tokenization,19204 3989",
    "naïve,15743",
    "'  ',''"
  })
  void knownIds(String text, String ids) {
    assertThat(
            String.join(
                " ",
                MiniLm.tokenizer().tokenize(text).stream()
                    .map(piece -> Integer.toString(piece.id()))
                    .toList()))
        .isEqualTo(ids);
  }

  @Test
  void theLongestKnownPieceComesFirst() throws IOException {
    assertThat(small(true, true).tokenize("undo undodo"))
        .containsExactly(
            new WordPiece(10, 0, 4, false),
            new WordPiece(10, 5, 9, false),
            new WordPiece(4, 9, 11, true));
  }

  @Test
  void aWordWithAnUnknownRestIsUnknownAsAWhole() throws IOException {
    assertThat(small(true, true).tokenize("undoz x"))
        .containsExactly(new WordPiece(0, 0, 5, false), new WordPiece(11, 6, 7, false));
  }

  @Test
  void keepsCaseAndAccentsWhereTheModelWantsThem() throws IOException {
    assertThat(ids(small(false, false), "Undo é")).containsExactly(5, 4, 6);
    assertThat(ids(small(true, true), "Undo é")).containsExactly(10, 7);
    assertThat(ids(small(true, false), "Undo é")).containsExactly(10, 6);
  }

  @Test
  void aWordOfMoreThanAHundredLettersIsUnknown() {
    WordPieceTokenizer tokenizer = MiniLm.tokenizer();
    assertThat(tokenizer.tokenize("a".repeat(100))).hasSizeGreaterThan(1);
    assertThat(tokenizer.tokenize("a".repeat(101)))
        .containsExactly(new WordPiece(100, 0, 101, false));
  }

  @Test
  void originsCountTheUnitsOfTheTextAsItWasWritten() {
    assertThat(MiniLm.tokenizer().tokenize("😀 Cafe\u0301 中\u00AD文"))
        .extracting(WordPiece::start, WordPiece::end)
        .containsExactly(tuple(0, 2), tuple(3, 7), tuple(9, 10), tuple(11, 12));
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  void originsLieInTheTextAndNeverFall(long seed) {
    RandomTexts texts = new RandomTexts(seed, List.of("photosynthesis", "plant", "##ing", "a"));
    for (int i = 0; i < 1_500; i++) {
      String text = texts.next();
      int start = 0;
      int end = 0;
      boolean first = true;
      for (WordPiece piece : MiniLm.tokenizer().tokenize(text)) {
        assertThat(piece.start()).isBetween(start, piece.end() - 1);
        assertThat(piece.end()).isBetween(end, text.length());
        assertThat(first && piece.continues()).isFalse();
        start = piece.start();
        end = piece.end();
        first = false;
      }
    }
  }

  @Test
  void loneSurrogatesAreLeftOut() {
    assertThat(ids(MiniLm.tokenizer(), "\uD83Dhello\uDE00 world\uD83D"))
        .containsExactly(7592, 2088);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "{'model': {'type': 'BPE', 'vocab': {'a': 1}, 'merges': []},"
            + " 'normalizer': {'type': 'BertNormalizer'},"
            + " 'pre_tokenizer': {'type': 'BertPreTokenizer'}}",
        "{'model': {'type': 'Unigram', 'vocab': [['a', -1.5]]}}",
        "{'model': {'type': 'WordPiece', 'vocab': {'a': 1}},"
            + " 'normalizer': {'type': 'Sequence'},"
            + " 'pre_tokenizer': {'type': 'BertPreTokenizer'}}",
        "{'model': {'type': 'WordPiece', 'vocab': {'a': 1}},"
            + " 'normalizer': {'type': 'BertNormalizer', 'clean_text': false},"
            + " 'pre_tokenizer': {'type': 'BertPreTokenizer'}}",
        "{'model': {'type': 'WordPiece', 'vocab': {'a': 1}},"
            + " 'normalizer': {'type': 'BertNormalizer'},"
            + " 'pre_tokenizer': {'type': 'Whitespace'}}"
      })
  void refusesOtherKinds(String json) {
    assertThatThrownBy(() -> read(json.replace('\'', '"')))
        .isInstanceOf(IOException.class)
        .hasMessage("not the tokenizer.json of a BERT model with word pieces");
  }

  @Test
  void refusesAVocabularyWithoutTheMarks() {
    assertThatThrownBy(() -> read(SMALL.formatted(true, true).replace("[SEP]", "</s>")))
        .isInstanceOf(IOException.class)
        .hasMessage("the vocabulary of the tokenizer has no [SEP]");
  }

  @Test
  void refusesWhatIsNoJson() {
    assertThatThrownBy(() -> read("{\"model\": ")).isInstanceOf(IOException.class);
  }

  private static WordPieceTokenizer small(boolean lowerCase, boolean stripAccents)
      throws IOException {
    return read(SMALL.formatted(lowerCase, stripAccents));
  }

  private static WordPieceTokenizer read(String json) throws IOException {
    return WordPieceTokenizer.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Integer> ids(WordPieceTokenizer tokenizer, String text) {
    return tokenizer.tokenize(text).stream().map(WordPiece::id).toList();
  }
}

package docimo.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds our tokenizer against the one that the models of this kind were published with. Their one
 * intended difference: the name of a mark, as {@code [SEP]}, is a mark to the other when it stands
 * in a text, and to ours mere letters, because nobody who writes an answer may end it for the
 * model.
 */
class TokenizerAgreementTest {

  private static final Pattern MARKS = Pattern.compile("\\[(PAD|UNK|CLS|SEP|MASK)]");

  private static HuggingFaceTokenizer other;

  @BeforeAll
  static void loadTheOther() throws IOException {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("RUST_FLAVOR", "cpu");
    System.setProperty("ENGINE_CACHE_DIR", Path.of("target", "tokenizers").toString());
    other =
        HuggingFaceTokenizer.newInstance(
            new ByteArrayInputStream(MiniLm.tokenizerFile()),
            Map.of("padding", "false", "truncation", "false", "addSpecialTokens", "false"));
  }

  @AfterAll
  static void close() {
    other.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void randomTexts(long seed) throws IOException {
    RandomTexts texts = new RandomTexts(seed, vocabulary());
    for (int i = 0; i < 2_500; i++) {
      assertSame(texts.next());
    }
  }

  /**
   * Marks and punctuation that came into Unicode after 2015 are letters to the other, whose tables
   * are of that time; all are of scripts that these models hardly know. U+166D was punctuation
   * then; U+1734 and U+1171E became spacing marks with Unicode 14, which newer JDKs have.
   */
  @Test
  void everyCharacter() {
    List<String> different = new ArrayList<>();
    for (int c = 0; c <= 0x1FFFF; c++) {
      if (Character.isDefined(c) && Character.getType(c) != Character.SURROGATE) {
        String text = "a" + Character.toString(c) + "b";
        if (!ours(text).equals(theirs(text)) && (isCommon(c) || !mayBeNewer(c))) {
          different.add(String.format("%04X", c));
        }
      }
    }
    assertThat(different).contains("166D").isSubsetOf("166D", "1734", "1171E");
  }

  private static boolean isCommon(int c) {
    return c < 0x600
        || (c >= 0x1E00 && c < 0x2E43)
        || (c >= 0x3000 && c < 0xA800)
        || (c >= 0xAC00 && c < 0x10000)
        || c >= 0x1F000;
  }

  private static boolean mayBeNewer(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.FORMAT
        || type == Character.OTHER_PUNCTUATION
        || type == Character.DASH_PUNCTUATION
        || type == Character.START_PUNCTUATION
        || type == Character.END_PUNCTUATION;
  }

  @Test
  void everyTextOfTheSampleBank() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("fixtures", "bank"))) {
      for (Path file : files.toList()) {
        String content = Files.readString(file);
        assertSame(content);
        content.lines().forEach(TokenizerAgreementTest::assertSame);
      }
    }
  }

  @Test
  void namesOfMarksAreLetters() {
    assertThat(ours("end [SEP] begin")).isEqualTo(theirs("end [ SEP ] begin"));
    assertThat(theirs("end [SEP] begin")).contains(102);
  }

  private static void assertSame(String text) {
    String without = MARKS.matcher(text).replaceAll(" ");
    assertThat(ours(without)).as(escaped(without)).isEqualTo(theirs(without));
  }

  private static List<Integer> ours(String text) {
    return MiniLm.tokenizer().tokenize(text).stream().map(WordPiece::id).toList();
  }

  private static List<Integer> theirs(String text) {
    Encoding encoding = other.encode(text, false, false);
    return Arrays.stream(encoding.getIds()).mapToObj(Math::toIntExact).toList();
  }

  private static List<String> vocabulary() throws IOException {
    JsonNode file = new ObjectMapper().readTree(MiniLm.tokenizerFile());
    return file.path("model").path("vocab").properties().stream().map(Map.Entry::getKey).toList();
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars()
        .forEach(
            c ->
                escaped.append(
                    c > 0x1F && c < 0x7F ? String.valueOf((char) c) : String.format("\\u%04X", c)));
    return escaped.toString();
  }
}

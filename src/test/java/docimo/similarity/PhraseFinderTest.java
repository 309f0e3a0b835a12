package docimo.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import docimo.testing.Texts;
import docimo.text.AnalyzedText;
import docimo.text.Token;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PhraseFinderTest {

  @ParameterizedTest(name = "{1} says {0}")
  @CsvSource({
    "all or nothing, A transaction is all or nothing., all … or … nothing",
    "all or nothing, It is “all-or-nothing”., all-or-nothing",
    "all-or-nothing, It's all or nothing here., all … or … nothing",
    "'all, or nothing', All or nothing., All … or … nothing",
    "undone after a crash, They are undone after a crash., undone … after … a … crash",
    "after the commit, 'First it writes, after the commit it stops.', after … the … commit",
    "it is there, They were there. It was there., It … was … there",
    "does not block, Readers do not block., do … not … block",
    "step by step, It goes step by step by step., step … by … step"
  })
  void aPhraseIsFoundWordForWord(String phrase, String answer, String said) {
    assertThat(quoted(answer, find(phrase, answer))).isEqualTo(said);
  }

  @ParameterizedTest(name = "{1} does not say {0}")
  @CsvSource({
    "all or nothing, It is not all or nothing.",
    "all or nothing, Nothing or all.",
    "all or nothing, All of it or nothing.",
    "all or nothing, This is all. Or nothing is.",
    "all or nothing, All or",
    "does not block, Readers do block.",
    "does block, Readers do not block.",
    // a single word is no phrase
    "after, It comes after.",
    "'...', It comes after ...",
    "all or nothing, ''"
  })
  void whatIsNotSaidWordForWordIsNotFound(String phrase, String answer) {
    assertThat(find(phrase, answer)).isEmpty();
  }

  @Test
  void onlyTheFirstPlaceIsShown() {
    String answer = "Not all or nothing. But all or nothing! All or nothing.";
    List<Token> found = find("all or nothing", answer);
    assertThat(found).hasSize(3);
    assertThat(found.get(0).start()).isEqualTo(answer.indexOf("all or", 10));
  }

  @Test
  void aPhraseNeedsTwoWords() {
    assertThat(Phrase.of(Texts.analyze("after!")).isTelling()).isFalse();
    assertThat(Phrase.of(Texts.analyze("fire-proof")).isTelling()).isTrue();
  }

  private static List<Token> find(String phrase, String answer) {
    AnalyzedText read = Texts.analyze(answer);
    return new PhraseFinder(read).find(Phrase.of(Texts.analyze(phrase)));
  }

  private static String quoted(String answer, List<Token> tokens) {
    return tokens.stream()
        .map(token -> answer.substring(token.start(), token.end()))
        .collect(Collectors.joining(" … "));
  }
}

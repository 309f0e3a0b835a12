package docimo.text;

import static org.assertj.core.api.Assertions.assertThat;

import docimo.testing.Texts;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The lines of negation.txt: a case is added by adding a line. */
final class NegationTest {

  /** A sentence without its brackets, and which of its letters stood inside one. */
  private record Marked(String text, BitSet denied) {

    static Marked of(String line) {
      StringBuilder text = new StringBuilder();
      BitSet denied = new BitSet();
      boolean inside = false;
      for (char c : line.toCharArray()) {
        if (c == '[' || c == ']') {
          inside = c == '[';
        } else {
          denied.set(text.length(), inside);
          text.append(c);
        }
      }
      return new Marked(text.toString(), denied);
    }

    List<String> deniedWords(AnalyzedText read) {
      return read.tokens()
          .filter(Token::isContent)
          .filter(this::isDenied)
          .map(Token::text)
          .toList();
    }

    private boolean isDenied(Token token) {
      return denied.get(token.start());
    }
  }

  static List<String> sentences() {
    return Texts.lines(NegationTest.class, "negation.txt");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sentences")
  void wordsInBracketsAreDeniedAndNoOthers(String line) {
    Marked marked = Marked.of(line);
    AnalyzedText read = Texts.analyze(marked.text());

    List<String> denied =
        read.tokens().filter(t -> t.isContent() && t.negated()).map(Token::text).toList();

    assertThat(denied).isEqualTo(marked.deniedWords(read));
  }

  @ParameterizedTest(name = "{0} / {1}")
  @CsvSource({
    "Dropout prevents overfitting, Dropout does not lead to overfitting",
    "Indexing avoids scans, Indexing works without scans",
    "Caching reduces latency, There is no latency",
    "It depends less on outliers, It does not depend on outliers"
  })
  void whatIsMadeLessAgreesWithWhatIsDenied(String lessened, String denied) {
    assertThat(lastContent(lessened).agreesWith(lastContent(denied))).isTrue();
    assertThat(lastContent(denied).agreesWith(lastContent(lessened))).isTrue();
  }

  @Test
  void deniedAndAffirmedDisagree() {
    Token affirmed = Texts.token("The heap is sorted", "sorted");
    Token denied = Texts.token("The heap is not sorted", "sorted");
    assertThat(affirmed.agreesWith(denied)).isFalse();
    assertThat(denied.agreesWith(affirmed)).isFalse();
    assertThat(denied.agreesWith(denied)).isTrue();
  }

  @Test
  void denyingThatSomethingIsMadeLessIsNoAgreementWithDenyingIt() {
    Token kept = Texts.token("Caching does not reduce latency", "latency");
    Token gone = Texts.token("There is no latency", "latency");
    Token less = Texts.token("Caching reduces latency", "latency");
    assertThat(kept.agreesWith(less)).isFalse();
    assertThat(gone.agreesWith(less)).isTrue();
  }

  @Test
  void aDenialDoesNotReachIntoTheNextSentenceOrListItem() {
    assertThat(Texts.token("It does not sort. It merges runs.", "merges").negated()).isFalse();
    assertThat(Texts.token("- does not sort\n- merges runs", "merges").negated()).isFalse();
  }

  private static Token lastContent(String text) {
    List<Token> content = Texts.analyze(text).tokens().filter(Token::isContent).toList();
    return content.get(content.size() - 1);
  }
}

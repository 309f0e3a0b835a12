package docimo.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import docimo.testing.Texts;
import docimo.testing.WordHashEncoder;
import docimo.text.AnalyzedText;
import docimo.text.Token;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlignmentTest {

  private static final WordHashEncoder ENCODER = new WordHashEncoder();
  private static final TermWeights WEIGHTS = Texts.shippedWeights();
  private static final Antonyms ANTONYMS = Texts.shippedAntonyms();

  @ParameterizedTest
  @ValueSource(
      strings = {"The cache keeps recent pages.", "Locks guard shared memory. Queues hold jobs."})
  void aTextCoversItselfWholly(String text) {
    Alignment alignment = align(text, text);
    int words = alignment.words().size();
    assertThat(alignment.coverage(0, words)).isCloseTo(1, within(1e-6));
    assertThat(alignment.oneToOne(0, words)).isCloseTo(1, within(1e-6));
    assertThat(alignment.agreement(0, words)).isEqualTo(1);
  }

  @Test
  void moreWordsNeverLowerTheCoverage() {
    String answer = "The cache stores pages and evicts old entries when memory is short.";
    Alignment alignment = align("A cache keeps recent pages in memory.", answer);
    double before = 0;
    for (int to = 0; to <= alignment.words().size(); to++) {
      double now = alignment.coverage(0, to);
      assertThat(now).isBetween(before, 1.0);
      before = now;
    }
    assertThat(before).isPositive();
  }

  @Test
  void aWordThatServesTwoKeywordsServesOneOnlyWhereEachIsSpentOnce() {
    Alignment alignment = align("Threads share memory, and processes copy memory maps.", "memory");
    assertThat(alignment.oneToOne(0, 1)).isLessThanOrEqualTo(alignment.coverage(0, 1));
  }

  @Test
  void whatIsDeniedCountsLittleAndDisagrees() {
    String reference = "The index speeds reads.";
    Alignment same = align(reference, "The index speeds reads.");
    Alignment denied = align(reference, "The index never speeds reads.");
    assertThat(denied.coverage(0, denied.words().size()))
        .isLessThan(same.coverage(0, same.words().size()));
    assertThat(denied.agreement(0, denied.words().size())).isLessThan(1);
  }

  @Test
  void evidenceIsTheWordsThatAreAlike() {
    Alignment alignment = align("The cache keeps pages.", "Our cache was slow.");
    List<Token> evidence = alignment.evidence(0, alignment.words().size(), 0.9);
    assertThat(evidence).extracting(Token::text).containsExactly("cache");
  }

  @Test
  void anAnswerWithoutWordsCoversNothing() {
    Alignment alignment = align("The cache keeps pages.", "…");
    assertThat(alignment.coverage(0, alignment.words().size())).isZero();
    assertThat(alignment.oneToOne(0, alignment.words().size())).isZero();
  }

  private static Alignment align(String reference, String answer) {
    AnalyzedText wanted = Texts.analyze(reference);
    AnalyzedText given = Texts.analyze(answer);
    return Alignment.of(
        Keywords.of(wanted, Set.of(), Map.of(), WEIGHTS),
        WordVectors.of(wanted, ENCODER),
        WordVectors.of(given, ENCODER),
        ANTONYMS);
  }
}

package docimo.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import docimo.similarity.KeywordMatch.Kind;
import docimo.testing.Texts;
import docimo.text.AnalyzedText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnswerIndexTest {

  private static final TermWeights WEIGHTS = Texts.shippedWeights();

  @ParameterizedTest(name = "{1} finds {0}: {3}")
  @CsvSource({
    // reference, answer, keyword of the reference, how it is found, what the answer says
    "The loop converges., It converged early., converges, WORD, converged",
    "Normalise the rows., We normalize each row., Normalise, WORD, normalize",
    "It sees colours., It sees a color., colours, WORD, color",
    "It rose by 10%., It rose 0.1 times., 10%, WORD, 0.1",
    "It takes 1s., It takes 1000 ms., 1s, WORD, 1000",
    "A mini-batch fits., A minibatch fits., mini-batch, WORD, minibatch",
    "A mini-batch fits., A mini batch fits., mini-batch, COMPOUND, mini … batch",
    "An overfitting net., Over fitting nets., overfitting, COMPOUND, Over … fitting",
    "It is connection-oriented., TCP is connection oriented., connection-oriented, COMPOUND,"
        + " connection … oriented",
    "It is connection oriented., TCP is connection-oriented., oriented, COMPOUND,"
        + " connection-oriented",
    "A mini batch fits., A minibatch fits., batch, COMPOUND, minibatch",
    "A mini batch fits., A minibatch fits., mini, COMPOUND, minibatch",
    "A mini batch fits., A mini-batch fits., batch, COMPOUND, mini-batch",
    "Over fitting nets., An overfitting net., fitting, COMPOUND, overfitting",
    "It sorts in place., An in-place sort., place, COMPOUND, in-place",
    "It sorts in-place., Sorting in place., in-place, COMPOUND, in … place",
    "Use the hash., Call hashCode() first., hash, COMPOUND, hashCode()",
    "Batch normalization helps., BN is there., normalization, ACRONYM, BN",
    "The CPU waits., The central processing unit waits., CPU, ACRONYM,"
        + " central … processing … unit",
    "The gradient is slow., The gradeint is slow., gradient, MISSPELLING, gradeint",
    "A recursive call., A recusrive call., recursive, MISSPELLING, recusrive"
  })
  void aKeywordIsFoundAsTheAnswerSaysIt(
      String reference, String answer, String label, Kind kind, String said) {
    KeywordMatch match = find(reference, answer, label).orElseThrow();
    assertThat(match.kind()).isEqualTo(kind);
    assertThat(match.opposed()).isFalse();
    assertThat(quoted(answer, match)).isEqualTo(said);
  }

  @ParameterizedTest(name = "{1} lacks {2}")
  @CsvSource({
    "A linear map., A nonlinear map., linear",
    "A symmetric key., An asymmetric key., symmetric",
    "An asymmetric key., A symmetric key., asymmetric",
    "Made in direct contact., An indirect contact., direct",
    "A linear map., A non-linear map., linear",
    "It prevents overfitting., It prevents underfitting., overfitting",
    "It rose by 10%., It rose by 10., 10%",
    "It holds 64 bits., It holds 65 bits., 64",
    "A heap., A help., heap",
    "A stack., A queue., stack",
    "Information theory., 'IT IS GOOD OR NICE TO HAVE THIS, MORE OR LESS', theory",
    "Hash tables., 'THAT IS WHERE HT WILL BE', tables",
    // a word that exists is no misspelling of another
    "The causal link., The casual link., causal"
  })
  void whatTheAnswerDoesNotSayIsNotFound(String reference, String answer, String label) {
    assertThat(find(reference, answer, label)).isEmpty();
  }

  @Test
  void aCompoundIsFoundSplitAlsoWhenTheQuestionHasOneHalf() {
    AnalyzedText reference = Texts.analyze("It is connection oriented.");
    AnalyzedText answer = Texts.analyze("TCP is a connection-oriented protocol.");
    Set<String> asked = Keywords.asked(Texts.analyze("What is a connection?"));
    AcronymTable acronyms = AcronymTable.of(List.of(reference));
    Keywords keywords = Keywords.of(reference, asked, acronyms.introduced(), WEIGHTS);
    AnswerIndex index = new AnswerIndex(answer.tokens().toList(), acronyms, WEIGHTS);
    assertThat(KeywordCoverage.of(keywords, index).value()).isEqualTo(1);
  }

  @Test
  void everyPlaceIsFoundWithItsOffsets() {
    String answer = "A stack. Then 😀 two stacks, and “stack” again.";
    KeywordMatch match = find("The stack.", answer, "stack").orElseThrow();
    assertThat(match.tokens())
        .extracting(token -> answer.substring(token.start(), token.end()))
        .containsExactly("stack", "stacks", "stack");
    assertThat(match.tokens()).extracting(token -> token.start()).doesNotHaveDuplicates();
  }

  @Test
  void theOppositePolarityIsReportedAsOpposed() {
    KeywordMatch match =
        find("The heap is sorted.", "The heap is not sorted.", "sorted").orElseThrow();
    assertThat(match.opposed()).isTrue();
    assertThat(match.tokens()).hasSize(1);
    assertThat(find("It is not sorted.", "It is sorted.", "sorted").orElseThrow().opposed())
        .isTrue();
    assertThat(find("It isn't sorted.", "It is never sorted.", "sorted").orElseThrow().opposed())
        .isFalse();
  }

  @Test
  void sayingItBothWaysShowsOnlyThePlacesThatAgree() {
    String answer = "An array is not sorted. The heap is sorted.";
    KeywordMatch match = find("The heap is sorted.", answer, "sorted").orElseThrow();
    assertThat(match.opposed()).isFalse();
    assertThat(match.tokens())
        .singleElement()
        .satisfies(token -> assertThat(token.start()).isEqualTo(answer.lastIndexOf("sorted")));
  }

  @Test
  void aMisspellingThatAgreesIsPreferredToTheWordThatDoesNot() {
    KeywordMatch match =
        find(
                "It reaches the gradient.",
                "There is no gradient at first. It reaches the gradeint.",
                "gradient")
            .orElseThrow();
    assertThat(match.kind()).isEqualTo(Kind.MISSPELLING);
    assertThat(match.opposed()).isFalse();
  }

  @Test
  void anEmptyAnswerHasNoKeyword() {
    assertThat(find("The stack.", "", "stack")).isEmpty();
    assertThat(find("The stack.", "...", "stack")).isEmpty();
  }

  private static Optional<KeywordMatch> find(String reference, String answer, String label) {
    AnalyzedText referenceText = Texts.analyze(reference);
    AnalyzedText answerText = Texts.analyze(answer);
    AcronymTable acronyms = AcronymTable.of(List.of(referenceText));
    Keyword keyword =
        Keywords.of(referenceText, Set.of(), acronyms.introduced(), WEIGHTS).all().stream()
            .filter(found -> found.label().equals(label))
            .findFirst()
            .orElseThrow();
    return new AnswerIndex(answerText.tokens().toList(), acronyms.and(answerText), WEIGHTS)
        .find(keyword);
  }

  private static String quoted(String answer, KeywordMatch match) {
    return match.tokens().stream()
        .map(token -> answer.substring(token.start(), token.end()))
        .collect(Collectors.joining(" … "));
  }
}

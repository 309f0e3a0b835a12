package docimo.grading;

import docimo.grading.CompiledQuestion.Phrasing;
import docimo.grading.CompiledQuestion.Reference;
import docimo.question.Question;
import docimo.similarity.OrderAgreement;
import docimo.similarity.WordVectors;
import docimo.text.AnalyzedText;
import docimo.text.GraderInstructions;
import docimo.text.Listing;
import docimo.text.Token;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the checks of an answer need of a question, made ready once. Immutable.
 *
 * @param onInstructions whether the question itself is about instructions to graders or machines,
 *     so that an answer may quote some
 * @param listed how many things an answer may list in single words without being a list of
 *     keywords; the largest int where a reference is such a list itself
 * @param references the words of each reference
 * @param contentTerms the terms of the content words of each reference
 * @param runs the runs of words that the references have, as {@link OtherReferences} counts them
 * @param orders the order of content words of each reference
 * @param topics what a sentence may be about: references, key points and the prompt; empty without
 *     an encoder
 */
record CheckedAgainst(
    boolean onInstructions,
    int listed,
    List<List<Token>> references,
    List<Set<String>> contentTerms,
    Set<String> runs,
    List<OrderAgreement.Reference> orders,
    List<WordVectors> topics) {

  /** Words by which a question is known to be about instructions to machines. */
  private static final Set<String> ON_INSTRUCTIONS =
      Set.of("injection", "jailbreak", "jailbreaking", "prompting");

  /** So few single words are an answer to many questions. */
  private static final int LISTED_ANYWAY = 7;

  private static final int LISTED_WHERE_ASKED = 11;
  private static final int LISTED_FOR_EACH = 3;
  private static final double FUNCTION_WORDS_OF_A_LIST = 0.2;

  static CheckedAgainst of(
      Question question,
      AnalyzedText prompt,
      @Nullable WordVectors asked,
      List<Reference> references) {
    List<Phrasing> phrasings =
        references.stream()
            .flatMap(
                r ->
                    Stream.concat(
                        Stream.of(r.whole()),
                        r.points().stream().flatMap(p -> p.phrasings().stream())))
            .distinct()
            .toList();
    List<List<Token>> words =
        references.stream().map(r -> r.whole().text().tokens().toList()).toList();
    return new CheckedAgainst(
        Stream.concat(Stream.of(prompt), phrasings.stream().map(Phrasing::text))
            .anyMatch(CheckedAgainst::isOnInstructions),
        listed(prompt, references),
        words,
        words.stream().map(CheckedAgainst::contentTerms).toList(),
        OtherReferences.runs(question),
        words.stream().map(OrderAgreement::reference).toList(),
        Stream.concat(Stream.ofNullable(asked), phrasings.stream().map(Phrasing::vectors))
            .filter(Objects::nonNull)
            .toList());
  }

  static Set<String> contentTerms(List<Token> words) {
    return words.stream()
        .filter(Token::isContent)
        .map(Token::term)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isOnInstructions(AnalyzedText text) {
    return !GraderInstructions.in(text).isEmpty()
        || (text.tokens().anyMatch(t -> ON_INSTRUCTIONS.contains(t.lemma()))
            && text.tokens().anyMatch(t -> t.lemma().equals("prompt")));
  }

  private static int listed(AnalyzedText prompt, List<Reference> references) {
    boolean listsItself =
        references.stream()
            .map(r -> Listing.of(r.whole().text().sentences()))
            .anyMatch(l -> l.words() > 0 && l.functionShare() < FUNCTION_WORDS_OF_A_LIST);
    if (listsItself) {
      return Integer.MAX_VALUE;
    }
    RequestedCount requested = RequestedCount.in(prompt.source().original());
    return requested == null
        ? LISTED_ANYWAY
        : Math.max(LISTED_WHERE_ASKED, LISTED_FOR_EACH * requested.count());
  }
}

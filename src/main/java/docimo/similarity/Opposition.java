package docimo.similarity;

import docimo.text.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Signs that an answer says the opposite of a reference: a word whose antonym the reference has
 * ("decreases" for "increases"), and words of the reference that the answer has under the opposite
 * polarity only ("is not reached" for "is reached"). Words of the question and function words take
 * part: "more" against "less" is often all the difference.
 *
 * @param antonym how alike the context of the nearest pair of antonyms is, in [0, 1]; 0 when there
 *     is none
 * @param denial the weighted share of the reference's content words that are said under the
 *     opposite polarity only, in [0, 1]
 */
public record Opposition(double antonym, double denial) {

  /** From this likeness on two words are taken to be about the same thing. */
  private static final float ALIGNED = 0.3f;

  /** The likeness of a pair whose vectors are not known. */
  private static final float UNKNOWN = 0.5f;

  /** What a pair counts where the answer has the word of the reference as well. */
  private static final float BESIDE = 0.5f;

  /**
   * Compares an answer with a reference.
   *
   * @param reference the tokens of the reference
   * @param meant their vectors; null without an encoder
   * @param answer the tokens of the answer
   * @param said their vectors; null without an encoder
   */
  public static Opposition of(
      List<Token> reference,
      @Nullable WordVectors meant,
      List<Token> answer,
      @Nullable WordVectors said,
      Antonyms antonyms,
      TermWeights weights) {
    return new Opposition(
        antonym(reference, meant, answer, said, antonyms), denial(reference, answer, weights));
  }

  private static double antonym(
      List<Token> reference,
      @Nullable WordVectors meant,
      List<Token> answer,
      @Nullable WordVectors said,
      Antonyms antonyms) {
    Set<String> own = new HashSet<>();
    reference.forEach(word -> own.addAll(Antonyms.forms(word)));
    Map<String, List<Token>> words = new HashMap<>();
    for (Token word : answer) {
      for (String form : Antonyms.forms(word)) {
        words.computeIfAbsent(form, key -> new ArrayList<>()).add(word);
      }
    }
    float strongest = 0;
    for (Token word : reference) {
      boolean beside = Antonyms.forms(word).stream().anyMatch(words::containsKey);
      for (String opposite : antonyms.of(word)) {
        // a reference that has both words ("from high to low") is not contradicted by either
        if (!own.contains(opposite)) {
          for (Token other : words.getOrDefault(opposite, List.of())) {
            float alike = likeness(word, meant, other, said);
            if (alike > ALIGNED && word.agreesWith(other)) {
              strongest = Math.max(strongest, beside ? alike * BESIDE : alike);
            }
          }
        }
      }
    }
    return strongest;
  }

  private static float likeness(
      Token word, @Nullable WordVectors meant, Token other, @Nullable WordVectors said) {
    float[] left = meant == null ? null : meant.of(word);
    float[] right = said == null ? null : said.of(other);
    return left == null || right == null
        ? UNKNOWN
        : Math.min(1, Math.max(0, WordVectors.dot(left, right)));
  }

  private static double denial(List<Token> reference, List<Token> answer, TermWeights weights) {
    Map<String, List<Token>> words = new HashMap<>();
    for (Token word : answer) {
      word.terms().forEach(term -> words.computeIfAbsent(term, k -> new ArrayList<>()).add(word));
    }
    double all = 0;
    double denied = 0;
    for (Token word : reference) {
      if (word.isContent()) {
        double weight = weights.of(word.term());
        all += weight;
        List<Token> same =
            word.terms().stream()
                .flatMap(term -> words.getOrDefault(term, List.of()).stream())
                .toList();
        if (!same.isEmpty() && same.stream().noneMatch(word::agreesWith)) {
          denied += weight;
        }
      }
    }
    return all == 0 ? 0 : Math.min(1, denied / all);
  }
}

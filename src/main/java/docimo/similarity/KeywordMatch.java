package docimo.similarity;

import docimo.text.Token;
import java.util.List;

/**
 * A keyword found in an answer.
 *
 * @param keyword what was looked for
 * @param kind how it was found
 * @param tokens the tokens of the answer that say it, at every place where they do so under the
 *     polarity of the reference, or else at every place; never empty
 * @param opposed whether the answer says it only under the opposite polarity ("does not reduce"
 *     against "reduces")
 */
public record KeywordMatch(Keyword keyword, Kind kind, List<Token> tokens, boolean opposed) {

  /** Ways to find a keyword, strictest first. */
  public enum Kind {
    /** Same lemma, stem or quantity; British and American spelling are the same. */
    WORD,
    /** Joined or split: "mini batch" for "mini-batch", "weights" inside a compound or formula. */
    COMPOUND,
    /** An acronym for its long form, or the reverse. */
    ACRONYM,
    /** A misspelling of the word. */
    MISSPELLING,
    /** Other words that the author accepts for the key point that the keyword belongs to. */
    ACCEPTED_PHRASING
  }

  public KeywordMatch {
    tokens = List.copyOf(tokens);
  }
}

package docimo.text;

import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A word, number, formula or mark of punctuation with what is known of it. Offsets count UTF-16
 * code units of the text as it was sent.
 *
 * @param text the token as normalised, in its own letter case
 * @param start where it begins in the original
 * @param end where it ends in the original, exclusive
 * @param kind what sort of token it is
 * @param tag part of speech, a universal tag such as {@code NOUN}
 * @param lemma dictionary form, lower case; the token itself where there is none
 * @param terms the forms under which the token is found, best first: the stem of its lemma, the
 *     stem of the word as it stands, and what else means the same in writing; empty for
 *     punctuation. Both spellings of a British and American pair have the same terms
 * @param parts terms of the words inside a compound, formula or path; empty for simple words
 * @param quantity the number that the token states, with its unit; null when it states none
 * @param stopWord whether it is a function word that carries no content of its own
 * @param negated whether it stands inside a negation; a double negation is none
 * @param lessened whether a word before it in the clause makes it less: "reduces", "prevents",
 *     "less"
 */
public record Token(
    String text,
    int start,
    int end,
    Kind kind,
    String tag,
    String lemma,
    List<String> terms,
    List<String> parts,
    @Nullable Quantity quantity,
    boolean stopWord,
    boolean negated,
    boolean lessened) {

  /** The sorts of token. */
  public enum Kind {
    WORD,
    NUMBER,
    /** A formula, code identifier, path or address: compared as a whole. */
    CODE,
    PUNCTUATION
  }

  public Token {
    terms = List.copyOf(terms);
    parts = List.copyOf(parts);
  }

  /** Whether the token carries content: a word that is no stop word, a number or code. */
  public boolean isContent() {
    return kind != Kind.PUNCTUATION && !stopWord;
  }

  /**
   * Whether two tokens are said under the same polarity: both inside a negation or neither.
   * "Depends less on" and "does not depend on" agree.
   */
  public boolean agreesWith(Token other) {
    return negated == other.negated
        || (negated && !lessened && other.lessened)
        || (other.negated && !other.lessened && lessened);
  }

  /** Tokens differ by where they stand and what stands there; they are sought in tables a lot. */
  @Override
  public int hashCode() {
    return 31 * start + text.hashCode();
  }

  /**
   * The form by which the token is counted and weighed.
   *
   * @throws NoSuchElementException for punctuation, which has none
   */
  public String term() {
    if (terms.isEmpty()) {
      throw new NoSuchElementException("punctuation has no term");
    }
    return terms.get(0);
  }
}

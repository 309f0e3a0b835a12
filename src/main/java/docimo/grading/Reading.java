package docimo.grading;

import docimo.similarity.AnswerIndex;
import docimo.similarity.WordVectors;
import docimo.text.AnalyzedText;
import docimo.text.Sentence;
import docimo.text.Token;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it was read. Immutable.
 *
 * @param text the answer taken apart, without what is ignored
 * @param ignored sentences that take no part in the marking: instructions to the grader
 * @param tokens all its tokens in order
 * @param index finds keywords in it
 * @param vectors its word vectors; null without an encoder
 * @param unknownWords how many of its words neither the background collection nor the question
 *     knows
 */
record Reading(
    AnalyzedText text,
    List<Sentence> ignored,
    List<Token> tokens,
    AnswerIndex index,
    @Nullable WordVectors vectors,
    int unknownWords) {

  /** The size of the answer and what it is made of. */
  Grade.Stats stats() {
    int formulas =
        (int)
            tokens.stream()
                .filter(t -> t.kind() == Token.Kind.CODE || t.kind() == Token.Kind.NUMBER)
                .count();
    int tokensIgnored = ignored.stream().mapToInt(sentence -> sentence.tokens().size()).sum();
    return new Grade.Stats(
        text.wordCount(), text.sentences().size(), tokensIgnored, unknownWords, formulas);
  }

  /**
   * For each sentence, how many content words stand before it, and at last how many there are: the
   * content words of sentence i are those from {@code [i]} to {@code [i + 1]}.
   */
  int[] sentenceBounds() {
    int[] bounds = new int[text.sentences().size() + 1];
    for (int i = 0; i < text.sentences().size(); i++) {
      Sentence sentence = text.sentences().get(i);
      bounds[i + 1] = bounds[i] + (int) sentence.tokens().stream().filter(Token::isContent).count();
    }
    return bounds;
  }
}

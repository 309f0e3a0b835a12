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
 */
record Reading(
    AnalyzedText text,
    List<Sentence> ignored,
    List<Token> tokens,
    AnswerIndex index,
    @Nullable WordVectors vectors) {

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

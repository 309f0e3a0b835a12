package docimo.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A text taken apart. Immutable.
 *
 * @param source the text and its normalised form
 * @param sentences the sentences in order; empty when the text has no token at all
 * @param acronyms the acronyms that the text itself introduces, in lower case, each with the terms
 *     of its long form in order ("bn" to the terms of "batch normalization")
 */
public record AnalyzedText(
    NormalizedText source, List<Sentence> sentences, Map<String, List<String>> acronyms) {

  public AnalyzedText {
    sentences = List.copyOf(sentences);
    acronyms = Map.copyOf(acronyms);
  }

  /** The same text without some of its sentences. */
  public AnalyzedText without(List<Sentence> left) {
    Set<Sentence> gone = Set.copyOf(left);
    return gone.isEmpty()
        ? this
        : new AnalyzedText(
            source, sentences.stream().filter(s -> !gone.contains(s)).toList(), acronyms);
  }

  /** All tokens in order. */
  public Stream<Token> tokens() {
    return sentences.stream().flatMap(sentence -> sentence.tokens().stream());
  }

  /** How many tokens are words, numbers or code: punctuation does not count. */
  public int wordCount() {
    return (int) tokens().filter(token -> token.kind() != Token.Kind.PUNCTUATION).count();
  }

  /** The part of the original between two offsets, as it was sent. */
  public String quote(int start, int end) {
    return source.original().substring(start, end);
  }
}

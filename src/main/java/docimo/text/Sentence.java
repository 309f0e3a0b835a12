package docimo.text;

import java.util.List;

/**
 * A sentence, or a line that stands for one such as a list item. Never without tokens.
 *
 * @param start where it begins in the original
 * @param end where it ends in the original, exclusive
 * @param tokens its tokens in order
 */
public record Sentence(int start, int end, List<Token> tokens) {

  public Sentence {
    tokens = List.copyOf(tokens);
  }

  /**
   * The sentence as it was tokenised: normalised, without markup and what cannot be seen, with one
   * space where there was any.
   */
  public String written() {
    StringBuilder written = new StringBuilder();
    int last = start;
    for (Token token : tokens) {
      if (token.start() > last && !written.isEmpty()) {
        written.append(' ');
      }
      written.append(token.text());
      last = token.end();
    }
    return written.toString();
  }
}

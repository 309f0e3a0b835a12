package docimo.evaluation.attack;

import docimo.text.Token;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds who does what to what, where a sentence is simple enough to tell. */
final class NounPhrases {

  /**
   * Tokens of a line from one to another.
   *
   * @param from first token
   * @param to last token, itself included
   */
  record Phrase(Line line, int from, int to) {

    Token head() {
      return line.tokens().get(to);
    }

    String text() {
      return line.between(line.tokens().get(from).start(), head().end());
    }

    /** The phrase as it stands inside a sentence. */
    String inside() {
      return Line.inside(text(), line.tokens().get(from));
    }

    Line.Edit replacedBy(Phrase other) {
      Token first = line.tokens().get(from);
      return new Line.Edit(first.start(), head().end(), other.inside());
    }

    boolean isPlural() {
      String word = head().text().toLowerCase(Locale.ROOT);
      return word.endsWith("s") && !word.equals(head().lemma());
    }
  }

  private static final Set<String> INSIDE = Set.of("DET", "ADJ", "NOUN", "PROPN", "NUM");
  private static final Set<String> HEADS = Set.of("NOUN", "PROPN");

  private NounPhrases() {}

  /** A plain noun phrase that begins the sentence, with the verb of the sentence right after it. */
  static Optional<Phrase> subject(Line line) {
    return phrase(line, 0)
        .filter(phrase -> phrase.to() + 1 < line.tokens().size())
        .filter(phrase -> isFinite(line.tokens().get(phrase.to() + 1)));
  }

  /** A plain noun phrase that begins at a token and after which something else begins. */
  static Optional<Phrase> phrase(Line line, int from) {
    List<Token> tokens = line.tokens();
    int to = from;
    while (to < tokens.size() && INSIDE.contains(tokens.get(to).tag())) {
      to++;
    }
    return to > from && HEADS.contains(tokens.get(to - 1).tag())
        ? Optional.of(new Phrase(line, from, to - 1))
        : Optional.empty();
  }

  /** A plain noun phrase that ends with a token. */
  static Optional<Phrase> endingAt(Line line, int to) {
    int from = to + 1;
    while (from > 0 && INSIDE.contains(line.tokens().get(from - 1).tag())) {
      from--;
    }
    return from <= to && HEADS.contains(line.tokens().get(to).tag())
        ? Optional.of(new Phrase(line, from, to))
        : Optional.empty();
  }

  /** A verb in the present, or an auxiliary. */
  static boolean isFinite(Token token) {
    String word = Line.lower(token);
    return token.tag().equals("AUX")
        || (token.tag().equals("VERB") && (word.endsWith("s") || word.equals(token.lemma())));
  }
}

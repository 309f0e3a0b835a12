package docimo.evaluation.attack;

import docimo.text.AnalyzedText;
import docimo.text.Sentence;
import docimo.text.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A sentence or list item of a text, without the mark of the list.
 *
 * @param text what it says, as written
 * @param tokens its tokens in order
 * @param start where it begins in the text that the tokens come from
 */
record Line(String text, List<Token> tokens, int start) {

  /** A stretch of the source text and what is written in its place. */
  record Edit(int from, int to, String text) {

    static Edit of(Token token, String text) {
      return new Edit(token.start(), token.end(), text);
    }
  }

  private static final Pattern LIST_MARK = Pattern.compile("^(?:[-*+•–]|\\(?\\d{1,2}[.)])\\s+");
  private static final Set<String> ENDS = Set.of(".", "!", "?");

  /** The lines of a text in order; those without a word are left out. */
  static List<Line> of(AnalyzedText text) {
    List<Line> lines = new ArrayList<>();
    for (Sentence sentence : text.sentences()) {
      String quote = text.quote(sentence.start(), sentence.end());
      Matcher mark = LIST_MARK.matcher(quote);
      int start = sentence.start() + (mark.find() ? mark.end() : 0);
      List<Token> tokens = sentence.tokens().stream().filter(t -> t.start() >= start).toList();
      Line line = new Line(text.quote(start, sentence.end()), tokens, start);
      if (!line.words().isEmpty()) {
        lines.add(line);
      }
    }
    return lines;
  }

  /** Its tokens that are no punctuation. */
  List<Token> words() {
    return tokens.stream().filter(token -> token.kind() != Token.Kind.PUNCTUATION).toList();
  }

  /** Whether it only says that something follows: "The signs are:". */
  boolean announces() {
    return text.endsWith(":");
  }

  /** How many of its words carry content. */
  long contentWords() {
    return tokens.stream().filter(Token::isContent).count();
  }

  /** Its words in lower case. */
  Set<String> vocabulary() {
    return words().stream().map(Line::lower).collect(Collectors.toUnmodifiableSet());
  }

  /** The line as a sentence: it begins with a capital and ends with a full stop. */
  String sentence() {
    return sentence(text);
  }

  /** A text as a sentence. */
  static String sentence(String text) {
    String body = text.strip();
    if (body.isEmpty()) {
      return body;
    }
    String last = body.substring(body.length() - 1);
    if (":;,".contains(last)) {
      body = body.substring(0, body.length() - 1);
      last = "";
    }
    return capitalised(body) + (ENDS.contains(last) ? "" : ".");
  }

  /** The sentence with some stretches written anew; they must not overlap. */
  String with(List<Edit> edits) {
    StringBuilder edited = new StringBuilder();
    int at = start;
    List<Edit> ordered = edits.stream().sorted(Comparator.comparingInt(Edit::from)).toList();
    for (Edit edit : ordered) {
      edited.append(text, at - start, edit.from() - start).append(edit.text());
      at = edit.to();
    }
    return sentence(edited.append(text.substring(at - start)).toString());
  }

  /** What stands between two offsets of the source text. */
  String between(int from, int to) {
    return text.substring(from - start, to - start);
  }

  /** The text to stand inside a sentence: names and acronyms keep their capitals. */
  String inside() {
    return inside(text, tokens.get(0));
  }

  /** A text that begins with a token, to stand inside a sentence. */
  static String inside(String text, Token first) {
    String word = first.text();
    boolean plain =
        word.length() > 1
            && word.substring(1).equals(word.substring(1).toLowerCase(Locale.ROOT))
            && !first.tag().equals("PROPN");
    boolean article = word.equals("A");
    return (plain || article) && !word.startsWith("I'")
        ? text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1)
        : text;
  }

  static String lower(Token token) {
    return token.text().toLowerCase(Locale.ROOT);
  }

  static String capitalised(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}

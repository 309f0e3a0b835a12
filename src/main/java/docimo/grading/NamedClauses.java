package docimo.grading;

import docimo.text.Sentence;
import docimo.text.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The clauses of an answer, each with the one of several things that it is about: the one that it
 * names, or where it names none and has no subject of its own, the one before it in the sentence. A
 * sentence goes on with what the last one was about when it begins with a pronoun, and a list with
 * what its heading names. Neighbours about the same thing are taken together inside a sentence.
 */
final class NamedClauses {

  private static final Set<String> MARKS = Set.of(",", ";", ":", "(", ")");
  private static final Set<String> JOINTS =
      Set.of("and", "but", "while", "whereas", "because", "so", "whilst", "although");

  /**
   * A stretch of an answer about one thing.
   *
   * @param name the thing
   * @param sentence the words of it
   * @param from the first content word of the answer that stands in it
   * @param to behind the last
   */
  record Clause(String name, Sentence sentence, int from, int to) {}

  private static final Set<String> GOES_ON =
      Set.of("it", "they", "this", "that", "these", "those", "its", "their", "both");

  /** A heading has few words and no verb. */
  private static final int LONGEST_HEADING = 4;

  private final Contrast contrast;
  private final List<Clause> clauses = new ArrayList<>();
  private @Nullable String topic;
  private @Nullable String heading;

  /** Whether the last clause may go on. */
  private boolean open;

  private NamedClauses(Contrast contrast) {
    this.contrast = contrast;
  }

  /** The clauses of an answer that are about one of the things of a contrast. */
  static List<Clause> of(List<Sentence> answer, Contrast contrast) {
    NamedClauses named = new NamedClauses(contrast);
    int content = 0;
    for (Sentence sentence : answer) {
      List<Token> tokens = sentence.tokens();
      named.beginSentence(tokens);
      int begin = 0;
      for (int i = 0; i <= tokens.size(); i++) {
        if (i == tokens.size() || (i > begin && isBorder(tokens, i))) {
          content = named.add(tokens.subList(begin, i), content);
          begin = i;
        }
      }
    }
    return named.clauses;
  }

  private static boolean isBorder(List<Token> tokens, int at) {
    String word = tokens.get(at).text().toLowerCase(Locale.ROOT);
    return MARKS.contains(word) || JOINTS.contains(word);
  }

  private int add(List<Token> tokens, int content) {
    int to = content + (int) tokens.stream().filter(Token::isContent).count();
    Set<String> names = names(tokens);
    String about;
    if (names.size() == 1) {
      about = names.iterator().next();
      topic = about;
    } else if (names.isEmpty() && !hasOwnSubject(tokens)) {
      about = topic;
    } else {
      about = null;
      topic = names.isEmpty() ? topic : null;
    }
    if (about != null && !tokens.isEmpty()) {
      join(new Clause(about, sentence(tokens), content, to));
    }
    return to;
  }

  private void join(Clause next) {
    Clause last = clauses.isEmpty() ? null : clauses.get(clauses.size() - 1);
    if (last != null && last.name().equals(next.name()) && last.to() == next.from() && open) {
      List<Token> both = new ArrayList<>(last.sentence().tokens());
      both.addAll(next.sentence().tokens());
      clauses.set(
          clauses.size() - 1, new Clause(last.name(), sentence(both), last.from(), next.to()));
    } else {
      clauses.add(next);
    }
    open = true;
  }

  private void beginSentence(List<Token> tokens) {
    open = false;
    boolean goesOn =
        tokens.stream()
            .filter(token -> token.kind() == Token.Kind.WORD)
            .limit(2)
            .anyMatch(token -> GOES_ON.contains(token.text().toLowerCase(Locale.ROOT)));
    if (!goesOn) {
      topic = heading;
    }
    Set<String> names = names(tokens);
    if (!names.isEmpty()) {
      heading = names.size() == 1 && isHeading(tokens) ? names.iterator().next() : null;
    }
  }

  private static boolean isHeading(List<Token> tokens) {
    return tokens.stream().filter(t -> t.kind() != Token.Kind.PUNCTUATION).count()
            <= LONGEST_HEADING
        && tokens.stream().noneMatch(t -> t.tag().equals("VERB") || t.tag().equals("AUX"));
  }

  private Set<String> names(List<Token> tokens) {
    Set<String> names = new HashSet<>();
    for (Token token : tokens) {
      if (token.terms().contains(contrast.name())) {
        names.add(contrast.name());
      }
      contrast.others().stream().filter(token.terms()::contains).forEach(names::add);
    }
    return names;
  }

  /** Whether a noun stands before the first verb: the clause is about something of its own. */
  private static boolean hasOwnSubject(List<Token> tokens) {
    boolean noun = false;
    for (Token token : tokens) {
      switch (token.tag()) {
        case "VERB", "AUX" -> {
          return noun;
        }
        case "NOUN", "PROPN" -> noun = true;
        default -> {}
      }
    }
    return false;
  }

  private static Sentence sentence(List<Token> tokens) {
    return new Sentence(
        tokens.get(0).start(), tokens.get(tokens.size() - 1).end(), List.copyOf(tokens));
  }
}

package docimo.evaluation.attack;

import docimo.evaluation.attack.NounPhrases.Phrase;
import docimo.text.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Who does what to what, mixed up: subject and object of a sentence exchanged, or else the subjects
 * of two sentences.
 */
final class Roles {

  /** What these say of two things they say of them in both directions. */
  private static final Set<String> MUTUAL =
      Set.of(
          "equal",
          "match",
          "resemble",
          "meet",
          "differ",
          "correlate",
          "interact",
          "oppose",
          "complement",
          "mirror",
          "balance",
          "accompany",
          "relate",
          "be",
          "become",
          "seem",
          "share",
          "call");

  private static final Set<String> BETWEEN = Set.of("ADP", "ADV", "VERB");
  private static final int FURTHEST = 2;

  private Roles() {}

  static Optional<String> swapped(Material material, SplittableRandom random) {
    Set<String> asked = material.prompt().tokens().map(Token::lemma).collect(Collectors.toSet());
    Map<Line, String> exchanged = exchangedSubjects(material.lines(), asked);
    return FalseStatements.of(
        material, line -> swapped(line).or(() -> Optional.ofNullable(exchanged.get(line))));
  }

  /** "The encoder compresses the input": "the input compresses the encoder". */
  private static Optional<String> swapped(Line line) {
    for (int verb = 1; verb + 1 < line.tokens().size(); verb++) {
      if (isActing(line, verb)) {
        Optional<Phrase> subject = NounPhrases.endingAt(line, verb - 1);
        Optional<Phrase> object = object(line, verb);
        if (subject.isPresent() && object.isPresent()) {
          return Optional.of(swapped(line, subject.get(), verb, object.get()));
        }
      }
    }
    return Optional.empty();
  }

  private static String swapped(Line line, Phrase subject, int verb, Phrase object) {
    List<Line.Edit> edits = new ArrayList<>();
    edits.add(subject.replacedBy(object));
    edits.add(object.replacedBy(subject));
    Token word = line.tokens().get(verb);
    if (subject.isPlural() != object.isPlural() && word.tag().equals("VERB")) {
      edits.add(Line.Edit.of(word, otherNumber(word)));
    }
    return line.with(edits);
  }

  /** A verb that is not denied: what does not do something to another is rarely done by it. */
  private static boolean isActing(Line line, int at) {
    Token verb = line.tokens().get(at);
    boolean passive = verb.tag().equals("AUX") && line.tokens().get(at + 1).tag().equals("VERB");
    return NounPhrases.isFinite(verb)
        && !verb.negated()
        && !MUTUAL.contains(passive ? line.tokens().get(at + 1).lemma() : verb.lemma())
        && (passive || verb.tag().equals("VERB"));
  }

  /**
   * The phrase after the verb, with at most a few small words between: "switches off the units".
   */
  private static Optional<Phrase> object(Line line, int verb) {
    int at = verb + 1;
    while (at < line.tokens().size() && at <= verb + FURTHEST && isSmall(line.tokens().get(at))) {
      at++;
    }
    return NounPhrases.phrase(line, at).filter(object -> endsThere(line, object));
  }

  private static boolean isSmall(Token token) {
    return BETWEEN.contains(token.tag()) && !token.negated();
  }

  /** Not "the input and the output", nor a name that goes on. */
  private static boolean endsThere(Line line, Phrase object) {
    if (object.to() + 1 >= line.tokens().size()) {
      return true;
    }
    Token next = line.tokens().get(object.to() + 1);
    return !next.tag().equals("CCONJ") && !Line.lower(next).equals(",");
  }

  private static String otherNumber(Token verb) {
    String word = Line.lower(verb);
    if (word.endsWith("s") && !word.equals(verb.lemma())) {
      return verb.lemma();
    }
    if (word.equals("have")) {
      return "has";
    }
    return word.matches(".*(?:s|x|ch|sh|o)") ? word + "es" : word + "s";
  }

  /**
   * Sentences whose subjects are exchanged with those of the next such sentence. What the question
   * is about stays: of a kind of it the same may be true.
   */
  private static Map<Line, String> exchangedSubjects(List<Line> lines, Set<String> asked) {
    Map<Line, String> exchanged = new HashMap<>();
    List<Phrase> waiting = new ArrayList<>();
    for (Line line : lines) {
      NounPhrases.subject(line)
          .filter(phrase -> swapped(line).isEmpty() && !asked.contains(phrase.head().lemma()))
          .filter(phrase -> !line.text().contains(":") && !line.text().contains(";"))
          .ifPresent(
              phrase -> {
                if (!waiting.isEmpty() && areRivals(waiting.get(0), phrase)) {
                  Phrase first = waiting.remove(0);
                  exchanged.put(first.line(), first.line().with(List.of(first.replacedBy(phrase))));
                  exchanged.put(line, line.with(List.of(phrase.replacedBy(first))));
                } else {
                  waiting.clear();
                  waiting.add(phrase);
                }
              });
    }
    return exchanged;
  }

  /** Two things of the same number that neither sentence says of the other. */
  private static boolean areRivals(Phrase one, Phrase other) {
    return one.isPlural() == other.isPlural()
        && !one.head().lemma().equals(other.head().lemma())
        && !one.line().vocabulary().contains(Line.lower(other.head()))
        && !other.line().vocabulary().contains(Line.lower(one.head()));
  }
}

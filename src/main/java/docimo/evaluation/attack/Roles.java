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
          "mean",
          "be",
          "become",
          "seem");

  private Roles() {}

  static Optional<String> swapped(Material material, SplittableRandom random) {
    Map<Line, String> exchanged = exchangedSubjects(material.lines());
    return FalseStatements.of(
        material, line -> swapped(line).or(() -> Optional.ofNullable(exchanged.get(line))));
  }

  /** "The encoder compresses the input": "the input compresses the encoder". */
  private static Optional<String> swapped(Line line) {
    Optional<Phrase> subject = NounPhrases.subject(line);
    if (subject.isEmpty()) {
      return Optional.empty();
    }
    int at = subject.get().to() + 1;
    Token verb = line.tokens().get(at);
    Optional<Phrase> object = NounPhrases.phrase(line, at + 1).filter(o -> endsThere(line, o));
    if (object.isEmpty() || !verb.tag().equals("VERB") || MUTUAL.contains(verb.lemma())) {
      return Optional.empty();
    }
    List<Line.Edit> edits = new ArrayList<>();
    edits.add(subject.get().replacedBy(object.get()));
    edits.add(object.get().replacedBy(subject.get()));
    if (subject.get().isPlural() != object.get().isPlural()) {
      edits.add(Line.Edit.of(verb, otherNumber(verb)));
    }
    return Optional.of(line.with(edits));
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

  /** Sentences whose subjects are exchanged with those of the next such sentence. */
  private static Map<Line, String> exchangedSubjects(List<Line> lines) {
    Map<Line, String> exchanged = new HashMap<>();
    List<Phrase> waiting = new ArrayList<>();
    for (Line line : lines) {
      NounPhrases.subject(line)
          .filter(phrase -> swapped(line).isEmpty())
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

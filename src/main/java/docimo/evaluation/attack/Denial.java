package docimo.evaluation.attack;

import docimo.text.Token;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Says the contrary of a sentence. The verb of the main clause is denied where it is found for
 * certain; otherwise the sentence is introduced by "It is not true that", which is always the
 * contrary. A sentence that is hedged ("some", "often") is not made false by a "not" inside it, so
 * it is introduced as well.
 */
final class Denial {

  private static final List<String> RETRACTIONS =
      List.of(
          "Everything above is false.",
          "None of what I have just written is true.",
          "All of these statements are wrong; the opposite is the case.");
  private static final Set<String> OPENS_CLAUSE =
      Set.of(
          "if",
          "when",
          "because",
          "while",
          "since",
          "although",
          "though",
          "as",
          "where",
          "unless",
          "once",
          "after",
          "before",
          "in",
          "to",
          "for",
          "with",
          "without",
          "by",
          "that",
          "which",
          "who",
          "whose",
          "whether",
          "at",
          "on",
          "from",
          "during",
          "under",
          "until",
          "what",
          "how",
          "not",
          "only",
          "no",
          "neither",
          "either",
          "both",
          "just",
          "even");
  private static final Set<String> HEDGES =
      Set.of(
          "some",
          "sometimes",
          "often",
          "usually",
          "typically",
          "mostly",
          "generally",
          "rarely",
          "many",
          "few",
          "most",
          "perhaps",
          "normally",
          "common",
          "commonly",
          "almost",
          "never",
          "nobody",
          "nothing",
          "none",
          "hardly",
          "or",
          "nor",
          "everything",
          "may",
          "might");
  private static final Set<String> DENIABLE =
      Set.of(
          "is", "are", "was", "were", "am", "does", "do", "did", "has", "have", "had", "will",
          "would", "could", "should", "must");
  private static final Map<String, String> DENIED = Map.of("can", "cannot");

  private Denial() {}

  /** Every sentence of the reference denied. */
  static Optional<String> ofEverySentence(Material material, SplittableRandom random) {
    return FalseStatements.of(material, line -> Optional.of(denied(line)));
  }

  /** The reference, taken back at its end. */
  static Optional<String> afterwards(Material material, SplittableRandom random) {
    return Optional.of(
        material.prose() + " " + RETRACTIONS.get(random.nextInt(RETRACTIONS.size())));
  }

  /** The contrary of a line. */
  static String denied(Line line) {
    List<Token> tokens = line.tokens();
    if (tokens.stream().noneMatch(Denial::isVerb)) {
      return Line.sentence("Not " + line.inside());
    }
    if (Collections.disjoint(line.vocabulary(), HEDGES)) {
      for (int i = 0; i < tokens.size(); i++) {
        Token token = tokens.get(i);
        String word = Line.lower(token);
        boolean unsure =
            OPENS_CLAUSE.contains(word)
                || (token.kind() == Token.Kind.PUNCTUATION && !word.equals("\""));
        if (unsure && !(i > 0 && isVerb(token))) {
          break;
        }
        Optional<Line.Edit> edit = denied(line, i);
        if (edit.isPresent()) {
          return line.with(List.of(edit.get()));
        }
        if (token.tag().equals("VERB") && !word.endsWith("ing")) {
          break;
        }
      }
    }
    String body = line.inside();
    return Line.sentence("It is not true that " + body);
  }

  private static Optional<Line.Edit> denied(Line line, int at) {
    Token token = line.tokens().get(at);
    String word = Line.lower(token);
    if (token.tag().equals("AUX") && (DENIABLE.contains(word) || DENIED.containsKey(word))) {
      return at > 0 && !isDeniedAlready(line, at)
          ? Optional.of(Line.Edit.of(token, DENIED.getOrDefault(word, token.text() + " not")))
          : Optional.empty();
    }
    if (!token.tag().equals("VERB")) {
      return Optional.empty();
    }
    boolean base = word.equals(token.lemma());
    if (at == 0) {
      return base
          ? Optional.of(Line.Edit.of(token, "Do not " + token.text().toLowerCase(Locale.ROOT)))
          : Optional.empty();
    }
    Token before = line.tokens().get(at - 1);
    if (!isSubject(before)) {
      return Optional.empty();
    }
    if (!base && word.endsWith("s")) {
      return Optional.of(Line.Edit.of(token, "does not " + token.lemma()));
    }
    return base ? Optional.of(Line.Edit.of(token, "do not " + word)) : Optional.empty();
  }

  /** "Is not", "cannot", "is no", "is never": there a second "not" would say the truth again. */
  private static boolean isDeniedAlready(Line line, int at) {
    return line.tokens().stream()
        .skip(at + 1L)
        .anyMatch(t -> Set.of("not", "n't", "no", "never", "without").contains(Line.lower(t)));
  }

  private static boolean isSubject(Token token) {
    return Set.of("NOUN", "PROPN", "PRON").contains(token.tag());
  }

  private static boolean isVerb(Token token) {
    return token.tag().equals("VERB") || token.tag().equals("AUX");
  }
}

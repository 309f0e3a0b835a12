package docimo.evaluation.attack;

import docimo.text.Token;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Says the contrary of a sentence. Its verbs are denied where they are found for certain; otherwise
 * the sentence is introduced by "It is not true that", which is always the contrary. A sentence
 * that is hedged ("some", "often") or gives a reason is not made false by a "not" inside it, so it
 * is introduced as well.
 */
final class Denial {

  private static final List<String> RETRACTIONS =
      List.of(
          "Everything above is false.",
          "None of what I have just written is true.",
          "All of these statements are wrong; the opposite is the case.");
  private static final Set<String> OPENS_CLAUSE =
      Set.of(
          ("if when because while since although though as where unless once after before in to for"
                  + " with without by that which who whose whether at on from during under until"
                  + " what how not only no neither either both just even")
              .split(" "));
  private static final Set<String> HEDGES =
      Set.of(
          ("some sometimes often usually typically mostly generally rarely many few most perhaps"
                  + " normally common commonly almost never nobody nothing none hardly or nor may"
                  + " might because since although though so no not n't without")
              .split(" "));
  private static final Set<String> DENIABLE =
      Set.of("is", "are", "was", "were", "will", "would", "could", "should", "must", "can");
  private static final Set<String> HELPS = Set.of("has", "have", "had", "does", "do", "did");
  private static final Set<String> SUBJECTS = Set.of("NOUN", "PROPN", "PRON");
  private static final Set<String> PHRASE = Set.of("NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM");
  private static final Set<String> GOES_ON = Set.of("and", "but", ";", ":", "so");

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
    if (isOrder(tokens)) {
      return line.with(List.of(Line.Edit.of(tokens.get(0), "Do not " + Line.lower(tokens.get(0)))));
    }
    if (tokens.stream().noneMatch(Denial::isVerb)) {
      return Line.sentence("Not " + line.inside());
    }
    if (Collections.disjoint(line.vocabulary(), HEDGES)) {
      List<Line.Edit> edits = denials(tokens);
      if (!edits.isEmpty()) {
        return line.with(edits);
      }
    }
    return Line.sentence("It is not true that " + line.inside());
  }

  /** "Use a smaller network": a verb in its base form without a subject. */
  private static boolean isOrder(List<Token> tokens) {
    Token first = tokens.get(0);
    return first.tag().equals("VERB")
        && first.kind() == Token.Kind.WORD
        && Line.lower(first).equals(first.lemma())
        && first.text().chars().allMatch(Character::isLetter)
        && tokens.size() > 1
        && !isVerb(tokens.get(1));
  }

  /** The denial of the main verb and of those joined to it; empty when it is not found. */
  private static List<Line.Edit> denials(List<Token> tokens) {
    List<Line.Edit> edits = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (OPENS_CLAUSE.contains(Line.lower(token)) || token.kind() == Token.Kind.PUNCTUATION) {
        break;
      }
      if (isVerb(token) && !Line.lower(token).endsWith("ing")) {
        denied(tokens, i, false).ifPresent(edits::add);
        break;
      }
    }
    for (int i = 1; !edits.isEmpty() && i < tokens.size(); i++) {
      if (GOES_ON.contains(Line.lower(tokens.get(i)))) {
        int verb = verbAfter(tokens, i);
        if (verb > 0 && tokens.get(verb).start() > edits.get(0).from()) {
          Optional<Line.Edit> edit = denied(tokens, verb, true);
          if (edit.isEmpty()) {
            return List.of(); // this part would stay true
          }
          edits.add(edit.get());
        }
      }
    }
    return edits;
  }

  /** The verb of a further clause or predicate: right there, or after its subject; -1 if none. */
  private static int verbAfter(List<Token> tokens, int at) {
    int i = at + 1;
    while (i < tokens.size() && PHRASE.contains(tokens.get(i).tag())) {
      i++;
    }
    return i < tokens.size() && isVerb(tokens.get(i)) ? i : -1;
  }

  /** The denial of a verb that has its subject before it, or is joined to one that has. */
  private static Optional<Line.Edit> denied(List<Token> tokens, int at, boolean joined) {
    Token token = tokens.get(at);
    String word = Line.lower(token);
    if (DENIABLE.contains(word)) {
      return at == 0
          ? Optional.empty()
          : Optional.of(Line.Edit.of(token, word.equals("can") ? "cannot" : token.text() + " not"));
    }
    if (HELPS.contains(word) && at + 1 < tokens.size() && isVerb(tokens.get(at + 1))) {
      return Optional.of(Line.Edit.of(token, token.text() + " not"));
    }
    if (!token.tag().equals("VERB") || at == 0) {
      return Optional.empty();
    }
    boolean subject = SUBJECTS.contains(tokens.get(at - 1).tag());
    if (!subject && !(joined && GOES_ON.contains(Line.lower(tokens.get(at - 1))))) {
      return Optional.empty();
    }
    if (word.equals(token.lemma())) {
      return Optional.of(Line.Edit.of(token, "do not " + word));
    }
    return word.endsWith("s")
        ? Optional.of(Line.Edit.of(token, "does not " + token.lemma()))
        : Optional.empty();
  }

  private static boolean isVerb(Token token) {
    return token.tag().equals("VERB") || token.tag().equals("AUX");
  }
}

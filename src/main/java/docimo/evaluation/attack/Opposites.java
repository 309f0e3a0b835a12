package docimo.evaluation.attack;

import docimo.similarity.Antonyms;
import docimo.text.Token;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Puts a word that says the opposite in the place of one word of each sentence. Not of two: "less
 * of the one means more of the other" is as true as before. Words inside a negation stay, because
 * what is not large may well be not small.
 */
final class Opposites {

  /** Pairs that candidates mix up, by their forms, preferred to those of the dictionary. */
  private static final Map<String, String> COMMON = common();

  private static final List<String> TAGS = List.of("VERB", "ADJ", "ADV");
  private static final int SHORTEST = 4;

  /** Adverbs that qualify what is said have this ending; others link sentences. */
  private static final String QUALIFIES = "ly";

  /**
   * Words whose opposite often changes nothing: "in short", "the left join", "running averages".
   */
  private static final Set<String> IDLE =
      Set.of(
          "short", "left", "right", "running", "general", "sure", "certain", "original", "added");

  private Opposites() {}

  static Optional<String> swapped(Material material, SplittableRandom random) {
    Antonyms antonyms = material.tools().antonyms();
    return FalseStatements.of(material, line -> swapped(line, antonyms));
  }

  private static Optional<String> swapped(Line line, Antonyms antonyms) {
    Set<String> vocabulary = line.vocabulary();
    return line.tokens().stream()
        .filter(token -> token.kind() == Token.Kind.WORD)
        .filter(token -> !token.negated() && !token.lessened())
        .sorted(Comparator.comparingInt(Opposites::rank))
        .flatMap(
            token ->
                opposite(token, antonyms)
                    .filter(word -> !vocabulary.contains(word))
                    .map(word -> line.with(List.of(Line.Edit.of(token, cased(word, token)))))
                    .stream())
        .findFirst();
  }

  private static int rank(Token token) {
    if (COMMON.containsKey(Line.lower(token))) {
      return 0;
    }
    int tag = TAGS.indexOf(token.tag());
    return tag < 0 ? TAGS.size() + 1 : tag + 1;
  }

  private static Optional<String> opposite(Token token, Antonyms antonyms) {
    String word = Line.lower(token);
    if (IDLE.contains(word)) {
      return Optional.empty();
    }
    String common = COMMON.get(word);
    if (common != null) {
      return Optional.of(common);
    }
    boolean links = token.tag().equals("ADV") && !word.endsWith(QUALIFIES);
    if (token.stopWord() || links || !TAGS.contains(token.tag()) || word.length() < SHORTEST) {
      return Optional.empty();
    }
    Set<String> ofLemma = antonyms.of(lemma(token));
    Set<String> ofForm = new HashSet<>(antonyms.of(token));
    ofForm.removeAll(ofLemma);
    return best(token.tag().equals("VERB") ? ofLemma : ofForm, token)
        .map(other -> inflected(other, word, token))
        .or(() -> token.tag().equals("VERB") ? Optional.empty() : best(ofLemma, token));
  }

  /** The token as the dictionary has it. */
  private static Token lemma(Token token) {
    return new Token(
        token.lemma(),
        token.start(),
        token.end(),
        token.kind(),
        token.tag(),
        token.lemma(),
        token.terms(),
        token.parts(),
        token.quantity(),
        token.stopWord(),
        token.negated(),
        token.lessened());
  }

  /** The shortest, then the first of the alphabet; none that the verb is only undone in. */
  private static Optional<String> best(Set<String> opposites, Token token) {
    return opposites.stream()
        .filter(other -> other.chars().allMatch(Character::isLetter))
        .filter(other -> !token.tag().equals("VERB") || !other.endsWith(token.lemma()))
        .filter(other -> !other.startsWith("non"))
        .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
  }

  /** The opposite of a verb in the form of the verb. */
  private static String inflected(String opposite, String word, Token token) {
    if (!token.tag().equals("VERB") || word.equals(token.lemma())) {
      return opposite;
    }
    String stem = opposite.endsWith("e") ? opposite.substring(0, opposite.length() - 1) : opposite;
    if (word.endsWith("ing")) {
      return stem + "ing";
    }
    if (word.endsWith("s")) {
      return opposite.matches(".*(?:s|x|ch|sh)") ? opposite + "es" : opposite + "s";
    }
    return stem + "ed";
  }

  private static String cased(String word, Token token) {
    return Character.isUpperCase(token.text().codePointAt(0)) ? Line.capitalised(word) : word;
  }

  /** Lines of two words; with {@code >} between them only the second stands for the first. */
  private static Map<String, String> common() {
    Map<String, String> opposites = new HashMap<>();
    for (String line : TextFile.lines("opposites.txt")) {
      String[] words = line.split(" > ", 2);
      boolean oneWay = words.length == 2;
      String[] pair = oneWay ? words : line.split(" ", 2);
      opposites.put(pair[0], pair[1]);
      if (!oneWay) {
        opposites.putIfAbsent(pair[1], pair[0]);
      }
    }
    return Map.copyOf(opposites);
  }
}

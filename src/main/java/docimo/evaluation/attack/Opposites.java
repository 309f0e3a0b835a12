package docimo.evaluation.attack;

import docimo.similarity.Antonyms;
import docimo.text.Token;
import java.util.Comparator;
import java.util.HashMap;
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
  private static final Map<String, String> COMMON =
      both(
          "increase",
          "decrease",
          "increases",
          "decreases",
          "increased",
          "decreased",
          "increasing",
          "decreasing",
          "higher",
          "lower",
          "high",
          "low",
          "more",
          "less",
          "before",
          "after",
          "always",
          "never",
          "large",
          "small",
          "larger",
          "smaller",
          "largest",
          "smallest",
          "fast",
          "slow",
          "faster",
          "slower",
          "positive",
          "negative",
          "same",
          "different",
          "first",
          "last",
          "long",
          "short",
          "longer",
          "shorter",
          "easy",
          "hard",
          "easier",
          "harder",
          "strong",
          "weak",
          "stronger",
          "weaker",
          "above",
          "below",
          "early",
          "late",
          "best",
          "worst",
          "better",
          "worse",
          "supervised",
          "unsupervised",
          "linear",
          "non-linear",
          "narrow",
          "wide",
          "narrower",
          "wider",
          "narrowest",
          "widest",
          "unsafe",
          "safe",
          "with",
          "without",
          "improves",
          "worsens",
          "improve",
          "worsen",
          "adds",
          "removes",
          "add",
          "remove",
          "added",
          "removed",
          "adding",
          "removing",
          "raises",
          "lowers",
          "raise",
          "lower",
          "rises",
          "falls",
          "rise",
          "fall",
          "grows",
          "shrinks",
          "grow",
          "shrink",
          "begins",
          "ends",
          "begin",
          "end",
          "allows",
          "forbids",
          "allow",
          "forbid",
          "prevents",
          "causes",
          "prevent",
          "cause",
          "encrypted",
          "unencrypted",
          "labelled",
          "unlabelled",
          "known",
          "unknown",
          "all",
          "no",
          "every",
          "no",
          "each",
          "no",
          "cheap",
          "expensive",
          "cheaper",
          "dearer",
          "needs",
          "ignores",
          "must",
          "need not",
          "public",
          "private",
          "minimum",
          "maximum",
          "lowest",
          "highest");

  /** Opposites of one side only: the other side has a better one or none. */
  private static final Map<String, String> ONE_WAY =
      Map.of(
          "reduces",
          "increases",
          "reduce",
          "increase",
          "reduced",
          "increased",
          "reducing",
          "increasing",
          "reduction",
          "increase",
          "fewer",
          "more",
          "cannot",
          "can",
          "keeps",
          "loses",
          "lost",
          "kept",
          "slows",
          "speeds");

  private static final List<String> TAGS = List.of("VERB", "ADJ", "ADV", "NOUN");
  private static final int SHORTEST = 3;

  private Opposites() {}

  static Optional<String> swapped(Material material, SplittableRandom random) {
    Antonyms antonyms = material.tools().antonyms();
    return FalseStatements.of(material, line -> swapped(line, antonyms));
  }

  private static Optional<String> swapped(Line line, Antonyms antonyms) {
    Set<String> vocabulary = line.vocabulary();
    return line.tokens().stream()
        .filter(token -> !token.negated() && !token.lessened())
        .filter(token -> token.kind() == Token.Kind.WORD)
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
    String word = Line.lower(token);
    if (COMMON.containsKey(word) || ONE_WAY.containsKey(word)) {
      return 0;
    }
    return 1 + Math.floorMod(TAGS.indexOf(token.tag()), TAGS.size() + 1);
  }

  private static Optional<String> opposite(Token token, Antonyms antonyms) {
    String word = Line.lower(token);
    String common = ONE_WAY.getOrDefault(word, COMMON.get(word));
    if (common != null) {
      return Optional.of(common);
    }
    if (token.stopWord() || !TAGS.contains(token.tag()) || word.length() < SHORTEST) {
      return Optional.empty();
    }
    return antonyms.of(token).stream()
        .filter(other -> other.chars().allMatch(Character::isLetter))
        .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
        .findFirst()
        .map(other -> inflected(other, word, token));
  }

  /** The opposite in the form of the word that it stands for. */
  private static String inflected(String opposite, String word, Token token) {
    boolean changes = token.tag().equals("VERB") || token.tag().equals("NOUN");
    if (!changes || word.equals(token.lemma()) || word.equals(opposite)) {
      return opposite;
    }
    String stem = opposite.endsWith("e") ? opposite.substring(0, opposite.length() - 1) : opposite;
    if (word.endsWith("ing") && !opposite.endsWith("ing")) {
      return stem + "ing";
    }
    if (word.endsWith("ed") && !opposite.endsWith("ed")) {
      return stem + "ed";
    }
    if (word.endsWith("s") && !opposite.endsWith("s")) {
      return opposite.matches(".*(?:s|x|ch|sh)") ? opposite + "es" : opposite + "s";
    }
    return opposite;
  }

  private static String cased(String word, Token token) {
    return Character.isUpperCase(token.text().codePointAt(0)) ? Line.capitalised(word) : word;
  }

  private static Map<String, String> both(String... pairs) {
    Map<String, String> opposites = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      opposites.putIfAbsent(pairs[i], pairs[i + 1]);
      opposites.putIfAbsent(pairs[i + 1], pairs[i]);
    }
    opposites.remove("no");
    opposites.remove("with"); // mostly no claim: "a network with three layers"
    return Map.copyOf(opposites);
  }
}

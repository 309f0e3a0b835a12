package docimo.evaluation.attack;

import docimo.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** The two things that a question compares, each called by the name of the other. */
final class Names {

  private static final Set<String> COMPARES =
      Set.of("between", "compare", "versus", "vs", "contrast", "distinguish");
  private static final Set<String> JOINS =
      Set.of("and", "or", "from", "with", "versus", "vs", "to");
  private static final Set<String> PARTS = Set.of("ADJ", "NOUN", "PROPN", "NUM", "VERB");
  private static final Set<String> ARTICLES = Set.of("a", "an");
  private static final int FURTHEST = 4;

  private record Pair(List<Token> one, List<Token> other) {}

  private Names() {}

  static Optional<String> exchanged(Material material, SplittableRandom random) {
    return compared(material.prompt().tokens().toList())
        .flatMap(pair -> FalseStatements.of(material, line -> exchanged(line, pair)));
  }

  /** "The difference between checked and unchecked exceptions": checked, unchecked. */
  private static Optional<Pair> compared(List<Token> prompt) {
    for (int i = 0; i < prompt.size(); i++) {
      if (COMPARES.contains(Line.lower(prompt.get(i)))) {
        for (int j = i + 1; j <= Math.min(i + 1 + FURTHEST, prompt.size() - 1); j++) {
          if (JOINS.contains(Line.lower(prompt.get(j)))) {
            return pair(
                named(prompt.subList(i + 1, j)), named(prompt.subList(j + 1, prompt.size())));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** What both names have in common ("join", "exceptions") stays where it is. */
  private static Optional<Pair> pair(List<Token> one, List<Token> other) {
    List<Token> first = without(one, other);
    List<Token> second = without(other, one);
    // of "checked and unchecked exceptions" only as much as the first name has
    int size = Math.min(first.size(), second.size());
    return size == 0
        ? Optional.empty()
        : Optional.of(new Pair(first.subList(0, size), second.subList(0, size)));
  }

  private static List<Token> without(List<Token> name, List<Token> other) {
    return name.stream()
        .filter(token -> other.stream().noneMatch(t -> t.lemma().equals(token.lemma())))
        .toList();
  }

  private static List<Token> named(List<Token> words) {
    List<Token> name = new ArrayList<>();
    for (Token word : words) {
      if (word.tag().equals("DET")) {
        continue;
      }
      if (!PARTS.contains(word.tag()) || word.stopWord()) {
        break;
      }
      name.add(word);
    }
    return name;
  }

  /** Sentences that say something of both at once stay true and are left out. */
  private static Optional<String> exchanged(Line line, Pair pair) {
    List<Line.Edit> edits = new ArrayList<>();
    List<Token> words = line.tokens();
    boolean joined = line.vocabulary().contains("both");
    for (int i = 0; i < words.size(); ) {
      List<Token> found = at(words, i, pair.one()) ? pair.one() : pair.other();
      List<Token> instead = found.equals(pair.one()) ? pair.other() : pair.one();
      if (at(words, i, found)) {
        int end = i + found.size();
        edits.add(renamed(words, i, end - 1, instead));
        joined |= end < words.size() && JOINS.contains(Line.lower(words.get(end)));
        i = end;
      } else {
        i++;
      }
    }
    return edits.isEmpty() || joined ? Optional.empty() : Optional.of(line.with(edits));
  }

  private static boolean at(List<Token> words, int from, List<Token> name) {
    if (from + name.size() > words.size()) {
      return false;
    }
    for (int i = 0; i < name.size(); i++) {
      Token word = words.get(from + i);
      if (word.terms().isEmpty() || !word.lemma().equalsIgnoreCase(name.get(i).lemma())) {
        return false;
      }
    }
    return true;
  }

  /** The other name in the same number and with the article that it needs. */
  private static Line.Edit renamed(List<Token> words, int from, int to, List<Token> name) {
    String text = String.join(" ", name.stream().map(Token::text).toList());
    if (isPlural(words.get(to)) && !isPlural(name.get(name.size() - 1))) {
      text += text.endsWith("s") ? "es" : "s";
    }
    if (from > 0 && ARTICLES.contains(Line.lower(words.get(from - 1)))) {
      Token article = words.get(from - 1);
      String fitting = "aeiou".indexOf(Character.toLowerCase(text.charAt(0))) < 0 ? "a" : "an";
      boolean begins = Character.isUpperCase(article.text().charAt(0));
      return new Line.Edit(
          article.start(),
          words.get(to).end(),
          (begins ? Line.capitalised(fitting) : fitting) + " " + text);
    }
    return new Line.Edit(words.get(from).start(), words.get(to).end(), text);
  }

  private static boolean isPlural(Token token) {
    String word = Line.lower(token);
    return word.endsWith("s") && !word.equals(token.lemma());
  }
}

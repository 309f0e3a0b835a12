package docimo.grading;

import docimo.grading.CompiledQuestion.Point;
import docimo.text.AnalyzedText;
import docimo.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * That a key point is about one of several things that the question sets against each other: "TCP
 * sets up a connection" where the prompt asks for TCP and UDP. Two words of the prompt are taken
 * for such things when the prompt joins them ("A and B", "A differ from B") and some key points
 * have the one before their verb and not the other, and others the reverse.
 *
 * @param name the word that the point is about
 * @param others those that it is set against, none of which the point has; never empty
 */
record Contrast(String name, Set<String> others) {

  private static final Set<String> JOINTS =
      Set.of("and", "or", "vs", "vs.", "versus", "from", "to", "with", "than", "/", ",");

  /** The words that a point begins with count as standing before its verb: "recall is". */
  private static final int AT_LEAST_FIRST = 3;

  /** How many words further on the second of two things stands at most. */
  private static final int NEAR = 5;

  /** "Cause" and "causation" are one thing. */
  private static final int SAME_BEGINNING = 4;

  Contrast {
    others = Set.copyOf(others);
  }

  /**
   * What a point has.
   *
   * @param all the terms of all its words
   * @param first those of the words before its verb
   */
  private record Terms(Set<String> all, Set<String> first) {}

  /**
   * The contrast of each point, in their order; null for a point that is about none, or several.
   */
  static List<@Nullable Contrast> of(AnalyzedText prompt, List<Point> points) {
    List<Terms> terms = points.stream().map(Contrast::terms).toList();
    Map<String, Set<String>> rivals = rivals(prompt.tokens().toList(), terms);
    List<@Nullable Contrast> contrasts = new ArrayList<>();
    for (Terms own : terms) {
      List<Contrast> found =
          rivals.entrySet().stream()
              .filter(e -> own.first().contains(e.getKey()))
              .filter(e -> e.getValue().stream().noneMatch(own.all()::contains))
              .map(e -> new Contrast(e.getKey(), e.getValue()))
              .toList();
      contrasts.add(found.isEmpty() ? null : found.get(0));
    }
    return contrasts;
  }

  private static Terms terms(Point point) {
    List<Token> tokens = point.phrasings().get(0).text().tokens().toList();
    int verb = Math.min(AT_LEAST_FIRST, tokens.size());
    while (verb < tokens.size() && !Set.of("VERB", "AUX").contains(tokens.get(verb).tag())) {
      verb++;
    }
    return new Terms(terms(tokens), terms(tokens.subList(0, verb)));
  }

  private static Set<String> terms(List<Token> tokens) {
    return tokens.stream().flatMap(token -> token.terms().stream()).collect(Collectors.toSet());
  }

  private static Map<String, Set<String>> rivals(List<Token> prompt, List<Terms> points) {
    Map<String, Set<String>> rivals = new TreeMap<>();
    for (int i = 0; i < prompt.size(); i++) {
      for (int j = i + 1; j < Math.min(prompt.size(), i + 1 + NEAR); j++) {
        Token one = prompt.get(i);
        Token other = prompt.get(j);
        if (one.isContent()
            && other.isContent()
            && areJoined(prompt.subList(i + 1, j))
            && areSetApart(one.term(), other.term(), points)) {
          rivals.computeIfAbsent(one.term(), t -> new TreeSet<>()).add(other.term());
          rivals.computeIfAbsent(other.term(), t -> new TreeSet<>()).add(one.term());
        }
      }
    }
    return rivals;
  }

  private static boolean areJoined(List<Token> between) {
    return between.stream().anyMatch(t -> JOINTS.contains(t.text().toLowerCase(Locale.ROOT)));
  }

  private static boolean areSetApart(String one, String other, List<Terms> points) {
    return !one.regionMatches(0, other, 0, SAME_BEGINNING)
        && isFirstWithout(one, other, points)
        && isFirstWithout(other, one, points);
  }

  private static boolean isFirstWithout(String one, String other, List<Terms> points) {
    return points.stream().anyMatch(p -> p.first().contains(one) && !p.all().contains(other));
  }
}

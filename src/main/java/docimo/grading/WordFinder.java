package docimo.grading;

import docimo.similarity.Keyword;
import docimo.similarity.Keywords;
import docimo.text.Sentence;
import docimo.text.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the keywords of a phrasing in two neighbouring sentences of an answer: words scattered over
 * a long answer do not add up to a point.
 */
final class WordFinder {

  private final Reading answer;
  private final NavigableMap<Integer, Integer> sentenceByStart = new TreeMap<>();

  WordFinder(Reading answer) {
    this.answer = answer;
    for (Sentence sentence : answer.text().sentences()) {
      sentenceByStart.put(sentence.start(), sentenceByStart.size());
    }
  }

  /** The weighted share of the keywords in the place that has most of them. */
  Finding find(Keywords phrasing) {
    List<Keyword> found = new ArrayList<>();
    List<Map<Integer, List<Token>>> places = new ArrayList<>();
    Set<Integer> starts = new TreeSet<>();
    for (Keyword keyword : phrasing.all()) {
      answer
          .index()
          .find(keyword)
          .filter(match -> keyword.weight() > 0 && !match.opposed())
          .ifPresent(
              match -> {
                Map<Integer, List<Token>> bySentence =
                    match.tokens().stream().collect(Collectors.groupingBy(this::sentence));
                found.add(keyword);
                places.add(bySentence);
                starts.addAll(bySentence.keySet());
              });
    }
    double total = phrasing.totalWeight();
    return starts.stream()
        .flatMap(start -> Stream.of(start - 1, start))
        .distinct()
        .map(start -> findAt(start, found, places, total))
        .max(Comparator.comparingDouble(Finding::coverage))
        .orElse(Finding.NOTHING);
  }

  /** What of the found keywords stands in the sentence at this index and the one after it. */
  private static Finding findAt(
      int start, List<Keyword> found, List<Map<Integer, List<Token>>> places, double total) {
    double weight = 0;
    List<Token> evidence = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      List<Token> here = new ArrayList<>(places.get(i).getOrDefault(start, List.of()));
      here.addAll(places.get(i).getOrDefault(start + 1, List.of()));
      weight += here.isEmpty() ? 0 : found.get(i).weight();
      evidence.addAll(here);
    }
    return new Finding(Math.min(1, weight / total), evidence);
  }

  private int sentence(Token token) {
    return sentenceByStart.floorEntry(token.start()).getValue();
  }
}

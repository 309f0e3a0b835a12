package docimo.grading;

import docimo.similarity.Keyword;
import docimo.similarity.KeywordMatch;
import docimo.similarity.Keywords;
import docimo.text.Sentence;
import docimo.text.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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
    Set<Integer> starts = new TreeSet<>(); // that of each keyword, and the one before it
    for (Keyword keyword : phrasing.all()) {
      Optional<KeywordMatch> match =
          keyword.weight() > 0 ? answer.index().find(keyword) : Optional.empty();
      if (match.isPresent() && !match.get().opposed()) {
        Map<Integer, List<Token>> bySentence = bySentence(match.get().tokens());
        found.add(keyword);
        places.add(bySentence);
        starts.addAll(bySentence.keySet());
        starts.addAll(bySentence.keySet().stream().map(start -> start - 1).toList());
      }
    }
    double total = phrasing.totalWeight();
    Finding best = null;
    for (int start : starts) {
      Finding here = findAt(start, found, places, total);
      if (best == null || here.coverage() > best.coverage()) {
        best = here;
      }
    }
    return best == null ? Finding.NOTHING : best;
  }

  private Map<Integer, List<Token>> bySentence(List<Token> tokens) {
    Map<Integer, List<Token>> bySentence = new HashMap<>();
    for (Token token : tokens) {
      bySentence.computeIfAbsent(sentence(token), start -> new ArrayList<>()).add(token);
    }
    return bySentence;
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

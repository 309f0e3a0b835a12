package docimo.grading;

import docimo.similarity.AnswerIndex;
import docimo.similarity.Keyword;
import docimo.similarity.Keywords;
import docimo.text.AnalyzedText;
import docimo.text.Sentence;
import docimo.text.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges which key points an answer makes. A point is looked for in each of its phrasings and in
 * each pair of neighbouring sentences: words scattered over a long answer do not add up to a point.
 */
final class KeyPointJudge {

  /** What was found of a phrasing in the best place. */
  private record Finding(double coverage, List<Token> evidence) {}

  private static final Finding NOTHING = new Finding(0, List.of());

  private final AnswerIndex index;
  private final ScoringModel model;
  private final NavigableMap<Integer, Integer> sentenceByStart = new TreeMap<>();

  KeyPointJudge(AnalyzedText answer, AnswerIndex index, ScoringModel model) {
    this.index = index;
    this.model = model;
    for (Sentence sentence : answer.sentences()) {
      sentenceByStart.put(sentence.start(), sentenceByStart.size());
    }
  }

  PointJudgement judge(CompiledQuestion.Point point) {
    Finding best = NOTHING;
    Set<String> standsFor = new HashSet<>();
    for (Keywords phrasing : point.phrasings()) {
      Finding finding = find(phrasing);
      if (finding.coverage() > best.coverage()) {
        best = finding;
      }
      if (verdict(finding) == Verdict.COVERED) {
        standsFor.addAll(termsBeside(phrasing, point));
      }
    }
    Verdict verdict = verdict(best);
    return new PointJudgement(
        point.point(),
        verdict,
        ScoringModel.round(best.coverage()),
        verdict == Verdict.MISSING ? List.of() : best.evidence(),
        standsFor);
  }

  private Verdict verdict(Finding finding) {
    return model.verdict(ScoringModel.round(finding.coverage()));
  }

  /** Terms of a point's phrasings that are not in the one that the answer used. */
  private static Set<String> termsBeside(Keywords used, CompiledQuestion.Point point) {
    Set<String> terms = new HashSet<>();
    for (Keywords phrasing : point.phrasings()) {
      phrasing.all().forEach(keyword -> terms.add(keyword.term()));
    }
    used.all().forEach(keyword -> terms.remove(keyword.term()));
    return terms;
  }

  private Finding find(Keywords phrasing) {
    List<Keyword> found = new ArrayList<>();
    List<Map<Integer, List<Token>>> places = new ArrayList<>();
    Set<Integer> starts = new TreeSet<>();
    for (Keyword keyword : phrasing.all()) {
      index
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
        .orElse(NOTHING);
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

package docimo.grading;

import docimo.grading.CompiledQuestion.Phrasing;
import docimo.grading.CompiledQuestion.Point;
import docimo.similarity.PhraseFinder;
import docimo.text.Token;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Judges which key points an answer makes. A point is looked for in each of its phrasings, by its
 * words and, where there is an encoder, by its meaning; the best finding counts.
 */
final class KeyPointJudge {

  private final PhraseFinder phrases;
  private final WordFinder words;
  private final MeaningFinder meanings;
  private final ContradictionFinder contradictions;
  private final ScoringModel model;

  /** Points that several references share are judged once. */
  private final IdentityHashMap<Point, PointJudgement> judged = new IdentityHashMap<>();

  KeyPointJudge(
      Reading answer,
      MeaningFinder meanings,
      ContradictionFinder contradictions,
      ScoringModel model) {
    this.phrases = new PhraseFinder(answer.text());
    this.words = new WordFinder(answer);
    this.meanings = meanings;
    this.contradictions = contradictions;
    this.model = model;
  }

  /**
   * Judges one point.
   *
   * @param written whether the author wrote it
   */
  PointJudgement judge(Point point, boolean written) {
    PointJudgement known = judged.get(point);
    if (known == null) {
      known = judgeAnew(point, written);
      judged.put(point, known);
    }
    return known;
  }

  private PointJudgement judgeAnew(Point point, boolean written) {
    Finding best = Finding.NOTHING;
    Set<String> standsFor = new HashSet<>();
    for (Phrasing phrasing : point.phrasings()) {
      Finding said = said(phrasing);
      Finding finding = meanings.find(phrasing, said);
      if (finding.coverage() > best.coverage()) {
        best = finding;
      }
      if (said.coverage() == 1) {
        standsFor.addAll(point.phrasings().get(0).terms());
      }
    }
    double coverage = ScoringModel.round(best.coverage());
    Verdict verdict = model.profile(written).verdict(coverage);
    PointJudgement made =
        new PointJudgement(
            point.point(),
            verdict,
            coverage,
            verdict == Verdict.MISSING ? List.of() : best.evidence(),
            standsFor,
            null);
    // what is said word for word is not denied by a sentence that is about something near it
    Contradiction contradiction = isQuoted(point) ? null : contradictions.find(point);
    return contradiction == null ? made : made.contradictedBy(contradiction);
  }

  private boolean isQuoted(Point point) {
    return point.phrasings().stream()
        .anyMatch(phrasing -> !phrases.find(phrasing.phrase()).isEmpty());
  }

  /** The phrasing word for word, or else what there is of its keywords. */
  private Finding said(Phrasing phrasing) {
    List<Token> literally = phrases.find(phrasing.phrase());
    return literally.isEmpty() ? words.find(phrasing.keywords()) : new Finding(1, literally);
  }
}

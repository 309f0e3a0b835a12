package docimo.api;

import docimo.screening.EffectiveMark;
import docimo.screening.Ranking;
import docimo.screening.ScreeningResults.CandidateResult;
import docimo.screening.ScreeningResults.QuestionResult;
import docimo.screening.Staleness;
import docimo.screening.Standing;
import docimo.screening.WeightedScore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a candidate stands, on the wire. For recruiters.
 *
 * @param candidateRef who
 * @param label what people call them
 * @param candidateId the only name in the audit log
 * @param score weighted over the questions, with its interval
 * @param place among those who can be compared; null when the score is incomplete
 * @param band the review band
 * @param percentile as it was when percentiles were frozen
 * @param questions one for each question
 */
record CandidateView(
    String candidateRef,
    @Nullable String label,
    String candidateId,
    WeightedScore score,
    Ranking.@Nullable Place place,
    @Nullable String band,
    @Nullable Double percentile,
    List<QuestionView> questions) {

  /** What a candidate has of a question. */
  record QuestionView(
      String questionId,
      double weight,
      int attempts,
      @Nullable String submissionId,
      @Nullable String gradeId,
      EffectiveMark mark,
      List<Staleness> stale) {

    static QuestionView of(QuestionResult result) {
      Standing counting = result.counting();
      return new QuestionView(
          result.questionId(),
          result.weight(),
          result.attempts(),
          counting == null ? null : counting.submissionId(),
          counting == null || counting.grade() == null ? null : counting.grade().id(),
          result.mark(),
          SubmissionView.sorted(result.stale()));
    }
  }

  static CandidateView of(CandidateResult result) {
    return new CandidateView(
        result.candidate().ref(),
        result.candidate().label(),
        result.candidate().id(),
        result.score(),
        result.place(),
        result.band(),
        result.percentile(),
        result.questions().stream().map(QuestionView::of).toList());
  }
}

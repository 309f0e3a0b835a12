package docimo.screening;

import docimo.screening.Ranking.Place;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the candidates of a screening stand. Nobody is rejected here: a person decides. Immutable.
 *
 * @param screening which
 * @param candidates those who are not erased: the ranked in their order, then the incomplete by the
 *     time of their first answer
 * @param frozenAt when the percentiles were fixed; null when they were not
 */
public record ScreeningResults(
    Screening screening, List<CandidateResult> candidates, @Nullable Instant frozenAt) {

  /** Keeps its own copy. */
  public ScreeningResults {
    candidates = List.copyOf(candidates);
  }

  /**
   * A candidate.
   *
   * @param candidate who
   * @param score weighted over the questions
   * @param place among those who can be compared; null when the score is incomplete
   * @param band the highest review band that begins at or below the score; null when there is none
   *     or the score is incomplete
   * @param percentile as it was when percentiles were fixed, in [0, 100]; null when the candidate
   *     had none then
   * @param questions one for each question of the plan, in its order
   */
  public record CandidateResult(
      Candidate candidate,
      WeightedScore score,
      @Nullable Place place,
      @Nullable String band,
      @Nullable Double percentile,
      List<QuestionResult> questions) {

    /** Keeps its own copy. */
    public CandidateResult {
      questions = List.copyOf(questions);
    }
  }

  /**
   * What a candidate has of a question.
   *
   * @param questionId which
   * @param weight of the question
   * @param attempts how many answers came in
   * @param counting the one that counts; null when there is none
   * @param mark its mark that counts
   * @param stale why its grade is not what would be given now; empty when it is
   */
  public record QuestionResult(
      String questionId,
      double weight,
      int attempts,
      @Nullable Standing counting,
      EffectiveMark mark,
      Set<Staleness> stale) {

    /** Keeps its own copy. */
    public QuestionResult {
      stale = Set.copyOf(stale);
    }
  }
}

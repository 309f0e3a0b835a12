package docimo.screening;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import docimo.grading.Grade;
import docimo.screening.ScreeningResults.CandidateResult;
import docimo.screening.ScreeningResults.QuestionResult;
import docimo.screening.audit.AuditDraft;
import docimo.screening.audit.AuditEvent;
import docimo.screening.audit.AuditKind;
import docimo.screening.audit.ChainHead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says where candidates stand. Thread-safe. */
public final class Results {

  private static final EffectiveMark NO_ANSWER = EffectiveMark.of(null, null, false);

  /** How many screenings are kept in memory, so that nobody waits for each page of them. */
  private static final int KEPT = 4;

  /** Results of a screening stand until something is written, which lengthens the chain. */
  private record Moment(String screeningId, ChainHead head, Grade.Versions now) {}

  private final ScreeningParts parts;
  private final Cache<Moment, ScreeningResults> kept =
      Caffeine.newBuilder().maximumSize(KEPT).softValues().build();

  Results(ScreeningParts parts) {
    this.parts = parts;
  }

  /**
   * All candidates of a screening.
   *
   * @throws NotFoundException when there is no such screening
   */
  public ScreeningResults of(String screeningId) {
    Grade.Versions now = parts.marking().versions();
    return parts
        .store()
        .read(
            tx ->
                kept.get(
                    new Moment(screeningId, tx.audit().head(), now),
                    moment -> of(tx, screeningId, now)));
  }

  /**
   * One candidate of a screening, with the place among all.
   *
   * @throws NotFoundException when there is no such screening, or the candidate has not answered
   */
  public CandidateResult of(String screeningId, String candidateRef) {
    return of(screeningId).candidates().stream()
        .filter(result -> result.candidate().ref().equals(candidateRef))
        .findFirst()
        .orElseThrow(() -> new NotFoundException("candidate", candidateRef));
  }

  /**
   * How a candidate came on over the attempts at each question, whichever of them counts.
   *
   * @throws NotFoundException when there is no such screening, or the candidate has not answered
   */
  public Progress progress(String screeningId, String candidateRef) {
    return parts
        .store()
        .read(
            tx -> {
              Screening screening = tx.screenings().get(screeningId);
              Candidate candidate =
                  tx.candidates()
                      .findByRef(candidateRef)
                      .orElseThrow(() -> new NotFoundException("candidate", candidateRef));
              Map<String, List<Progress.Answered>> answers = new HashMap<>();
              for (Standing standing : tx.submissions().standings(screeningId, candidate.id())) {
                answers
                    .computeIfAbsent(standing.questionId(), id -> new ArrayList<>())
                    .add(answered(tx, standing));
              }
              List<Progress.OfQuestion> questions =
                  screening.plan().questions().stream()
                      .map(question -> answers.get(question.questionId()))
                      .filter(Objects::nonNull)
                      .map(Progress::of)
                      .toList();
              if (candidate.isErased() || questions.isEmpty()) {
                throw new NotFoundException("candidate", candidateRef);
              }
              return new Progress(screeningId, candidate, questions);
            });
  }

  private Progress.Answered answered(Transaction tx, Standing standing) {
    return new Progress.Answered(
        tx.submissions().get(standing.submissionId()),
        standing.mark(),
        tx.grades()
            .newest(standing.submissionId())
            .map(RecordedGrade::json)
            .map(parts.grades()::read)
            .orElse(null));
  }

  /**
   * Fixes the percentiles of all who can be compared now; those of before no longer show.
   *
   * @throws NotFoundException when there is no such screening
   */
  public FrozenPercentiles freeze(String screeningId, String actor) {
    Texts.requireId("actor", actor);
    Grade.Versions now = parts.marking().versions();
    return parts
        .store()
        .write(
            tx -> {
              Screenings.requireNotArchived(tx.screenings().get(screeningId));
              Map<String, Double> scores = comparable(of(tx, screeningId, now));
              Percentiles percentiles =
                  new Percentiles(scores.values().stream().mapToDouble(s -> s).toArray());
              scores.replaceAll((candidate, score) -> percentiles.of(score));
              Instant at = parts.now();
              String id = parts.ids().get();
              AuditEvent event =
                  tx.audit()
                      .append(
                          at,
                          AuditDraft.of(AuditKind.PERCENTILES_FROZEN, actor)
                              .with(Facts.SCREENING, screeningId)
                              .with("percentiles", id)
                              .with("candidates", scores.size()));
              FrozenPercentiles frozen =
                  new FrozenPercentiles(id, event.sequence(), screeningId, at, scores);
              tx.percentiles().insert(frozen);
              return frozen;
            });
  }

  private static Map<String, Double> comparable(ScreeningResults results) {
    Map<String, Double> scores = new HashMap<>();
    for (CandidateResult result : results.candidates()) {
      Double value = result.score().value();
      if (value != null && Ranking.takes(result.score())) {
        scores.put(result.candidate().id(), value);
      }
    }
    return scores;
  }

  private ScreeningResults of(Transaction tx, String screeningId, Grade.Versions now) {
    Screening screening = tx.screenings().get(screeningId);
    Map<String, String> revisions = new HashMap<>();
    for (WeightedQuestion question : screening.plan().questions()) {
      tx.questions()
          .newest(question.questionId())
          .ifPresent(newest -> revisions.put(question.questionId(), newest.revision()));
    }
    Map<String, Map<String, List<Standing>>> answers = new LinkedHashMap<>();
    for (Standing standing : tx.submissions().standings(screeningId)) {
      answers
          .computeIfAbsent(standing.candidateId(), id -> new HashMap<>())
          .computeIfAbsent(standing.questionId(), id -> new ArrayList<>())
          .add(standing);
    }
    Map<String, Candidate> candidates = new HashMap<>();
    tx.candidates().of(screeningId).forEach(c -> candidates.put(c.id(), c));
    Optional<FrozenPercentiles> frozen = tx.percentiles().newest(screeningId);
    List<CandidateResult> unplaced = new ArrayList<>();
    answers.forEach(
        (id, own) -> {
          Candidate candidate = candidates.get(id);
          if (candidate != null && !candidate.isErased()) {
            Double percentile = frozen.map(f -> f.byCandidate().get(id)).orElse(null);
            unplaced.add(result(screening.plan(), candidate, own, revisions, now, percentile));
          }
        });
    return new ScreeningResults(
        screening, placed(screening.plan(), unplaced), frozen.map(f -> f.at()).orElse(null));
  }

  private static CandidateResult result(
      ScreeningPlan plan,
      Candidate candidate,
      Map<String, List<Standing>> answers,
      Map<String, String> revisions,
      Grade.Versions now,
      @Nullable Double percentile) {
    List<QuestionResult> questions = new ArrayList<>();
    Map<String, EffectiveMark> marks = new HashMap<>();
    for (WeightedQuestion question : plan.questions()) {
      List<Standing> attempts = answers.getOrDefault(question.questionId(), List.of());
      Standing counting = Attempts.counting(attempts, plan.resubmission()).orElse(null);
      EffectiveMark mark = counting == null ? NO_ANSWER : counting.mark();
      marks.put(question.questionId(), mark);
      questions.add(
          new QuestionResult(
              question.questionId(),
              question.weight(),
              attempts.size(),
              counting,
              mark,
              stale(counting, revisions, now)));
    }
    return new CandidateResult(
        candidate, WeightedScore.of(plan.questions(), marks), null, null, percentile, questions);
  }

  private static Set<Staleness> stale(
      @Nullable Standing counting, Map<String, String> revisions, Grade.Versions now) {
    RecordedGrade grade = counting == null ? null : counting.grade();
    String revision = grade == null ? null : revisions.get(grade.questionId());
    return grade == null || revision == null
        ? EnumSet.noneOf(Staleness.class)
        : Staleness.of(grade.versions(), revision, now);
  }

  private static List<CandidateResult> placed(ScreeningPlan plan, List<CandidateResult> all) {
    Ranking ranking =
        new Ranking(all.stream().map(CandidateResult::score).filter(Ranking::takes).toList());
    List<CandidateResult> placed = new ArrayList<>();
    for (CandidateResult result : all) {
      WeightedScore score = result.score();
      Double value = score.value();
      boolean takes = value != null && Ranking.takes(score);
      placed.add(
          takes && value != null
              ? new CandidateResult(
                  result.candidate(),
                  score,
                  ranking.place(score),
                  band(plan, value),
                  result.percentile(),
                  result.questions())
              : result);
    }
    placed.sort(Comparator.comparingInt(Results::rank)); // stable: equals keep their order
    return placed;
  }

  private static int rank(CandidateResult result) {
    return result.place() == null ? Integer.MAX_VALUE : result.place().rank();
  }

  private static @Nullable String band(ScreeningPlan plan, double score) {
    String band = null;
    for (ReviewBand next : plan.bands()) {
      band = score >= next.from() ? next.name() : band;
    }
    return band;
  }
}

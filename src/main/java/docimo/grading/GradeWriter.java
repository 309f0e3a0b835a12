package docimo.grading;

import docimo.grading.Grade.Flag;
import docimo.grading.Grade.KeyPointResult;
import docimo.grading.Grade.KeywordResults;
import docimo.grading.Grade.MatchedKeyword;
import docimo.grading.Grade.MissingKeyword;
import docimo.grading.Grade.QuestionRef;
import docimo.grading.Grade.ReasonGiven;
import docimo.grading.Grade.Review;
import docimo.grading.Grade.Score;
import docimo.grading.Grade.Stats;
import docimo.grading.Grade.Status;
import docimo.grading.Grade.Versions;
import docimo.grading.ScoringModel.Component;
import docimo.similarity.Keyword;
import docimo.text.AnalyzedText;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Explains a mark: writes signals down as a {@link Grade}. Thread-safe. */
final class GradeWriter {

  private static final double MAXIMUM = 1;

  private final ScoringModel model;
  private final ReviewPolicy policy;
  private final Origin origin;

  /**
   * Where grades come from.
   *
   * @param serviceVersion version of docimo
   * @param encoder the sentence encoder; null when marks come from words alone
   * @param clock dates grades
   * @param ids gives each grade an id that no other has
   */
  record Origin(
      String serviceVersion, @Nullable String encoder, Clock clock, Supplier<String> ids) {}

  GradeWriter(ScoringModel model, ReviewPolicy policy, Origin origin) {
    this.model = model;
    this.policy = policy;
    this.origin = origin;
  }

  GradeWriter with(ScoringModel other) {
    return new GradeWriter(other, policy, origin);
  }

  GradeWriter with(ReviewPolicy other) {
    return new GradeWriter(model, other, origin);
  }

  Grade graded(
      CompiledQuestion key,
      Answer answer,
      Reading reading,
      Signals signals,
      QuestionCalibration.Curve curve,
      List<Flag> flags,
      GradingObserver.Course course) {
    AnalyzedText text = reading.text();
    List<Component> components = signals.components(model, curve);
    double given = ScoringModel.score(components);
    Score score =
        new Score(
            given,
            MAXIMUM,
            Band.of(given / MAXIMUM),
            interval(given),
            calibration(key, signals),
            limit(signals.limit()));
    course.enter(GradingObserver.Stage.EXPLAIN);
    List<KeyPointResult> points = keyPoints(key, text, signals, curve);
    Review review =
        policy.review(
            Doubt.of(
                score,
                components,
                signals.written(),
                reading.stats(),
                flags,
                points,
                model.familiarity()));
    return new Grade(
        origin.ids().get(),
        now(),
        question(key),
        answer.candidateRef(),
        answer.purpose(),
        review.required() ? Status.NEEDS_REVIEW : Status.GRADED,
        null,
        score,
        components,
        points,
        keywords(text, signals),
        new FeedbackWriter(signals.rule(), answer.purpose())
            .on(signals.keyPoints().points(), points),
        ExplanationWriter.on(score, components, points, flags, review),
        flags,
        review,
        versions(key),
        reading.stats(),
        true);
  }

  private Grade.@Nullable Calibration calibration(CompiledQuestion key, Signals signals) {
    int known = key.known().count();
    return known == 0 ? null : new Grade.Calibration(known, signals.score(model));
  }

  private static Grade.@Nullable LimitGiven limit(Limit limit) {
    return limit.most() == MAXIMUM ? null : new Grade.LimitGiven(limit.most(), limit.reason());
  }

  private static Grade.@Nullable ContradictionFound contradiction(PointJudgement judged) {
    Contradiction found = judged.contradiction();
    return found == null
        ? null
        : new Grade.ContradictionFound(ScoringModel.round(found.likelihood()), found.signs());
  }

  private @Nullable List<Double> interval(double score) {
    HeldOutErrors errors = model.errors();
    return errors == null ? null : errors.interval(score);
  }

  Grade notGradable(CompiledQuestion key, Answer answer, Optional<Reading> reading, Reason reason) {
    return new Grade(
        origin.ids().get(),
        now(),
        question(key),
        answer.candidateRef(),
        answer.purpose(),
        Status.NOT_GRADABLE,
        new ReasonGiven(reason, reason.message()),
        null,
        List.of(),
        List.of(),
        KeywordResults.NONE,
        FeedbackWriter.on(reason),
        ExplanationWriter.on(reason),
        reading.map(r -> AnswerChecks.ofText(r.text(), r.ignored())).orElse(List.of()),
        Review.NONE,
        versions(key),
        reading.map(Reading::stats).orElse(Stats.NONE),
        true);
  }

  private Instant now() {
    return Instant.now(origin.clock()).truncatedTo(ChronoUnit.MILLIS);
  }

  private static QuestionRef question(CompiledQuestion key) {
    return new QuestionRef(key.question().id(), key.revision());
  }

  private Versions versions(CompiledQuestion key) {
    return new Versions(
        origin.serviceVersion(),
        model.version(),
        key.revision(),
        origin.encoder(),
        policy.version());
  }

  private List<KeyPointResult> keyPoints(
      CompiledQuestion key, AnalyzedText text, Signals signals, QuestionCalibration.Curve curve) {
    List<PointJudgement> points = signals.keyPoints().points();
    RuleCount count = RuleCount.of(points, signals.rule());
    Counterfactual otherwise =
        new Counterfactual(key.references().get(signals.reference()), model, signals);
    return IntStream.range(0, points.size())
        .mapToObj(
            i -> {
              PointJudgement judged = points.get(i);
              return new KeyPointResult(
                  "p" + (i + 1),
                  judged.point().label(),
                  judged.point().weight(),
                  judged.point().group(),
                  judged.verdict(),
                  count.counts(i),
                  judged.coverage(),
                  Quotes.of(text, judged.evidence()),
                  contradiction(judged),
                  scoreIfCovered(signals, otherwise, i, curve));
            })
        .toList();
  }

  /** The score with one more point covered; that of a covered point is the score. */
  private double scoreIfCovered(
      Signals signals, Counterfactual otherwise, int index, QuestionCalibration.Curve curve) {
    double score = signals.score(model, curve);
    return signals.keyPoints().points().get(index).verdict() == Verdict.COVERED
        ? score
        // where marks are cut off or do not rise, rounding must not make it less than the score
        : Math.max(score, otherwise.covering(index).score(model, curve));
  }

  private static KeywordResults keywords(AnalyzedText text, Signals signals) {
    return new KeywordResults(
        signals.reference(),
        signals.keywords().coverage().matched().stream()
            .map(
                match ->
                    new MatchedKeyword(
                        match.keyword().label(),
                        ScoringModel.round(match.keyword().weight()),
                        match.kind(),
                        Quotes.of(text, match.tokens())))
            .toList(),
        signals.keywords().coverage().missing().stream()
            .sorted(Comparator.comparingDouble(Keyword::weight).reversed())
            .map(
                keyword ->
                    new MissingKeyword(
                        keyword.label(),
                        ScoringModel.round(keyword.weight()),
                        keyword.first().start(),
                        keyword.first().end()))
            .toList());
  }
}

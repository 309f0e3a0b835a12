package docimo.grading;

import docimo.grading.Grade.Feedback;
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
import docimo.grading.Signal.KeyPointSignal;
import docimo.similarity.Keyword;
import docimo.text.AnalyzedText;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
  private final String serviceVersion;
  private final @Nullable String encoder;
  private final Clock clock;
  private final Supplier<String> ids;

  GradeWriter(
      ScoringModel model,
      String serviceVersion,
      @Nullable String encoder,
      Clock clock,
      Supplier<String> ids) {
    this.model = model;
    this.serviceVersion = serviceVersion;
    this.encoder = encoder;
    this.clock = clock;
    this.ids = ids;
  }

  GradeWriter with(ScoringModel other) {
    return new GradeWriter(other, serviceVersion, encoder, clock, ids);
  }

  Grade graded(
      CompiledQuestion key,
      Answer answer,
      Reading reading,
      Signals signals,
      QuestionCalibration.Curve curve,
      List<Flag> flags) {
    AnalyzedText text = reading.text();
    List<Component> components = signals.components(model, curve);
    double score = ScoringModel.score(components);
    List<PointJudgement> points = signals.keyPoints().points();
    return grade(
        key,
        answer,
        Optional.of(reading),
        Status.GRADED,
        null,
        new Score(
            score,
            MAXIMUM,
            Band.of(score / MAXIMUM),
            interval(score),
            calibration(key, signals),
            limit(signals.limit())),
        components,
        keyPoints(text, signals, curve),
        keywords(text, signals),
        new FeedbackWriter(signals.rule(), answer.purpose()).on(points),
        flags);
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
    return grade(
        key,
        answer,
        reading,
        Status.NOT_GRADABLE,
        new ReasonGiven(reason, reason.message()),
        null,
        List.of(),
        List.of(),
        KeywordResults.NONE,
        FeedbackWriter.on(reason),
        reading.map(r -> AnswerChecks.ofText(r.text(), r.ignored())).orElse(List.of()));
  }

  private Grade grade(
      CompiledQuestion key,
      Answer answer,
      Optional<Reading> reading,
      Status status,
      @Nullable ReasonGiven reason,
      @Nullable Score score,
      List<Component> components,
      List<KeyPointResult> keyPoints,
      KeywordResults keywords,
      Feedback feedback,
      List<Flag> flags) {
    return new Grade(
        ids.get(),
        Instant.now(clock).truncatedTo(ChronoUnit.MILLIS),
        new QuestionRef(key.question().id(), key.revision()),
        answer.candidateRef(),
        answer.purpose(),
        status,
        reason,
        score,
        components,
        keyPoints,
        keywords,
        feedback,
        flags,
        Review.NONE,
        new Versions(serviceVersion, model.version(), key.revision(), encoder),
        stats(reading),
        true);
  }

  private static Stats stats(Optional<Reading> read) {
    return read.map(
            r ->
                new Stats(
                    r.text().wordCount(),
                    r.text().sentences().size(),
                    r.ignored().stream().mapToInt(s -> s.tokens().size()).sum()))
        .orElse(new Stats(0, 0, 0));
  }

  private List<KeyPointResult> keyPoints(
      AnalyzedText text, Signals signals, QuestionCalibration.Curve curve) {
    List<PointJudgement> points = signals.keyPoints().points();
    RuleCount count = RuleCount.of(points, signals.rule());
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
                  scoreIfCovered(signals, i, curve));
            })
        .toList();
  }

  /** The score with one more point covered and everything else as it is. */
  private double scoreIfCovered(Signals signals, int index, QuestionCalibration.Curve curve) {
    List<PointJudgement> points = new ArrayList<>(signals.keyPoints().points());
    points.set(index, points.get(index).asCovered());
    double share = RuleCount.of(points, signals.rule()).share();
    // where marks are cut off or do not rise, rounding must not make it less than the score
    return Math.max(
        signals.score(model, curve),
        signals.with(new KeyPointSignal(share, points)).score(model, curve));
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

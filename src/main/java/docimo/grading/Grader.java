package docimo.grading;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import docimo.grading.Signal.CosineSignal;
import docimo.grading.Signal.KeyPointSignal;
import docimo.grading.Signal.KeywordSignal;
import docimo.question.Question;
import docimo.similarity.AnswerIndex;
import docimo.similarity.Keyword;
import docimo.similarity.KeywordCoverage;
import docimo.similarity.KeywordMatch;
import docimo.similarity.KeywordMatch.Kind;
import docimo.similarity.TermWeights;
import docimo.similarity.TfIdfCosine;
import docimo.text.AnalyzedText;
import docimo.text.LanguageDetector;
import docimo.text.TextAnalyzer;
import docimo.text.Token;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Marks answers. Thread-safe. The same question and answer give the same grade, apart from its id
 * and time, on every machine and in every run.
 */
public final class Grader {

  private static final int QUESTIONS_KEPT_READY = 512;

  private final TextAnalyzer analyzer;
  private final TermWeights weights;
  private final ScoringModel model;
  private final Gradability gradability;
  private final GradeWriter writer;
  private final Cache<Question, CompiledQuestion> compiled =
      Caffeine.newBuilder().maximumSize(QUESTIONS_KEPT_READY).build();

  /**
   * @param analyzer takes texts apart
   * @param languages tells English from other languages
   * @param weights how telling each term is
   * @param model turns signals into a score
   * @param serviceVersion version of docimo, named in each grade
   * @param clock dates grades
   * @param ids gives each grade an id that no other has
   */
  public Grader(
      TextAnalyzer analyzer,
      LanguageDetector languages,
      TermWeights weights,
      ScoringModel model,
      String serviceVersion,
      Clock clock,
      Supplier<String> ids) {
    this.analyzer = analyzer;
    this.weights = weights;
    this.model = model;
    this.gradability = new Gradability(languages, weights);
    this.writer = new GradeWriter(model, serviceVersion, clock, ids);
  }

  /**
   * Marks one answer.
   *
   * @return a grade in every case; its status and reason say when no mark could be given
   */
  public Grade grade(Question question, Answer answer) {
    CompiledQuestion key = ready(question);
    Optional<Reason> refusal = gradability.beforeReading(key, answer.text());
    if (refusal.isPresent()) {
      return writer.notGradable(key, answer, Optional.empty(), refusal.get());
    }
    AnalyzedText text = analyzer.analyze(answer.text());
    AnswerIndex index = new AnswerIndex(text.tokens().toList(), key.acronyms().and(text), weights);
    refusal = gradability.afterReading(key, text, index);
    if (refusal.isPresent()) {
      return writer.notGradable(key, answer, Optional.of(text), refusal.get());
    }
    return writer.graded(key, answer, text, signals(key, text, index));
  }

  /** The key points that answers to a question are marked by, written or derived. */
  public KeyPoints keyPoints(Question question) {
    return KeyPoints.of(question, analyzer);
  }

  private CompiledQuestion ready(Question question) {
    return compiled.get(question, q -> CompiledQuestion.of(q, analyzer, weights));
  }

  /** The signals against the reference that the answer is closest to. */
  private Signals signals(CompiledQuestion key, AnalyzedText text, AnswerIndex index) {
    KeyPointJudge judge = new KeyPointJudge(text, index, model);
    return IntStream.range(0, key.references().size())
        .mapToObj(i -> compare(key, i, text, index, judge))
        .max(Comparator.comparingDouble(signals -> signals.score(model)))
        .orElseThrow();
  }

  private Signals compare(
      CompiledQuestion key, int i, AnalyzedText text, AnswerIndex index, KeyPointJudge judge) {
    CompiledQuestion.Reference reference = key.references().get(i);
    List<PointJudgement> points = reference.points().stream().map(judge::judge).toList();
    KeywordCoverage coverage =
        KeywordCoverage.of(reference.keywords(), index, keyword -> accepted(keyword, points));
    TfIdfCosine vector = TfIdfCosine.vector(text, key.asked(), meant(coverage), weights);
    return new Signals(
        i,
        reference.rule(),
        new KeywordSignal(coverage),
        new CosineSignal(reference.vector().with(vector)),
        new KeyPointSignal(RuleCount.of(points, reference.rule()).share(), points));
  }

  /** A keyword for which the answer has another accepted phrasing of the same key point. */
  private static Optional<KeywordMatch> accepted(Keyword keyword, List<PointJudgement> points) {
    return points.stream()
        .filter(point -> point.standsFor().contains(keyword.term()))
        .findFirst()
        .map(p -> new KeywordMatch(keyword, Kind.ACCEPTED_PHRASING, p.evidence(), false));
  }

  /** What words of the answer stand for: misspelled, abbreviated or joined keywords. */
  private static Map<Token, String> meant(KeywordCoverage coverage) {
    Map<Token, String> meant = new HashMap<>();
    for (KeywordMatch match : coverage.matched()) {
      match.tokens().forEach(token -> meant.putIfAbsent(token, match.keyword().term()));
    }
    return meant;
  }
}

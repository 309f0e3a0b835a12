package docimo.grading;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import docimo.embedding.TextEncoder;
import docimo.grading.Grade.Flag;
import docimo.grading.GradingObserver.Stage;
import docimo.grading.Signal.KeyPointSignal;
import docimo.grading.Signal.KeywordSignal;
import docimo.question.KeyPoint;
import docimo.question.MarkedExample;
import docimo.question.Question;
import docimo.similarity.AnswerIndex;
import docimo.similarity.Antonyms;
import docimo.similarity.Keyword;
import docimo.similarity.KeywordCoverage;
import docimo.similarity.KeywordMatch;
import docimo.similarity.KeywordMatch.Kind;
import docimo.similarity.Opposition;
import docimo.similarity.TermWeights;
import docimo.similarity.TfIdfCosine;
import docimo.similarity.WordVectors;
import docimo.text.AnalyzedText;
import docimo.text.GraderInstructions;
import docimo.text.LanguageDetector;
import docimo.text.Sentence;
import docimo.text.TextAnalyzer;
import docimo.text.Token;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Marks answers. Thread-safe. The same question and answer give the same grade, apart from its id
 * and time, in every run on one kind of processor; on another kind the last digits of the encoder
 * can differ.
 */
public final class Grader {

  /**
   * How many characters of questions are kept ready; a character takes some 300 bytes then. With a
   * small heap it is less: large questions that come with their answers must not fill it.
   */
  private static final long CHARACTERS_KEPT_READY =
      Math.min(1_000_000, Runtime.getRuntime().maxMemory() / 2048);

  /** What even the smallest question takes, in characters. */
  private static final int LEAST_WEIGHT = 200;

  private static final GradingObserver.Course UNSEEN = GradingObserver.NONE.begin();

  private final Parts parts;
  private final CompiledQuestion.Tools tools;
  private final ScoringModel model;
  private final Gradability gradability;
  private final AnswerChecks checks;
  private final GradeWriter writer;
  private final GradingObserver observer;

  /** Questions that are ready; nothing in them depends on the policy of review. */
  private final Cache<Question, CompiledQuestion> compiled;

  /**
   * What a grader is made of.
   *
   * @param analyzer takes texts apart
   * @param languages tells English from other languages
   * @param weights how telling each term is
   * @param antonyms which words say the opposite of each other
   * @param encoder compares meanings; null to mark by words alone
   * @param contradictions how signs of a contradiction add up
   */
  public record Parts(
      TextAnalyzer analyzer,
      LanguageDetector languages,
      TermWeights weights,
      Antonyms antonyms,
      @Nullable TextEncoder encoder,
      ContradictionWeights contradictions) {}

  /**
   * A grader with the {@linkplain ReviewPolicy#DEFAULT default policy} of review.
   *
   * @param model turns signals into a score
   * @param serviceVersion version of docimo, named in each grade
   * @param clock dates grades
   * @param ids gives each grade an id that no other has
   */
  public Grader(
      Parts parts, ScoringModel model, String serviceVersion, Clock clock, Supplier<String> ids) {
    this(
        parts,
        model,
        new Gradability(parts.languages(), parts.weights()),
        new AnswerChecks(),
        new GradeWriter(
            model,
            ReviewPolicy.DEFAULT,
            new GradeWriter.Origin(
                serviceVersion,
                parts.encoder() == null ? null : parts.encoder().name(),
                clock,
                ids)),
        GradingObserver.NONE,
        noneReady());
  }

  private Grader(
      Parts parts,
      ScoringModel model,
      Gradability gradability,
      AnswerChecks checks,
      GradeWriter writer,
      GradingObserver observer,
      Cache<Question, CompiledQuestion> compiled) {
    this.parts = parts;
    this.tools =
        new CompiledQuestion.Tools(
            parts.analyzer(), parts.weights(), parts.antonyms(), parts.encoder());
    this.model = model;
    this.gradability = gradability;
    this.checks = checks;
    this.writer = writer;
    this.observer = observer;
    this.compiled = compiled;
  }

  private static Cache<Question, CompiledQuestion> noneReady() {
    return Caffeine.newBuilder()
        .maximumWeight(CHARACTERS_KEPT_READY)
        .weigher((Question question, CompiledQuestion ready) -> weight(question))
        .build();
  }

  private static int weight(Question question) {
    return LEAST_WEIGHT
        + question.prompt().length()
        + question.references().stream().mapToInt(String::length).sum()
        + question.keyPoints().stream().mapToInt(Grader::weight).sum()
        + question.markedAnswers().stream().mapToInt(marked -> marked.answer().length()).sum();
  }

  private static int weight(KeyPoint point) {
    return point.label().length() + point.phrasings().stream().mapToInt(String::length).sum();
  }

  /** What turns signals into a score. */
  public ScoringModel model() {
    return model;
  }

  /** What it takes texts apart with. */
  public TextAnalyzer analyzer() {
    return tools.analyzer();
  }

  /** The words that it knows to say the opposite of each other. */
  public Antonyms antonyms() {
    return tools.antonyms();
  }

  /** The same grader with another scoring model. */
  public Grader with(ScoringModel other) {
    return new Grader(parts, other, gradability, checks, writer.with(other), observer, noneReady());
  }

  /**
   * The same grader with another policy of which marks a person should look at. It costs nothing:
   * what this grader has made ready of its questions is shared.
   */
  public Grader with(ReviewPolicy policy) {
    return new Grader(parts, model, gradability, checks, writer.with(policy), observer, compiled);
  }

  /**
   * The same grader, seen by another observer, or by {@link GradingObserver#NONE nobody}. What this
   * grader has made ready of its questions is shared.
   */
  public Grader seenBy(GradingObserver other) {
    return new Grader(parts, model, gradability, checks, writer, other, compiled);
  }

  /**
   * The same grader, which flags answers that are pasted from the reference of another of these
   * questions. No mark changes.
   */
  public Grader knowing(Collection<Question> bank) {
    return new Grader(
        parts,
        model,
        gradability,
        checks.with(OtherReferences.of(bank)),
        writer,
        observer,
        noneReady());
  }

  /**
   * Marks one answer.
   *
   * @return a grade in every case; its status and reason say when no mark could be given
   */
  public Grade grade(Question question, Answer answer) {
    GradingObserver.Course course = observer.begin();
    Grade grade = grade(ready(question), answer, course);
    course.end(grade);
    return grade;
  }

  private Grade grade(CompiledQuestion key, Answer answer, GradingObserver.Course course) {
    Optional<Reason> refusal = gradability.beforeReading(key, answer.text());
    if (refusal.isPresent()) {
      return writer.notGradable(key, answer, Optional.empty(), refusal.get());
    }
    Reading reading = read(key, answer.text(), course);
    course.enter(Stage.SIGNALS);
    refusal = gradability.afterReading(key, reading);
    if (refusal.isPresent()) {
      return writer.notGradable(key, answer, Optional.of(reading), refusal.get());
    }
    List<Flag> flags = checks.of(key, reading);
    Signals signals = signals(key, reading, Limit.of(flags));
    course.enter(Stage.SCORE);
    return writer.graded(key, answer, reading, signals, curve(key, reading), flags, course);
  }

  /** What an answer is compared with other answers to the same question by. */
  public AnswerVector vector(Question question, String answer) {
    CompiledQuestion key = ready(question);
    return vector(key, read(key, answer));
  }

  private QuestionCalibration.Curve curve(CompiledQuestion key, Reading reading) {
    return key.known().count() == 0
        ? QuestionCalibration.Curve.NONE
        : key.known().curve(vector(key, reading));
  }

  private AnswerVector vector(CompiledQuestion key, Reading reading) {
    return new AnswerVector(
        reading.vectors(), TfIdfCosine.vector(reading.text(), key.asked(), tools.weights()));
  }

  /** The key points that answers to a question are marked by, written or derived. */
  public KeyPoints keyPoints(Question question) {
    return KeyPoints.of(question, tools.analyzer());
  }

  private CompiledQuestion ready(Question question) {
    CompiledQuestion kept = compiled.getIfPresent(question);
    observer.asked(kept != null);
    return kept != null
        ? kept
        : compiled.get(question, q -> withKnownAnswers(CompiledQuestion.of(q, tools)));
  }

  /** Marks the marked answers; those that cannot be marked are left out. */
  private CompiledQuestion withKnownAnswers(CompiledQuestion key) {
    List<AnswerVector> vectors = new ArrayList<>();
    List<QuestionCalibration.Known> known = new ArrayList<>();
    for (MarkedExample marked : key.question().markedAnswers()) {
      if (gradability.beforeReading(key, marked.answer()).isEmpty()) {
        Reading reading = read(key, marked.answer());
        if (gradability.afterReading(key, reading).isEmpty()) {
          vectors.add(vector(key, reading));
          known.add(
              new QuestionCalibration.Known(
                  signals(key, reading, Limit.of(checks.of(key, reading))).score(model),
                  marked.score()));
        }
      }
    }
    return key.with(new KnownAnswers(vectors, new QuestionCalibration(known)));
  }

  private Reading read(CompiledQuestion key, String answer) {
    return read(key, answer, UNSEEN);
  }

  private Reading read(CompiledQuestion key, String answer, GradingObserver.Course course) {
    course.enter(Stage.ANALYSE);
    AnalyzedText sent = tools.analyzer().analyze(answer);
    List<Sentence> ignored =
        key.checks().onInstructions() ? List.of() : GraderInstructions.in(sent);
    AnalyzedText text = sent.without(ignored);
    List<Token> tokens = text.tokens().toList();
    TextEncoder encoder = tools.encoder();
    AnswerIndex index = new AnswerIndex(tokens, key.acronyms().and(text), tools.weights());
    course.enter(Stage.ENCODE);
    return new Reading(
        text,
        ignored,
        tokens,
        index,
        encoder == null ? null : WordVectors.of(text, encoder),
        (int) tokens.stream().filter(token -> isUnknown(token, key)).count());
  }

  private boolean isUnknown(Token token, CompiledQuestion key) {
    return token.isContent()
        && token.kind() == Token.Kind.WORD
        && token.terms().stream().noneMatch(term -> tools.weights().knows(term) || key.says(term));
  }

  /** The signals against the reference that the answer is closest to. */
  private Signals signals(CompiledQuestion key, Reading answer, Limit flagged) {
    MeaningFinder meanings = new MeaningFinder(answer, tools.antonyms());
    KeyPointJudge judge =
        new KeyPointJudge(
            answer, meanings, new ContradictionFinder(answer, meanings, parts), model);
    return IntStream.range(0, key.references().size())
        .mapToObj(i -> compare(key, i, answer, judge, meanings, flagged))
        .max(Comparator.comparingDouble(signals -> signals.score(model)))
        .orElseThrow();
  }

  private Signals compare(
      CompiledQuestion key,
      int i,
      Reading answer,
      KeyPointJudge judge,
      MeaningFinder meanings,
      Limit flagged) {
    CompiledQuestion.Reference reference = key.references().get(i);
    List<PointJudgement> points =
        reference.points().stream().map(p -> judge.judge(p, reference.written())).toList();
    KeywordCoverage coverage =
        KeywordCoverage.of(
            reference.whole().keywords(), answer.index(), keyword -> accepted(keyword, points));
    TfIdfCosine vector =
        TfIdfCosine.vector(answer.text(), key.asked(), meant(coverage), tools.weights());
    KeywordSignal keywords = new KeywordSignal(coverage);
    List<Signal> wholes = new ArrayList<>();
    wholes.add(keywords);
    wholes.add(new Signal.Plain(Signal.COSINE_SIMILARITY, reference.vector().with(vector)));
    if (answer.vectors() != null) {
      wholes.add(new Signal.Plain(Signal.SEMANTIC_COVERAGE, meaning(reference, points, meanings)));
      wholes.add(
          new Signal.Plain(Signal.SEMANTIC_SIMILARITY, meanings.likeness(reference.whole())));
    }
    Opposition opposition = opposition(reference, answer);
    wholes.add(new Signal.Plain(Signal.OPPOSITE_WORDS, opposition.antonym()));
    wholes.add(new Signal.Plain(Signal.DENIAL, opposition.denial()));
    return new Signals(
        i,
        reference.rule(),
        reference.written(),
        keywords,
        wholes,
        new KeyPointSignal(RuleCount.of(points, reference.rule()).share(), points),
        flagged);
  }

  private Opposition opposition(CompiledQuestion.Reference reference, Reading answer) {
    CompiledQuestion.Phrasing whole = reference.whole();
    return Opposition.of(
        whole.text().tokens().toList(),
        whole.vectors(),
        answer.tokens(),
        answer.vectors(),
        tools.antonyms(),
        tools.weights());
  }

  /** What was found of the author's points, or else of the whole reference. */
  private double meaning(
      CompiledQuestion.Reference reference, List<PointJudgement> points, MeaningFinder meanings) {
    return reference.written()
        ? RuleCount.of(points, reference.rule(), p -> p.earned(model.written())).share()
        : meanings.coverage(reference.whole())
            * (1 - RuleCount.of(points, reference.rule()).contradictedShare());
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

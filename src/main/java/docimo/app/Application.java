package docimo.app;

import docimo.embedding.TextEncoder;
import docimo.grading.Answer;
import docimo.grading.ContradictionWeights;
import docimo.grading.Grade;
import docimo.grading.Grader;
import docimo.grading.GradingObserver;
import docimo.grading.ReviewPolicy;
import docimo.grading.ScoringModel;
import docimo.question.Question;
import docimo.question.QuestionBank;
import docimo.question.Rule;
import docimo.similarity.Antonyms;
import docimo.similarity.TermWeights;
import docimo.text.OpenNlpTextAnalyzer;
import docimo.text.TextAnalyzer;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** docimo, wired: the models loaded and the grader made from them. Thread-safe. */
public final class Application {

  /** Reads a model from its stream. */
  private interface Reader<T> {
    T read(InputStream in) throws IOException;
  }

  private static final String REMEDY = "build docimo again from a clean checkout";

  private static final Question NO_QUESTION = Question.inline("", List.of(), List.of(), Rule.ALL);

  private final Grader grader;

  private Application(Grader grader) {
    this.grader = grader;
  }

  /**
   * Loads the models and wires the grader with the encoder that the environment chooses, the system
   * clock and random ids.
   *
   * @throws ModelException when a model is missing or damaged
   */
  public static Application start() {
    return start(Encoders.chosen());
  }

  /**
   * Loads the models and wires the grader with this encoder, the system clock and random ids.
   *
   * @throws ModelException when a model is missing or damaged
   */
  public static Application start(Encoders encoders) {
    return start(new Models(), encoders, Clock.systemUTC(), () -> UUID.randomUUID().toString());
  }

  /** An application whose models are being loaded. Thread-safe. */
  public static final class Starting implements Supplier<Application> {

    private final CompletableFuture<Application> application;

    private Starting(Supplier<Application> start) {
      this.application = CompletableFuture.supplyAsync(start);
    }

    /** Waits until it is loaded, and throws what {@link Application#start()} throws. */
    @Override
    public Application get() {
      return Futures.joined(application);
    }

    /**
     * Waits until it is loaded or failed. A process that ended before would take the native library
     * away from the thread that loads the encoder, and crash.
     */
    public void awaitEnd() {
      Futures.ended(application);
    }
  }

  /**
   * Begins to load the models in the background.
   *
   * @param policy says which marks a person should look at
   * @param encoders chooses what gives meaning to words
   */
  public static Starting starting(ReviewPolicy policy, Encoders encoders) {
    return new Starting(() -> start(encoders).with(policy));
  }

  /**
   * Wires the grader with the encoder that comes with docimo, and a clock and a source of ids of
   * the caller's choice.
   *
   * @throws ModelException when a model is missing or damaged
   */
  public static Application start(Models models, Clock clock, Supplier<String> ids) {
    return start(models, Encoders.BUNDLED, clock, ids);
  }

  /**
   * Wires the grader with parts of the caller's choice.
   *
   * @throws ModelException when a model is missing or damaged
   */
  public static Application start(
      Models models, Encoders encoders, Clock clock, Supplier<String> ids) {
    CompletableFuture<TermWeights> frequencies =
        CompletableFuture.supplyAsync(
            () -> load(models, "background-frequencies", TermWeights::read));
    CompletableFuture<Antonyms> antonyms =
        CompletableFuture.supplyAsync(() -> load(models, "antonyms", Antonyms::read));
    CompletableFuture<ContradictionWeights> contradictions =
        CompletableFuture.supplyAsync(
            () -> load(models, "contradiction", ContradictionWeights::read));
    CompletableFuture<InputStream> checkedLanguages =
        CompletableFuture.supplyAsync(() -> models.open("language-detector"));
    CompletableFuture<Optional<TextEncoder>> encoding =
        CompletableFuture.supplyAsync(() -> encoders.load(models));
    TextAnalyzer analyzer;
    try {
      analyzer = textAnalyzer(models);
    } finally {
      Futures.ended(encoding); // nobody may end the process while native code is loaded
    }
    TextEncoder encoder = Futures.joined(encoding).orElse(null);
    ScoringModel scoring =
        load(models, encoder == null ? "scoring-lexical" : "scoring", ScoringModel::read);
    return new Application(
        new Grader(
            new Grader.Parts(
                analyzer,
                new LazyLanguageDetector(Futures.joined(checkedLanguages)),
                Futures.joined(frequencies),
                Futures.joined(antonyms),
                encoder,
                Futures.joined(contradictions)),
            scoring,
            version(),
            clock,
            ids));
  }

  /** The same application with another policy of which marks a person should look at. */
  public Application with(ReviewPolicy policy) {
    return new Application(grader.with(policy));
  }

  /** The same application, whose grades somebody sees come about. */
  public Application seenBy(GradingObserver observer) {
    return new Application(grader.seenBy(observer));
  }

  /** The same application, which recognises pasted references of these questions. */
  public Application knowing(QuestionBank bank) {
    return new Application(grader.knowing(bank.all()));
  }

  /** Marks answers. */
  public Grader grader() {
    return grader;
  }

  /** What each grade names as its makers, as far as they are the same for all questions. */
  public Grade.Versions versions() {
    return grader.seenBy(GradingObserver.NONE).grade(NO_QUESTION, Answer.of("")).versions();
  }

  /** The version of docimo, as in the manifest of its jar; "dev" outside a jar. */
  public static String version() {
    String version = Application.class.getPackage().getImplementationVersion();
    return version == null ? "dev" : version;
  }

  /**
   * The text analyser by itself.
   *
   * @throws ModelException when one of its models is missing or damaged
   */
  public static TextAnalyzer textAnalyzer(Models models) {
    try {
      return OpenNlpTextAnalyzer.load(
          models.open("sentence-detector"),
          models.open("tokenizer"),
          models.open("pos-tagger"),
          models.open("lemmatizer"));
    } catch (IOException e) {
      throw new ModelException("text", "cannot be read: " + e.getMessage(), REMEDY);
    }
  }

  private static <T> T load(Models models, String name, Reader<? extends T> reader) {
    try {
      return reader.read(models.open(name));
    } catch (IOException e) {
      throw new ModelException(name, "cannot be read: " + e.getMessage(), REMEDY);
    }
  }
}

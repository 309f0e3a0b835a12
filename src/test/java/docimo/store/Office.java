package docimo.store;

import docimo.exchange.GradeJson;
import docimo.exchange.QuestionJson;
import docimo.grading.Answer;
import docimo.grading.Band;
import docimo.grading.Grade;
import docimo.grading.ReviewPolicy;
import docimo.question.KeyPoint;
import docimo.question.MarkedExample;
import docimo.question.Question;
import docimo.question.Rule;
import docimo.screening.AgreementMeasure;
import docimo.screening.Job;
import docimo.screening.JobQueue;
import docimo.screening.Keeping;
import docimo.screening.Marking;
import docimo.screening.NewAnswer;
import docimo.screening.RowMarking;
import docimo.screening.Screening;
import docimo.screening.ScreeningOffice;
import docimo.screening.ScreeningParts;
import docimo.screening.ScreeningPlan;
import docimo.screening.Store;
import docimo.screening.WeightedQuestion;
import docimo.similarity.KeywordMatch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Services on a database with a machine that marks by a number in the answer: "0.7 ..." earns .7,
 * "? 0.7" needs a person, and "boom" makes it fail.
 */
final class Office implements Marking {

  static final QuestionJson QUESTIONS = new QuestionJson();

  private volatile Instant time = Instant.parse("2026-11-24T10:00:00Z");
  private final AtomicInteger marked = new AtomicInteger();
  private volatile String scorer = "scorer-1";
  final ScreeningOffice services;

  Office(Store store) {
    this(store, NO_QUEUE);
  }

  Office(Store store, JobQueue queue) {
    this(store, queue, null);
  }

  Office(Store store, JobQueue queue, @Nullable RowMarking rowMarking) {
    AgreementMeasure agreement =
        (machine, human) -> new AgreementMeasure.Figures(null, null, 0, machine[0] - human[0]);
    services =
        new ScreeningOffice(
            new ScreeningParts(
                store,
                this,
                new GradeJson(),
                agreement,
                new SettableClock(),
                () -> UUID.randomUUID().toString(),
                () -> UUID.randomUUID().toString()),
            queue,
            Keeping.DEFAULT,
            rowMarking);
  }

  private static final JobQueue NO_QUEUE =
      new JobQueue() {
        @Override
        public void offer(Job.Kind kind, String jobId, int part) {}

        @Override
        public void start(Worker worker, List<Chore> chores) {}
      };

  private final class SettableClock extends Clock {

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return time;
    }
  }

  synchronized void pass(Duration duration) {
    time = time.plus(duration);
  }

  void scoreBy(String version) {
    scorer = version;
  }

  int marked() {
    return marked.get();
  }

  static Question question(String id) {
    return new Question(
        id,
        "What is " + id + "?",
        List.of("A reference for " + id, "- an item\n  - nested"),
        List.of(new KeyPoint("point", List.of("phrase"), 2.5, null)),
        Rule.ALL,
        "Topic",
        List.of(new MarkedExample("an example", 0.25)));
  }

  /** A screening of two questions, the first of which weighs twice. */
  Screening screening() {
    return screening(false);
  }

  Screening screening(boolean blind) {
    services.questions().importAll(List.of(question("q1"), question("q2")), "author");
    ScreeningPlan plan =
        ScreeningPlan.of(
            "Java", List.of(new WeightedQuestion("q1", 2), new WeightedQuestion("q2", 1)));
    return services
        .screenings()
        .create(
            new ScreeningPlan(
                plan.title(),
                plan.purpose(),
                plan.questions(),
                plan.reviewPolicy(),
                blind,
                plan.retention(),
                plan.resubmission(),
                plan.bands()),
            "recruiter");
  }

  static NewAnswer answer(String ref, String question, @Nullable String attempt, String text) {
    return new NewAnswer(ref, null, question, attempt, text);
  }

  @Override
  public Grade mark(Question question, Answer answer, ReviewPolicy policy) {
    marked.incrementAndGet();
    if (answer.text().startsWith("boom")) {
      throw new IllegalStateException("cannot mark: " + answer.text());
    }
    boolean doubtful = answer.text().startsWith("?");
    String number = answer.text().replace("?", "").strip().split(" ")[0];
    double score = Double.parseDouble(number);
    return new Grade(
        UUID.randomUUID().toString(),
        time,
        new Grade.QuestionRef(question.id(), question.revision()),
        answer.candidateRef(),
        answer.purpose(),
        doubtful ? Grade.Status.NEEDS_REVIEW : Grade.Status.GRADED,
        null,
        new Grade.Score(
            score,
            1,
            Band.of(score),
            List.of(Math.max(0, score - 0.1), Math.min(1, score + 0.1)),
            null,
            null),
        List.of(),
        List.of(),
        new Grade.KeywordResults(
            0,
            List.of(
                new Grade.MatchedKeyword(
                    "word",
                    1.5,
                    KeywordMatch.Kind.WORD,
                    List.of(new Grade.Evidence(0, 3, number)))),
            List.of()),
        new Grade.Feedback("summary", List.of(), List.of()),
        new Grade.Explanation(List.of("because"), List.of()),
        List.of(),
        new Grade.Review(doubtful, doubtful ? 1 - score : 0.1, List.of()),
        new Grade.Versions("dev", scorer, question.revision(), null, policy.version()),
        new Grade.Stats(1, 1, 0, 0, 0),
        true);
  }

  @Override
  public Grade.Versions versions() {
    return new Grade.Versions("dev", scorer, "", null, "");
  }
}

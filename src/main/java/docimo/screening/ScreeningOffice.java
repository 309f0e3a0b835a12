package docimo.screening;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All services of screenings, made from their parts. Immutable and thread-safe. */
public final class ScreeningOffice {

  private static final Duration PURGE_EVERY = Duration.ofHours(1);

  private final Screenings screenings;
  private final Questions questions;
  private final Submissions submissions;
  private final Reviews reviews;
  private final MarkedAnswers markedAnswers;
  private final Agreements agreements;
  private final Results results;
  private final Regrades regrades;
  private final Candidates candidates;
  private final RetentionPurge retention;
  private final AuditTrail audit;
  private final Jobs jobs;
  private final GradingJobs gradings;
  private final KeptReplies replies;

  /**
   * Services that leave the rows of jobs of grades to other processes.
   *
   * @param queue hands out parts of jobs
   */
  public ScreeningOffice(ScreeningParts parts, JobQueue queue) {
    this(parts, queue, Keeping.DEFAULT, null);
  }

  /**
   * @param queue hands out parts of jobs
   * @param keeping how long what is of no screening is kept
   * @param rowMarking marks rows of jobs of grades; null where that is left to other processes
   */
  public ScreeningOffice(
      ScreeningParts on, JobQueue queue, Keeping keeping, @Nullable RowMarking rowMarking) {
    NotingStore noting = new NotingStore(on.store());
    ScreeningParts parts = on.on(noting);
    Intake intake = new Intake(parts);
    this.screenings = new Screenings(parts);
    this.questions = new Questions(parts);
    this.submissions = new Submissions(parts, intake);
    this.reviews = new Reviews(parts);
    this.markedAnswers = new MarkedAnswers(parts, questions);
    this.agreements = new Agreements(parts);
    this.results = new Results(parts);
    ScreeningParts unhurried = parts.unhurried();
    this.regrades = new Regrades(unhurried, intake);
    Forgetting forgetting = new Forgetting(parts, markedAnswers);
    this.candidates = new Candidates(parts, forgetting);
    this.retention = new RetentionPurge(parts, forgetting);
    this.audit = new AuditTrail(parts);
    this.jobs =
        new Jobs(
            parts,
            queue,
            new JobWorker(unhurried, new Intake(unhurried), regrades, rowMarking),
            List.of(
                new JobQueue.Chore("retention", RetentionPurge.EVERY, retention::run),
                new JobQueue.Chore("keeping", PURGE_EVERY, this::purge)));
    this.gradings = new GradingJobs(parts, jobs, keeping.grades());
    this.replies = new KeptReplies(on, noting, keeping.replies());
  }

  private void purge() {
    gradings.purge();
    replies.purge();
  }

  /** Opens, changes and ends screenings. */
  public Screenings screenings() {
    return screenings;
  }

  /** Questions with their revisions; also a bank. */
  public Questions questions() {
    return questions;
  }

  /** Takes answers in. */
  public Submissions submissions() {
    return submissions;
  }

  /** The queue and the marks of people. */
  public Reviews reviews() {
    return reviews;
  }

  /** Keeps reviewed answers for the calibration of their questions. */
  public MarkedAnswers markedAnswers() {
    return markedAnswers;
  }

  /** How far machine and reviewers agree. */
  public Agreements agreements() {
    return agreements;
  }

  /** Where candidates stand. */
  public Results results() {
    return results;
  }

  /** Shows what marking again would change. */
  public Regrades regrades() {
    return regrades;
  }

  /** Gives out and removes what is kept of a candidate. */
  public Candidates candidates() {
    return candidates;
  }

  /** Removes texts whose time is over. */
  public RetentionPurge retention() {
    return retention;
  }

  /** Shows and checks what made each mark. */
  public AuditTrail audit() {
    return audit;
  }

  /** Long work. */
  public Jobs jobs() {
    return jobs;
  }

  /** Rows that somebody sent, to be marked beside all screenings. */
  public GradingJobs gradings() {
    return gradings;
  }

  /** Replies to requests that may come again. */
  public KeptReplies replies() {
    return replies;
  }
}

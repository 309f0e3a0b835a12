package docimo.cli;

import docimo.app.Workplace;
import docimo.grading.Answer;
import docimo.question.Question;
import docimo.screening.EffectiveMark;
import docimo.screening.FrozenPercentiles;
import docimo.screening.NewAnswer;
import docimo.screening.Page;
import docimo.screening.Ranking;
import docimo.screening.Receipt;
import docimo.screening.RecordedGrade;
import docimo.screening.Resubmission;
import docimo.screening.Retention;
import docimo.screening.ReviewBand;
import docimo.screening.Screening;
import docimo.screening.ScreeningPlan;
import docimo.screening.ScreeningResults;
import docimo.screening.ScreeningResults.CandidateResult;
import docimo.screening.ScreeningResults.QuestionResult;
import docimo.screening.ScreeningState;
import docimo.screening.WeightedQuestion;
import docimo.screening.WeightedScore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Opens screenings, takes answers in and ranks. */
@Command(
    name = "screening",
    description = "Opens screenings, takes answers in, and says where candidates stand.",
    subcommands = {
      ScreeningCommand.Create.class,
      ScreeningCommand.ListAll.class,
      ScreeningCommand.Show.class,
      ScreeningCommand.Open.class,
      ScreeningCommand.Close.class,
      ScreeningCommand.Archive.class,
      UploadCommand.class,
      ScreeningCommand.Submit.class,
      ScreeningCommand.ShowResults.class,
      ScreeningCommand.Freeze.class
    })
final class ScreeningCommand extends ConsoleCommand {

  ScreeningCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    throw wrongUsage(
        "say what to do: create, list, show, open, close, archive, upload, submit, results or"
            + " freeze");
  }

  /** A screening as {@code --json} prints it. */
  private record Shown(
      String id,
      String title,
      ScreeningState state,
      Answer.Purpose purpose,
      List<WeightedQuestion> questions,
      List<ReviewBand> bands,
      String reviewPolicy,
      boolean blindReview,
      int retentionDays,
      Resubmission resubmission,
      Instant createdAt,
      long version) {

    static Shown of(Screening s) {
      ScreeningPlan plan = s.plan();
      return new Shown(
          s.id(),
          plan.title(),
          s.state(),
          plan.purpose(),
          plan.questions(),
          plan.bands(),
          plan.reviewPolicy().version(),
          plan.blindReview(),
          plan.retention().days(),
          plan.resubmission(),
          s.createdAt(),
          s.version());
    }

    String line() {
      return id
          + "  "
          + OfficeCommand.lower(state)
          + "  "
          + count(questions.size(), "question")
          + "  "
          + title;
    }

    String text() {
      StringBuilder text = new StringBuilder(line());
      text.append("\npurpose ").append(OfficeCommand.lower(purpose));
      text.append("\nthe ").append(OfficeCommand.lower(resubmission)).append(" answer counts");
      text.append("\ntexts are kept for ").append(count(retentionDays, "day"));
      text.append(blindReview ? "\nreviewers mark before they see the machine's mark" : "");
      bands.forEach(b -> text.append("\nband ").append(b.name()).append(" from ").append(b.from()));
      questions.forEach(
          q ->
              text.append("\nquestion ")
                  .append(q.questionId())
                  .append(", weight ")
                  .append(q.weight()));
      return text.toString();
    }
  }

  /** Opens one. */
  @Command(name = "create", description = "Opens a screening and prints its id.")
  static final class Create extends OfficeCommand {

    @Option(names = "--title", paramLabel = "TEXT", required = true, description = "For people.")
    private String title = "";

    @Option(
        names = "--question",
        paramLabel = "ID[=WEIGHT]",
        description = "A question of the database; again for the next (weight: 1).")
    private List<String> questions = new ArrayList<>();

    @Option(names = "--all-questions", description = "All questions of the database, weight 1.")
    private boolean all;

    @Option(
        names = "--purpose",
        paramLabel = "PURPOSE",
        defaultValue = "screening",
        description = "screening or practice (default: ${DEFAULT-VALUE}).")
    private Answer.Purpose purpose = Answer.Purpose.SCREENING;

    @Option(names = "--blind", description = "Reviewers give a mark before they see the machine's.")
    private boolean blind;

    @Option(
        names = "--retention-days",
        paramLabel = "DAYS",
        defaultValue = "365",
        description = "How long texts are kept (default: ${DEFAULT-VALUE}).")
    private int days;

    @Option(
        names = "--resubmission",
        paramLabel = "WHICH",
        defaultValue = "last",
        description = "Which answer counts: last, best or first (default: ${DEFAULT-VALUE}).")
    private Resubmission resubmission = Resubmission.LAST;

    @Option(
        names = "--band",
        paramLabel = "NAME=FROM",
        description =
            "A review band and the score that it begins at; it sorts, nobody is rejected.")
    private Map<String, Double> bands = new LinkedHashMap<>();

    @Mixin private ReviewOption review = new ReviewOption();
    @Mixin private ActorOption actor = new ActorOption();

    Create(Console console) {
      super(console);
    }

    @Override
    Integer run(Workplace place) throws IOException {
      if (all == !questions.isEmpty()) {
        throw wrongUsage("name the questions with --question, or take --all-questions");
      }
      List<WeightedQuestion> asked = new ArrayList<>();
      if (all) {
        for (Question q : place.office().questions().all()) {
          asked.add(new WeightedQuestion(q.id(), 1));
        }
        if (asked.isEmpty()) {
          throw new CommandFailedException(
              "the database has no questions; 'docimo questions import FILE' takes some");
        }
      }
      questions.forEach(q -> asked.add(weighted(q)));
      List<ReviewBand> sorted = new ArrayList<>();
      bands.forEach((name, from) -> sorted.add(new ReviewBand(name, from)));
      Screening screening =
          place
              .office()
              .screenings()
              .create(
                  new ScreeningPlan(
                      title,
                      purpose,
                      asked,
                      review.read(),
                      blind,
                      new Retention(days),
                      resubmission,
                      sorted),
                  actor.name());
      print(Shown.of(screening), screening::id);
      return DONE;
    }

    private WeightedQuestion weighted(String text) {
      int at = text.lastIndexOf('=');
      if (at < 0) {
        return new WeightedQuestion(text, 1);
      }
      try {
        return new WeightedQuestion(
            text.substring(0, at), Double.parseDouble(text.substring(at + 1)));
      } catch (NumberFormatException e) {
        throw wrongUsage("--question is ID or ID=WEIGHT, not '" + text + "'");
      }
    }
  }

  /** Lists all. */
  @Command(name = "list", description = "Lists the screenings, the first first.")
  static final class ListAll extends OfficeCommand {

    ListAll(Console console) {
      super(console);
    }

    @Override
    Integer run(Workplace place) {
      Long next = 0L;
      while (next != null) {
        Page<Screening> page = place.office().screenings().list(next, Page.MOST);
        for (Screening s : page.items()) {
          Shown shown = Shown.of(s);
          print(shown, shown::line);
        }
        next = page.next();
      }
      return DONE;
    }
  }

  /** What those about one screening have in common. */
  private abstract static class OnScreening extends OfficeCommand {

    @Parameters(index = "0", paramLabel = "SCREENING", description = "Id of the screening.")
    String id = "";

    OnScreening(Console console) {
      super(console);
    }
  }

  /** Shows one. */
  @Command(name = "show", description = "Shows a screening, what waits in it, and its jobs.")
  static final class Show extends OnScreening {

    private static final int JOBS = 10;

    Show(Console console) {
      super(console);
    }

    /** A screening with what goes on in it. */
    private record Full(Shown screening, int waitingForReview, List<JobWatch.Seen> jobs) {}

    @Override
    Integer run(Workplace place) {
      Shown shown = Shown.of(place.office().screenings().get(id));
      int waiting = place.office().reviews().waiting(id);
      List<JobWatch.Seen> jobs =
          place.office().jobs().of(id, JOBS).stream().map(JobWatch.Seen::of).toList();
      print(
          new Full(shown, waiting, jobs),
          () -> {
            StringBuilder text = new StringBuilder(shown.text());
            text.append('\n').append(count(waiting, "answer")).append(" for a person to look at");
            for (JobWatch.Seen job : jobs) {
              text.append("\njob ").append(job.job()).append(' ').append(lower(job.kind()));
              text.append(' ').append(lower(job.state())).append(' ').append(job.done());
              text.append(" of ").append(job.total());
            }
            return text.toString();
          });
      return DONE;
    }
  }

  /** What those that move a screening have in common. */
  private abstract static class Move extends OnScreening {

    private final ScreeningState to;

    @Mixin private ActorOption actor = new ActorOption();

    Move(Console console, ScreeningState to) {
      super(console);
      this.to = to;
    }

    @Override
    Integer run(Workplace place) {
      Screening before = place.office().screenings().get(id);
      Shown after =
          Shown.of(place.office().screenings().move(id, before.version(), to, actor.name()));
      print(after, after::line);
      return DONE;
    }
  }

  /** Opens one again. */
  @Command(name = "open", description = "Opens a closed screening again.")
  static final class Open extends Move {
    Open(Console console) {
      super(console, ScreeningState.OPEN);
    }
  }

  /** Closes one. */
  @Command(name = "close", description = "Closes a screening: it takes no more answers.")
  static final class Close extends Move {
    Close(Console console) {
      super(console, ScreeningState.CLOSED);
    }
  }

  /** Archives one. */
  @Command(name = "archive", description = "Archives a closed screening: nothing changes any more.")
  static final class Archive extends Move {
    Archive(Console console) {
      super(console, ScreeningState.ARCHIVED);
    }
  }

  /** That an answer was taken in, as {@code --json} prints it. */
  private record Taken(
      String submissionId,
      String attempt,
      @Nullable String gradeId,
      @Nullable String status,
      @Nullable Double score,
      @Nullable Double low,
      @Nullable Double high,
      boolean repeated) {}

  /** Takes one answer in. */
  @Command(name = "submit", description = "Takes one answer in and marks it.")
  static final class Submit extends OnScreening {

    @Option(names = "--candidate", paramLabel = "REF", required = true, description = "By whom.")
    private String candidate = "";

    @Option(names = "--label", paramLabel = "TEXT", description = "What people call them.")
    private @Nullable String label;

    @Option(names = "--question", paramLabel = "ID", required = true, description = "To what.")
    private String question = "";

    @Option(
        names = "--attempt",
        paramLabel = "ID",
        description = "Names this attempt: the same one sent twice counts once.")
    private @Nullable String attempt;

    @Option(
        names = "--answer",
        paramLabel = "TEXT",
        required = true,
        description = "The answer; - reads it from standard input.")
    private String answer = "";

    @Mixin private ActorOption actor = new ActorOption();

    Submit(Console console) {
      super(console);
    }

    @Override
    Integer run(Workplace place) throws IOException {
      String text =
          answer.equals("-")
              ? new String(console.in().readAllBytes(), StandardCharsets.UTF_8)
              : answer;
      Receipt receipt =
          place
              .office()
              .submissions()
              .submit(id, new NewAnswer(candidate, label, question, attempt, text), actor.name());
      RecordedGrade g = receipt.recorded();
      print(
          new Taken(
              receipt.submission().id(),
              receipt.submission().attempt(),
              g == null ? null : g.id(),
              g == null ? null : lower(g.status()).replace(' ', '_'),
              g == null ? null : g.score(),
              g == null ? null : g.low(),
              g == null ? null : g.high(),
              receipt.repeated()),
          () ->
              "answer "
                  + receipt.submission().id()
                  + (receipt.repeated() ? " had come in before" : "")
                  + (g == null
                      ? ": the machine failed, a person marks it"
                      : ": " + mark(g.score()) + ", " + lower(g.status()) + ", grade " + g.id()));
      return DONE;
    }
  }

  /** A candidate's standing as {@code results --json} prints it. */
  private record Placed(
      String candidateRef,
      @Nullable String label,
      Ranking.@Nullable Place place,
      WeightedScore score,
      @Nullable String band,
      @Nullable Double percentile,
      @Nullable Instant percentileAt,
      List<Marked> questions) {}

  /** A question of it. */
  private record Marked(
      String questionId,
      double weight,
      int attempts,
      @Nullable String submissionId,
      @Nullable String gradeId,
      EffectiveMark mark,
      @Nullable Double machineMark,
      List<String> stale) {

    static Marked of(QuestionResult q) {
      RecordedGrade grade = q.counting() == null ? null : q.counting().grade();
      return new Marked(
          q.questionId(),
          q.weight(),
          q.attempts(),
          q.counting() == null ? null : q.counting().submissionId(),
          grade == null ? null : grade.id(),
          q.mark(),
          grade == null ? null : grade.score(),
          q.stale().stream().sorted().map(OfficeCommand::lower).toList());
    }
  }

  /** Says where candidates stand. */
  @Command(
      name = "results",
      description = "Says where candidates stand; places whose intervals overlap are ranges.")
  static final class ShowResults extends OnScreening {

    @Option(names = "--candidate", paramLabel = "REF", description = "Only this candidate.")
    private @Nullable String candidate;

    @Option(names = "--answers", description = "With each question, its answer and its mark.")
    private boolean answers;

    ShowResults(Console console) {
      super(console);
    }

    @Override
    Integer run(Workplace place) {
      ScreeningResults results = place.office().results().of(id);
      List<CandidateResult> shown =
          candidate == null
              ? results.candidates()
              : List.of(place.office().results().of(id, candidate));
      for (CandidateResult c : shown) {
        List<Marked> questions = c.questions().stream().map(Marked::of).toList();
        print(
            new Placed(
                c.candidate().ref(),
                c.candidate().label(),
                c.place(),
                c.score(),
                c.band(),
                c.percentile(),
                c.percentile() == null ? null : results.frozenAt(),
                questions),
            () -> describe(c, questions));
      }
      return DONE;
    }

    private String describe(CandidateResult c, List<Marked> questions) {
      Ranking.Place place = c.place();
      WeightedScore score = c.score();
      StringBuilder text = new StringBuilder();
      if (place == null) {
        text.append("-  ");
      } else {
        text.append(place.rank());
        text.append(
            place.best() == place.worst()
                ? ""
                : " (" + place.best() + " to " + place.worst() + ")");
        text.append("  ");
      }
      text.append(c.candidate().ref()).append("  ").append(mark(score.value()));
      if (score.low() != null) {
        text.append(" [").append(mark(score.low())).append(", ").append(mark(score.high()));
        text.append(']');
      }
      text.append("  ").append(lower(score.status()));
      text.append(c.band() == null ? "" : "  " + c.band());
      text.append(c.percentile() == null ? "" : "  percentile " + c.percentile());
      if (answers) {
        for (Marked q : questions) {
          text.append("\n    ").append(q.questionId()).append("  ").append(mark(q.mark().value()));
          text.append(" by ").append(lower(q.mark().source()));
          text.append(q.submissionId() == null ? "" : "  answer " + q.submissionId());
          text.append(q.gradeId() == null ? "" : "  grade " + q.gradeId());
          text.append(q.stale().isEmpty() ? "" : "  stale: " + String.join(", ", q.stale()));
        }
      }
      return text.toString();
    }
  }

  /** That percentiles were fixed, as {@code --json} prints it. */
  private record Frozen(String id, String screeningId, Instant at, int candidates) {}

  /** Fixes percentiles. */
  @Command(
      name = "freeze",
      description = "Fixes the percentiles of all candidates who can be compared now.")
  static final class Freeze extends OnScreening {

    @Mixin private ActorOption actor = new ActorOption();

    Freeze(Console console) {
      super(console);
    }

    @Override
    Integer run(Workplace place) {
      FrozenPercentiles f = place.office().results().freeze(id, actor.name());
      print(
          new Frozen(f.id(), f.screeningId(), f.at(), f.byCandidate().size()),
          () -> "percentiles of " + count(f.byCandidate().size(), "candidate") + ", " + f.at());
      return DONE;
    }
  }
}

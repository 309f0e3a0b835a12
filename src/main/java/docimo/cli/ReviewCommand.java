package docimo.cli;

import docimo.app.Workplace;
import docimo.grading.Grade;
import docimo.screening.HumanMark;
import docimo.screening.Page;
import docimo.screening.ReviewCase;
import docimo.screening.ReviewView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets people look at marks. */
@Command(
    name = "review",
    description = "Lets people look at answers and give the marks that count.",
    subcommands = {
      ReviewCommand.Queue.class,
      ReviewCommand.Claim.class,
      ReviewCommand.MarkBlind.class,
      ReviewCommand.Decide.class,
      ReviewCommand.Overrule.class,
      ReviewCommand.Appeal.class,
      ReviewCommand.Release.class
    })
final class ReviewCommand extends ConsoleCommand {

  ReviewCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    throw wrongUsage("say what to do: list, claim, mark, decide, override, appeal or release");
  }

  /** A case as {@code --json} prints it. */
  private record Case(
      String id,
      String screeningId,
      String submissionId,
      String questionId,
      ReviewCase.Kind kind,
      double doubt,
      ReviewCase.State state,
      @Nullable String claimedBy,
      @Nullable Instant claimedUntil,
      Instant openedAt,
      @Nullable String reason) {

    static Case of(ReviewCase c) {
      ReviewCase.Claim claim = c.claim();
      return new Case(
          c.id(),
          c.screeningId(),
          c.submissionId(),
          c.questionId(),
          c.kind(),
          c.doubt(),
          c.state(),
          claim == null ? null : claim.reviewer(),
          claim == null ? null : claim.until(),
          c.openedAt(),
          c.reason());
    }

    String line() {
      return id
          + "  "
          + OfficeCommand.lower(kind)
          + "  "
          + OfficeCommand.mark(doubt)
          + "  "
          + questionId
          + (claimedBy == null ? "" : "  claimed by " + claimedBy + " until " + claimedUntil);
    }
  }

  /** What a reviewer sees, as {@code --json} prints it. */
  private record View(
      Case reviewCase,
      String prompt,
      List<String> references,
      String answer,
      boolean markFirst,
      @Nullable Grade grade,
      List<HumanMark> marks) {

    static View of(ReviewView v) {
      return new View(
          Case.of(v.reviewCase()),
          v.question().prompt(),
          v.question().references(),
          v.answer(),
          v.hidden(),
          v.grade(),
          v.marks());
    }

    static String text(ReviewView v) {
      StringBuilder text = new StringBuilder("case ").append(v.reviewCase().id());
      text.append("\nanswer ").append(v.reviewCase().submissionId()).append("\n\n");
      Grade grade = v.grade();
      text.append("Question: ").append(v.question().prompt()).append('\n');
      v.question().references().forEach(r -> text.append("Reference: ").append(r).append('\n'));
      text.append("Answer: ").append(v.answer()).append('\n');
      String asked = v.reviewCase().reason();
      text.append(asked == null ? "" : "Appeal: " + asked + "\n");
      for (HumanMark m : v.marks()) {
        text.append("Mark by ").append(m.actor()).append(": ").append(OfficeCommand.mark(m.mark()));
        text.append(m.reason() == null ? "" : ", " + m.reason()).append('\n');
      }
      text.append('\n');
      if (grade != null) {
        text.append(GradeText.of(v.question(), grade));
      } else if (v.hidden()) {
        text.append("The machine's mark is shown when you have given yours:")
            .append(" docimo review mark ")
            .append(v.reviewCase().id())
            .append(" MARK");
      } else {
        text.append("The machine gave no mark.");
      }
      return text.toString().stripTrailing();
    }
  }

  /** Lists what waits. */
  @Command(
      name = "list",
      description = "Lists what waits for a person: appeals first, then the most doubtful.")
  static final class Queue extends OfficeCommand {

    @Parameters(paramLabel = "SCREENING", description = "Id of the screening.")
    private String screening = "";

    Queue(Console console) {
      super(console);
    }

    @Override
    Integer run(Workplace place) {
      Long next = 0L;
      while (next != null) {
        Page<ReviewCase> page =
            place.office().reviews().queue(screening, Math.toIntExact(next), Page.MOST);
        for (ReviewCase c : page.items()) {
          Case one = Case.of(c);
          print(one, one::line);
        }
        next = page.next();
      }
      return DONE;
    }
  }

  /** What those who do something have in common. */
  private abstract static class Acting extends OfficeCommand {

    @Mixin ActorOption actor = new ActorOption();

    Acting(Console console) {
      super(console);
    }

    void printMark(HumanMark mark) {
      print(
          mark,
          () ->
              lower(mark.kind())
                  + " by "
                  + mark.actor()
                  + ": "
                  + mark(mark.mark())
                  + " counts for answer "
                  + mark.submissionId());
    }
  }

  /** Takes a case. */
  @Command(
      name = "claim",
      description = "Takes the next case, or one by its id, for half an hour and shows it.")
  static final class Claim extends Acting {

    @Parameters(
        paramLabel = "SCREENING",
        arity = "0..1",
        description = "Id of the screening, for its next case.")
    private @Nullable String screening;

    @Option(names = "--case", paramLabel = "ID", description = "This case.")
    private @Nullable String id;

    Claim(Console console) {
      super(console);
    }

    @Override
    Integer run(Workplace place) {
      if ((screening == null) == (id == null)) {
        throw wrongUsage("name either a screening or a --case");
      }
      Optional<ReviewView> claimed =
          id != null
              ? Optional.of(place.office().reviews().claim(id, actor.name()))
              : place.office().reviews().claimNext(String.valueOf(screening), actor.name());
      claimed.ifPresentOrElse(
          v -> print(View.of(v), () -> View.text(v)), () -> say("nothing waits for you"));
      return DONE;
    }
  }

  /** Gives the first mark. */
  @Command(
      name = "mark",
      description = "Gives a mark before seeing the machine's, which is shown then.")
  static final class MarkBlind extends Acting {

    @Parameters(index = "0", paramLabel = "CASE", description = "Id of the case.")
    private String id = "";

    @Parameters(index = "1", paramLabel = "MARK", description = "From 0 to 1.")
    private double mark;

    MarkBlind(Console console) {
      super(console);
    }

    @Override
    Integer run(Workplace place) {
      ReviewView v = place.office().reviews().markBlind(id, actor.name(), mark);
      print(View.of(v), () -> View.text(v));
      return DONE;
    }
  }

  /** Ends a case. */
  @Command(name = "decide", description = "Ends a case with the mark that counts from now on.")
  static final class Decide extends Acting {

    @Parameters(index = "0", paramLabel = "CASE", description = "Id of the case.")
    private String id = "";

    @Parameters(index = "1", paramLabel = "MARK", description = "From 0 to 1.")
    private double mark;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why.")
    private String reason = "";

    Decide(Console console) {
      super(console);
    }

    @Override
    Integer run(Workplace place) {
      printMark(place.office().reviews().decide(id, actor.name(), mark, reason));
      return DONE;
    }
  }

  /** Gives another mark. */
  @Command(
      name = "override",
      description = "Gives an answer another mark; the machine's grade stays beside it.")
  static final class Overrule extends Acting {

    @Parameters(index = "0", paramLabel = "ANSWER", description = "Id of the answer.")
    private String id = "";

    @Parameters(index = "1", paramLabel = "MARK", description = "From 0 to 1.")
    private double mark;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why.")
    private String reason = "";

    Overrule(Console console) {
      super(console);
    }

    @Override
    Integer run(Workplace place) {
      printMark(place.office().reviews().override(id, actor.name(), mark, reason));
      return DONE;
    }
  }

  /** Asks for another look. */
  @Command(
      name = "appeal",
      description = "Asks for another look at an answer, by somebody who has not marked it.")
  static final class Appeal extends Acting {

    @Parameters(paramLabel = "ANSWER", description = "Id of the answer.")
    private String id = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why.")
    private String reason = "";

    Appeal(Console console) {
      super(console);
    }

    @Override
    Integer run(Workplace place) {
      Case appeal = Case.of(place.office().reviews().appeal(id, actor.name(), reason));
      print(appeal, appeal::line);
      return DONE;
    }
  }

  /** That a case is free again, as {@code --json} prints it. */
  private record Released(String caseId) {}

  /** Puts a case back. */
  @Command(name = "release", description = "Puts a case back into the queue.")
  static final class Release extends Acting {

    @Parameters(paramLabel = "CASE", description = "Id of the case.")
    private String id = "";

    Release(Console console) {
      super(console);
    }

    @Override
    Integer run(Workplace place) {
      place.office().reviews().release(id, actor.name());
      print(new Released(id), () -> "case " + id + " is free again");
      return DONE;
    }
  }
}

package docimo.cli;

import docimo.app.Workplace;
import docimo.screening.Candidate;
import docimo.screening.CandidateRecord;
import docimo.screening.CandidateRecord.AnswerRecord;
import docimo.screening.HumanMark;
import docimo.screening.RecordedGrade;
import docimo.screening.Submission;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows and removes what is kept of a candidate. */
@Command(
    name = "candidate",
    description = "Shows or removes what is kept of a candidate.",
    subcommands = {
      CandidateCommand.Show.class,
      CandidateProgressCommand.class,
      CandidateCommand.Erase.class
    })
final class CandidateCommand extends ConsoleCommand {

  CandidateCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    throw wrongUsage("say what to do with the candidate: show, progress or erase");
  }

  /** All that is kept of a candidate, as {@code show --json} prints it. */
  private record Kept(
      String id, String ref, @Nullable String label, Instant createdAt, List<Answered> answers) {}

  /** An answer of it. */
  private record Answered(
      String submissionId,
      String screeningId,
      String questionId,
      String attempt,
      @Nullable String text,
      Instant submittedAt,
      List<Graded> grades,
      List<HumanMark> marks) {

    static Answered of(AnswerRecord record) {
      Submission s = record.submission();
      return new Answered(
          s.id(),
          s.screeningId(),
          s.questionId(),
          s.attempt(),
          s.content() == null ? null : s.content().text(),
          s.submittedAt(),
          record.grades().stream().map(Graded::of).toList(),
          record.marks());
    }
  }

  /** A grade of it. */
  private record Graded(
      String id,
      String status,
      @Nullable Double score,
      @Nullable Double low,
      @Nullable Double high,
      Instant createdAt) {

    static Graded of(RecordedGrade g) {
      return new Graded(
          g.id(),
          OfficeCommand.lower(g.status()).replace(' ', '_'),
          g.score(),
          g.low(),
          g.high(),
          g.createdAt());
    }
  }

  /** Shows all of it. */
  @Command(name = "show", description = "Shows all that is kept of a candidate.")
  static final class Show extends OfficeCommand {

    @Parameters(paramLabel = "REF", description = "The candidate, as callers name them.")
    private String ref = "";

    Show(Console console) {
      super(console);
    }

    @Override
    Integer run(Workplace place) {
      CandidateRecord kept = place.office().candidates().export(ref);
      Candidate who = kept.candidate();
      List<Answered> answers = kept.answers().stream().map(Answered::of).toList();
      print(
          new Kept(who.id(), who.ref(), who.label(), who.createdAt(), answers),
          () -> describe(who, answers));
      return DONE;
    }

    private static String describe(Candidate who, List<Answered> answers) {
      StringBuilder text = new StringBuilder(who.ref());
      text.append(who.label() == null ? "" : " (" + who.label() + ")");
      text.append(", ").append(count(answers.size(), "answer"));
      for (Answered a : answers) {
        text.append("\n\n").append(a.questionId()).append(", screening ").append(a.screeningId());
        text.append("\n  answer ").append(a.submissionId()).append(" of ").append(a.submittedAt());
        text.append("\n  ").append(a.text() == null ? "(the text was removed)" : a.text());
        for (Graded g : a.grades()) {
          text.append("\n  grade ").append(g.id()).append(": ").append(mark(g.score()));
          text.append(" (").append(g.status()).append(')');
        }
        for (HumanMark m : a.marks()) {
          text.append("\n  mark ").append(m.id()).append(": ").append(mark(m.mark()));
          text.append(" (").append(lower(m.kind())).append(" by ").append(m.actor()).append(')');
          text.append(m.reason() == null ? "" : ", " + m.reason());
        }
      }
      return text.toString();
    }
  }

  /** That a candidate was erased, as {@code --json} prints it. */
  private record Erased(String id, @Nullable Instant erasedAt) {}

  /** Removes it. */
  @Command(
      name = "erase",
      description = {
        "Removes texts and names of a candidate, of all screenings and for good. Hashes and",
        "numbers stay, so that the audit log can still be verified."
      })
  static final class Erase extends OfficeCommand {

    @Parameters(paramLabel = "REF", description = "The candidate, as callers name them.")
    private String ref = "";

    @Mixin private ActorOption actor = new ActorOption();

    Erase(Console console) {
      super(console);
    }

    @Override
    Integer run(Workplace place) {
      Candidate gone = place.office().candidates().erase(ref, actor.name());
      print(
          new Erased(gone.id(), gone.erasedAt()),
          () -> "erased; the audit log knows the candidate as " + gone.id());
      return DONE;
    }
  }
}

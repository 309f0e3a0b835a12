package docimo.cli;

import docimo.app.Workplace;
import docimo.screening.EffectiveMark;
import docimo.screening.Ranking;
import docimo.screening.RecordedGrade;
import docimo.screening.ScreeningResults;
import docimo.screening.ScreeningResults.CandidateResult;
import docimo.screening.ScreeningResults.QuestionResult;
import docimo.screening.WeightedScore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says where candidates stand. */
@Command(
    name = "results",
    description = "Says where candidates stand; places whose intervals overlap are ranges.")
final class ScreeningResultsCommand extends ScreeningTargetCommand {

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

  @Option(names = "--candidate", paramLabel = "REF", description = "Only this candidate.")
  private @Nullable String candidate;

  @Option(names = "--answers", description = "With each question, its answer and its mark.")
  private boolean answers;

  ScreeningResultsCommand(Console console) {
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
          place.best() == place.worst() ? "" : " (" + place.best() + " to " + place.worst() + ")");
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

package docimo.cli;

import docimo.grading.Answer;
import docimo.screening.Resubmission;
import docimo.screening.ReviewBand;
import docimo.screening.Screening;
import docimo.screening.ScreeningPlan;
import docimo.screening.ScreeningState;
import docimo.screening.WeightedQuestion;
import java.time.Instant;
import java.util.List;

/** A screening as {@code --json} prints it. */
record ScreeningLine(
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

  static ScreeningLine of(Screening s) {
    ScreeningPlan plan = s.plan();
    return new ScreeningLine(
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
        + OfficeCommand.count(questions.size(), "question")
        + "  "
        + title;
  }

  String text() {
    StringBuilder text = new StringBuilder(line());
    text.append("\npurpose ").append(OfficeCommand.lower(purpose));
    text.append("\nthe ").append(OfficeCommand.lower(resubmission)).append(" answer counts");
    text.append("\ntexts are kept for ").append(OfficeCommand.count(retentionDays, "day"));
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

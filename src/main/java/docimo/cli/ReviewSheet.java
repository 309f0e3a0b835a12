package docimo.cli;

import docimo.grading.Grade;
import docimo.screening.HumanMark;
import docimo.screening.ReviewView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a reviewer sees of a case, as {@code --json} prints it. */
record ReviewSheet(
    ReviewCaseLine reviewCase,
    String prompt,
    List<String> references,
    String answer,
    boolean markFirst,
    @Nullable Grade grade,
    List<HumanMark> marks) {

  static ReviewSheet of(ReviewView v) {
    return new ReviewSheet(
        ReviewCaseLine.of(v.reviewCase()),
        v.question().prompt(),
        v.question().references(),
        v.answer(),
        v.hidden(),
        v.grade(),
        v.marks());
  }

  /** The same for people. */
  static String text(ReviewView v) {
    StringBuilder text = new StringBuilder("case ").append(v.reviewCase().id());
    text.append("\nanswer ").append(v.reviewCase().submissionId()).append("\n\n");
    text.append("Question: ").append(v.question().prompt()).append('\n');
    v.question().references().forEach(r -> text.append("Reference: ").append(r).append('\n'));
    text.append("Answer: ").append(v.answer()).append('\n');
    String asked = v.reviewCase().reason();
    text.append(asked == null ? "" : "Appeal: " + asked + "\n");
    for (HumanMark m : v.marks()) {
      text.append("Mark by ").append(m.actor()).append(": ").append(OfficeCommand.mark(m.mark()));
      text.append(m.reason() == null ? "" : ", " + m.reason()).append('\n');
    }
    return text.append('\n').append(ofTheMachine(v)).toString().stripTrailing();
  }

  private static String ofTheMachine(ReviewView v) {
    Grade grade = v.grade();
    if (grade != null) {
      return GradeText.of(v.question(), grade);
    }
    return v.hidden()
        ? "The machine's mark is shown when you have given yours: docimo review mark "
            + v.reviewCase().id()
            + " MARK"
        : "The machine gave no mark.";
  }
}

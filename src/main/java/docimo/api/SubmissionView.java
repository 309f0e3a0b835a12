package docimo.api;

import docimo.screening.EffectiveMark;
import docimo.screening.HumanMark;
import docimo.screening.Staleness;
import docimo.screening.Standing;
import docimo.screening.Submission;
import docimo.screening.SubmissionRecord;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An answer with all that was said of it, on the wire. For recruiters.
 *
 * @param submission the answer
 * @param candidateRef whose it is
 * @param grades of the machine, the first one first
 * @param marks of people, the first one first
 * @param mark the mark that counts
 * @param stale why the newest grade is not what would be given now
 */
record SubmissionView(
    Text submission,
    String candidateRef,
    List<GradeViews.Recorded> grades,
    List<HumanMark> marks,
    EffectiveMark mark,
    List<Staleness> stale) {

  /**
   * An answer; what its hashes are salted with is not shown.
   *
   * @param text null when it was removed
   */
  record Text(
      String id,
      String screeningId,
      String candidateId,
      String questionId,
      String attempt,
      @Nullable String text,
      String textSha256,
      Instant submittedAt) {

    static Text of(Submission submission) {
      Submission.Content content = submission.content();
      return new Text(
          submission.id(),
          submission.screeningId(),
          submission.candidateId(),
          submission.questionId(),
          submission.attempt(),
          content == null ? null : content.text(),
          submission.textHash(),
          submission.submittedAt());
    }
  }

  /** An answer in a list. */
  record Line(
      String submissionId,
      String candidateId,
      String questionId,
      boolean hasText,
      @Nullable String gradeId,
      EffectiveMark mark) {

    static Line of(Standing standing) {
      return new Line(
          standing.submissionId(),
          standing.candidateId(),
          standing.questionId(),
          standing.hasText(),
          standing.grade() == null ? null : standing.grade().id(),
          standing.mark());
    }
  }

  static SubmissionView of(SubmissionRecord kept) {
    return new SubmissionView(
        Text.of(kept.submission()),
        kept.candidate().ref(),
        kept.grades().stream().map(GradeViews.Recorded::of).toList(),
        kept.marks(),
        kept.mark(),
        sorted(kept.stale()));
  }

  /** In the same order each time. */
  static List<Staleness> sorted(Set<Staleness> stale) {
    return stale.stream().sorted().toList();
  }
}

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
 * @param grades of the machine, the first one first; empty when hidden
 * @param marks of people, the first one first; empty when hidden
 * @param mark the mark that counts; null when hidden
 * @param hidden whether a reviewer has to mark the answer before seeing how it was marked
 * @param stale why the newest grade is not what would be given now
 */
record SubmissionView(
    Text submission,
    String candidateRef,
    List<GradeViews.Recorded> grades,
    List<HumanMark> marks,
    @Nullable EffectiveMark mark,
    boolean hidden,
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

  /** An answer in a list; without its mark when that is hidden. */
  record Line(
      String submissionId,
      String candidateId,
      String questionId,
      boolean hasText,
      @Nullable String gradeId,
      @Nullable EffectiveMark mark,
      boolean hidden) {

    /**
     * @param blind whether marks of answers that wait for a reviewer are hidden
     */
    static Line of(Standing standing, boolean blind) {
      boolean hidden = blind && standing.mark().needsReview();
      return new Line(
          standing.submissionId(),
          standing.candidateId(),
          standing.questionId(),
          standing.hasText(),
          standing.grade() == null ? null : standing.grade().id(),
          hidden ? null : standing.mark(),
          hidden);
    }
  }

  /**
   * @param blind whether marks of answers that wait for a reviewer are hidden
   */
  static SubmissionView of(SubmissionRecord kept, boolean blind) {
    boolean hidden = blind && kept.mark().needsReview();
    return new SubmissionView(
        Text.of(kept.submission()),
        kept.candidate().ref(),
        hidden ? List.of() : kept.grades().stream().map(GradeViews.Recorded::of).toList(),
        hidden ? List.of() : kept.marks(),
        hidden ? null : kept.mark(),
        hidden,
        sorted(kept.stale()));
  }

  /** In the same order each time. */
  static List<Staleness> sorted(Set<Staleness> stale) {
    return stale.stream().sorted().toList();
  }
}

package docimo.api;

import docimo.grading.Answer;
import docimo.screening.Resubmission;
import docimo.screening.ReviewBand;
import docimo.screening.Screening;
import docimo.screening.ScreeningPlan;
import docimo.screening.ScreeningState;
import docimo.screening.WeightedQuestion;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * A screening on the wire.
 *
 * @param id names it
 * @param title for people
 * @param purpose what the marks are for
 * @param questions what is asked, with weights
 * @param reviewPolicy every key of the policy, as {@link PolicyFields} reads them
 * @param blindReview whether a reviewer marks before seeing the mark of the machine
 * @param retentionDays how long texts are kept
 * @param resubmission which of several answers counts
 * @param bands parts of the ranking, the lowest first
 * @param state whether it takes answers
 * @param createdAt when it was opened
 * @param version to be sent along with a change
 */
record ScreeningView(
    String id,
    String title,
    Answer.Purpose purpose,
    List<WeightedQuestion> questions,
    SortedMap<String, Object> reviewPolicy,
    boolean blindReview,
    int retentionDays,
    Resubmission resubmission,
    List<ReviewBand> bands,
    ScreeningState state,
    Instant createdAt,
    long version) {

  static ScreeningView of(Screening screening) {
    ScreeningPlan plan = screening.plan();
    return new ScreeningView(
        screening.id(),
        plan.title(),
        plan.purpose(),
        plan.questions(),
        PolicyFields.of(plan.reviewPolicy()),
        plan.blindReview(),
        plan.retention().days(),
        plan.resubmission(),
        plan.bands(),
        screening.state(),
        screening.createdAt(),
        screening.version());
  }
}

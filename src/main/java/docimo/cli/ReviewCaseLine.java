package docimo.cli;

import docimo.screening.ReviewCase;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A case as {@code --json} prints it. */
record ReviewCaseLine(
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

  static ReviewCaseLine of(ReviewCase c) {
    ReviewCase.Claim claim = c.claim();
    return new ReviewCaseLine(
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

package docimo.screening;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a person should look at an answer. Immutable; a change is another version. An answer has at
 * most one case that is not done.
 *
 * @param id names it
 * @param sequence of the event that made it necessary
 * @param screeningId where
 * @param submissionId the answer to look at
 * @param questionId what was asked
 * @param kind why
 * @param doubt how doubtful the mark is, in [0, 1]; 1 where there is none: somebody must give one
 * @param state what became of it
 * @param claim who looks at it; null when nobody does
 * @param openedAt since when it waits
 * @param reason of an appeal, what was asked for; null otherwise, and when it was removed
 * @param version counts its changes, from 1
 */
public record ReviewCase(
    String id,
    long sequence,
    String screeningId,
    String submissionId,
    String questionId,
    Kind kind,
    double doubt,
    State state,
    @Nullable Claim claim,
    Instant openedAt,
    @Nullable String reason,
    long version) {

  /** Why a person should look. */
  public enum Kind {
    /** The machine has doubts or no mark. */
    DOUBT,
    /** Somebody asked for it; for a person who has not marked the answer before. */
    APPEAL
  }

  /** What became of it. */
  public enum State {
    /** It waits, or somebody looks at it. */
    OPEN,
    /** A person gave a mark. */
    DONE,
    /** It is no longer necessary, or nobody can look any more. */
    WITHDRAWN
  }

  /**
   * That somebody looks at it.
   *
   * @param reviewer who
   * @param until when others may take it
   * @param blindMark what they gave before seeing the machine's mark, in [0, 1]; null when nothing
   */
  public record Claim(String reviewer, Instant until, @Nullable Double blindMark) {

    /**
     * The latest that a claim made by now may last. One that lasts longer was made before the clock
     * jumped back, and would keep its case for as long as the jump. Clocks of two processes may
     * differ by less.
     */
    public static Instant latest(Instant now) {
      return now.plus(Reviews.LEASE.multipliedBy(2));
    }

    private boolean isOver(Instant now) {
      return !now.isBefore(until) || until.isAfter(latest(now));
    }
  }

  /** Whether somebody may take it now. */
  public boolean isFree(Instant now) {
    return state == State.OPEN && (claim == null || claim.isOver(now));
  }

  /** Whether it is this reviewer who looks at it, even if others might take it by now. */
  public boolean isHeldBy(String reviewer) {
    return state == State.OPEN && claim != null && claim.reviewer().equals(reviewer);
  }

  /** The next version, with another claim or with none. */
  ReviewCase claimed(@Nullable Claim other) {
    return new ReviewCase(
        id,
        sequence,
        screeningId,
        submissionId,
        questionId,
        kind,
        doubt,
        state,
        other,
        openedAt,
        reason,
        version + 1);
  }

  /** The next version, ended. */
  ReviewCase ended(State end) {
    return new ReviewCase(
        id,
        sequence,
        screeningId,
        submissionId,
        questionId,
        kind,
        doubt,
        end,
        null,
        openedAt,
        reason,
        version + 1);
  }

  /** The next version, with the doubt of a new grade. */
  ReviewCase doubted(double other) {
    return new ReviewCase(
        id,
        sequence,
        screeningId,
        submissionId,
        questionId,
        kind,
        other,
        state,
        claim,
        openedAt,
        reason,
        version + 1);
  }
}

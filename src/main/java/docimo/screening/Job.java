package docimo.screening;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Long work. Immutable; a change is another version.
 *
 * @param id names it
 * @param kind what is done
 * @param screeningId where; null for work on no screening
 * @param state whether it goes on
 * @param total how many rows or answers there are
 * @param done how many have been looked at
 * @param failed how many of them could not be taken
 * @param actor who asked for it
 * @param createdAt when
 * @param changedAt when its state changed last, or rows were added
 * @param problem what stopped it; null when nothing did
 * @param version counts its changes, but for progress, from 1
 */
public record Job(
    String id,
    Kind kind,
    @Nullable String screeningId,
    State state,
    int total,
    int done,
    int failed,
    String actor,
    Instant createdAt,
    Instant changedAt,
    @Nullable String problem,
    long version) {

  /** What is done. */
  public enum Kind {
    /** Answers are taken in and marked. */
    UPLOAD,
    /** Answers whose grades are stale are marked again. */
    REGRADE,
    /** Rows that somebody sent are marked. */
    GRADES
  }

  /** Whether it goes on. */
  public enum State {
    /** Its rows are being received. */
    RECEIVING,
    /** It waits for a worker or has one. */
    RUNNING,
    /** Somebody stopped it; it can be resumed. */
    CANCELLED,
    /** Something stopped it; it can be resumed. */
    FAILED,
    /** Nothing is left to do. */
    DONE
  }

  /**
   * The screening that it is work on.
   *
   * @throws IllegalStateException when there is none
   */
  String screening() {
    if (screeningId == null) {
      throw new IllegalStateException("job '" + id + "' is of no screening");
    }
    return screeningId;
  }

  /** The next version, in another state. */
  Job in(State other, @Nullable String why, Instant at) {
    return new Job(
        id, kind, screeningId, other, total, done, failed, actor, createdAt, at, why, version + 1);
  }

  /** The next version, with all rows received. */
  Job sized(int rows) {
    return new Job(
        id,
        kind,
        screeningId,
        state,
        rows,
        done,
        failed,
        actor,
        createdAt,
        changedAt,
        problem,
        version + 1);
  }
}

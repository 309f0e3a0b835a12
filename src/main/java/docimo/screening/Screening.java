package docimo.screening;

import java.time.Instant;

/**
 * A set of questions that candidates answer. Immutable; a change is another version.
 *
 * @param id names it
 * @param sequence of the event that opened it; orders lists
 * @param plan what people decide about it
 * @param state whether it takes answers
 * @param createdAt when it was opened
 * @param version counts its changes, from 1
 */
public record Screening(
    String id,
    long sequence,
    ScreeningPlan plan,
    ScreeningState state,
    Instant createdAt,
    long version) {

  /** The next version, with another plan. */
  Screening with(ScreeningPlan other) {
    return new Screening(id, sequence, other, state, createdAt, version + 1);
  }

  /** The next version, in another state. */
  Screening in(ScreeningState other) {
    return new Screening(id, sequence, plan, other, createdAt, version + 1);
  }
}

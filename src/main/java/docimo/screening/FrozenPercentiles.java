package docimo.screening;

import java.time.Instant;
import java.util.Map;

/**
 * Percentiles of a screening as they were at one time. Immutable.
 *
 * @param id names them
 * @param sequence of their event in the audit log
 * @param screeningId where
 * @param at when
 * @param byCandidate in [0, 100], by the id of the candidate
 */
public record FrozenPercentiles(
    String id, long sequence, String screeningId, Instant at, Map<String, Double> byCandidate) {

  /** Keeps its own copy. */
  public FrozenPercentiles {
    byCandidate = Map.copyOf(byCandidate);
  }
}

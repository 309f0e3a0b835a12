package docimo.screening;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who answers. Immutable.
 *
 * @param id given by docimo, random; the only name of a candidate in the audit log
 * @param ref given by the caller, not blank, at most 200 characters, names one candidate in all
 *     screenings; of an erased candidate "erased:" and the id
 * @param label what people call them; never given to the grader; null when there is none
 * @param createdAt when they first answered
 * @param erasedAt when their texts and names were removed; null when they were not
 */
public record Candidate(
    String id, String ref, @Nullable String label, Instant createdAt, @Nullable Instant erasedAt) {

  /** Whether texts and names were removed. */
  public boolean isErased() {
    return erasedAt != null;
  }

  /** The same, called otherwise. */
  Candidate labelled(@Nullable String other) {
    return new Candidate(id, ref, other, createdAt, erasedAt);
  }

  /** The same without any name. */
  Candidate erased(Instant at) {
    return new Candidate(id, Candidates.ERASED_PREFIX + id, null, createdAt, at);
  }
}

package docimo.screening;

import docimo.grading.Grade;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What marking an answer again would change. Immutable.
 *
 * @param submissionId the answer
 * @param sequence of the answer
 * @param questionId what was asked
 * @param stale why its grade is stale; empty when there is no grade
 * @param oldGradeId the newest grade; null when there is none
 * @param oldStatus its status; null when there is none
 * @param oldScore its mark, in [0, 1]; null when none was given
 * @param newStatus the status that a new grade would have; null when the machine failed
 * @param newScore the mark that it would have, in [0, 1]; null when none would be given
 * @param humanMark the mark of a person, which goes on to count, in [0, 1]; null when there is none
 */
public record GradeChange(
    String submissionId,
    long sequence,
    String questionId,
    Set<Staleness> stale,
    @Nullable String oldGradeId,
    Grade.@Nullable Status oldStatus,
    @Nullable Double oldScore,
    Grade.@Nullable Status newStatus,
    @Nullable Double newScore,
    @Nullable Double humanMark) {

  /** Keeps its own copy. */
  public GradeChange {
    stale = Set.copyOf(stale);
  }

  /** Whether the mark that counts would be another one. */
  public boolean changesWhatCounts() {
    return humanMark == null && (oldScore == null ? newScore != null : !oldScore.equals(newScore));
  }
}

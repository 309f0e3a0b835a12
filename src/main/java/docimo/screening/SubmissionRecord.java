package docimo.screening;

import java.util.List;
import java.util.Set;

/**
 * All that is kept of an answer, as it was at one time.
 *
 * @param submission the answer
 * @param candidate whose it is
 * @param grades of the machine, the first one first
 * @param marks of people, the first one first
 * @param mark the mark that counts
 * @param stale why the newest grade is not what would be given now; empty when it is, or when there
 *     is none
 */
public record SubmissionRecord(
    Submission submission,
    Candidate candidate,
    List<RecordedGrade> grades,
    List<HumanMark> marks,
    EffectiveMark mark,
    Set<Staleness> stale) {

  /** Keeps its own copies. */
  public SubmissionRecord {
    grades = List.copyOf(grades);
    marks = List.copyOf(marks);
    stale = Set.copyOf(stale);
  }
}

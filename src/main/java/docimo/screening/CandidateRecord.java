package docimo.screening;

import java.util.List;

/**
 * All that is kept of a candidate.
 *
 * @param candidate who
 * @param answers in the order in which they came in
 */
public record CandidateRecord(Candidate candidate, List<AnswerRecord> answers) {

  /** Keeps its own copy. */
  public CandidateRecord {
    answers = List.copyOf(answers);
  }

  /**
   * An answer with all that was said of it.
   *
   * @param submission the answer
   * @param grades of the machine, the first one first
   * @param marks of people, the first one first
   */
  public record AnswerRecord(
      Submission submission, List<RecordedGrade> grades, List<HumanMark> marks) {

    /** Keeps its own copies. */
    public AnswerRecord {
      grades = List.copyOf(grades);
      marks = List.copyOf(marks);
    }
  }
}

package docimo.screening;

import docimo.grading.ReviewPolicy;
import java.util.List;
import java.util.Optional;

/** Grades, in a transaction (port). */
public interface GradeBook {

  /** Keeps a new grade. */
  void insert(RecordedGrade grade);

  /** The grade with this id. */
  Optional<RecordedGrade> find(String id);

  /** The newest grade of an answer. */
  Optional<RecordedGrade> newest(String submissionId);

  /** All grades of an answer, the first one first. */
  List<RecordedGrade> of(String submissionId);

  /** Keeps a policy under its version, so that its grades can be made again. */
  void keep(ReviewPolicy policy);

  /** The policy with this version. */
  Optional<ReviewPolicy> policy(String version);

  /** How many grades there are. */
  long count();
}

package docimo.screening;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Cases to review and marks that people gave, in a transaction (port). */
public interface ReviewBook {

  /** Keeps a new case. */
  void insert(ReviewCase reviewCase);

  /**
   * Keeps the next version of a case.
   *
   * @throws VersionConflictException when the one in the store is not the version before
   */
  void update(ReviewCase reviewCase);

  /** The case with this id. */
  Optional<ReviewCase> find(String id);

  /** The case of an answer that is not done. */
  Optional<ReviewCase> open(String submissionId);

  /**
   * What waits in a screening: appeals first, then the most doubtful, then the longest waiting.
   *
   * @param skip how many to leave out
   */
  List<ReviewCase> queue(String screeningId, int skip, int limit);

  /** How many cases of a screening are not done. */
  int waiting(String screeningId);

  /** The first case of the queue that nobody has and that this reviewer may take. */
  Optional<ReviewCase> firstFree(String screeningId, String reviewer, Instant now);

  /** Keeps a new mark. */
  void insert(HumanMark mark);

  /** The mark with this id. */
  Optional<HumanMark> findMark(String id);

  /** The marks that people gave an answer, the first one first. */
  List<HumanMark> marks(String submissionId);

  /** How many marks people gave. */
  long countMarks();

  /** Pairs of marks of machine and people in a screening, in the order in which they were given. */
  List<MarkPair> pairs(String screeningId);

  /**
   * What machine and reviewer said of an answer.
   *
   * @param questionId what was asked
   * @param machine mark of the grade that the reviewer looked at, in [0, 1]
   * @param human the reviewer's mark before they saw it where there is one, else the one they gave
   * @param blind whether it is the one before they saw it
   * @param at when the reviewer gave it
   */
  record MarkPair(String questionId, double machine, double human, boolean blind, Instant at) {}
}

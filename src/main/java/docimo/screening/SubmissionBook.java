package docimo.screening;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Answers, in a transaction (port). Lists are in the order in which the answers came in. */
public interface SubmissionBook {

  /** Keeps a new answer. */
  void insert(Submission submission);

  /** The answer with this id. */
  Optional<Submission> find(String id);

  /** The answer of an attempt. */
  Optional<Submission> find(
      String screeningId, String candidateId, String questionId, String attempt);

  /** The last answer of a candidate to a question. */
  Optional<Submission> last(String screeningId, String candidateId, String questionId);

  /** All answers of a candidate, of all screenings. */
  List<Submission> ofCandidate(String candidateId);

  /**
   * Answers of a screening.
   *
   * @param after sequence to go on after; 0 to begin
   */
  List<Submission> ofScreening(String screeningId, long after, int limit);

  /** How many answers a screening has. */
  int count(String screeningId);

  /** Answers of a screening that have a text and came in before a time. */
  List<Submission> withTextBefore(String screeningId, Instant before, int limit);

  /**
   * What there is of each answer of a screening: the newest grade without its text, the last mark
   * of a person, and whether it waits for one.
   */
  List<Standing> standings(String screeningId);

  /** The same of the answers of one candidate. */
  List<Standing> standings(String screeningId, String candidateId);

  /**
   * The same, part by part.
   *
   * @param after sequence of the answer to go on after; 0 to begin
   */
  List<Standing> standings(String screeningId, long after, int limit);

  /**
   * Removes an answer's text and salt, the text of its grades and the reasons that people gave for
   * its marks; hashes, marks and versions stay.
   */
  void forget(String submissionId);

  /**
   * The answer with this id.
   *
   * @throws NotFoundException when there is none
   */
  default Submission get(String id) {
    return find(id).orElseThrow(() -> new NotFoundException("submission", id));
  }
}

package docimo.api;

import com.fasterxml.jackson.databind.JsonNode;
import docimo.exchange.Json;
import docimo.grading.Answer;
import docimo.grading.Grade;
import docimo.screening.RecordedGrade;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is shown of grades, and to whom. */
final class GradeViews {

  private GradeViews() {}

  /** For whom a reply is. */
  enum Reader {
    /** Who answered. */
    CANDIDATE,
    /** Who asked. */
    RECRUITER
  }

  /**
   * What a candidate may see of a grade in a screening.
   *
   * @param id names the grade
   * @param feedback the part of the grade that is for the candidate
   * @param decisionSupportOnly always true: a person decides
   */
  private record ForCandidate(String id, Grade.Feedback feedback, boolean decisionSupportOnly) {}

  /**
   * A grade of the store on the wire.
   *
   * @param id names the grade
   * @param createdAt when it was made
   * @param status whether a mark was given
   * @param score the mark, in [0, 1]
   * @param interval where the mark of a fair examiner is expected
   * @param doubt how doubtful the mark is
   * @param versions what made it
   * @param sha256 salted hash of the whole grade, as in the audit log
   * @param grade the whole grade; null when it was removed
   */
  record Recorded(
      String id,
      Instant createdAt,
      Grade.Status status,
      @Nullable Double score,
      @Nullable List<Double> interval,
      @Nullable Double doubt,
      Grade.Versions versions,
      String sha256,
      @Nullable JsonNode grade) {

    static Recorded of(RecordedGrade recorded) {
      String json = recorded.json();
      Double low = recorded.low();
      Double high = recorded.high();
      return new Recorded(
          recorded.id(),
          recorded.createdAt(),
          recorded.status(),
          recorded.score(),
          low == null || high == null ? null : List.of(low, high),
          recorded.doubt(),
          recorded.versions(),
          recorded.jsonHash(),
          json == null ? null : Json.read(json));
    }
  }

  /** A grade for whoever reads it: in practice, candidates see all of it. */
  static Object of(Grade grade, Reader reader) {
    return reader == Reader.CANDIDATE && grade.purpose() == Answer.Purpose.SCREENING
        ? new ForCandidate(grade.id(), grade.feedback(), grade.decisionSupportOnly())
        : grade;
  }
}

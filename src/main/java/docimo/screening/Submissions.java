package docimo.screening;

import docimo.grading.Grade;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes answers in and marks them. What was acknowledged is in the store with its grade and its
 * events; the same attempt sent again is acknowledged again and done once. Thread-safe.
 */
public final class Submissions {

  private final ScreeningParts parts;
  private final Intake intake;

  Submissions(ScreeningParts parts, Intake intake) {
    this.parts = parts;
    this.intake = intake;
  }

  /**
   * Takes an answer in.
   *
   * @param actor who hands it in
   * @throws NotFoundException when there is no such screening
   * @throws ConflictException when it takes no answers, does not ask the question, or the attempt
   *     came in before with another text
   * @throws docimo.grading.OverloadedException when too much else is being marked; then nothing was
   *     kept
   */
  public Receipt submit(String screeningId, NewAnswer answer, String actor) {
    Texts.requireId("actor", actor);
    Intake.Marked marked = intake.mark(screeningId, List.of(answer)).get(0);
    return parts
        .store()
        .write(tx -> intake.keep(tx, tx.screenings().get(screeningId), marked, actor));
  }

  /**
   * The answer with this id.
   *
   * @throws NotFoundException when there is none
   */
  public Submission get(String id) {
    return parts.store().read(tx -> tx.submissions().get(id));
  }

  /**
   * All that is kept of an answer.
   *
   * @throws NotFoundException when there is none
   */
  public SubmissionRecord record(String id) {
    Grade.Versions now = parts.marking().versions();
    return parts
        .store()
        .read(
            tx -> {
              Submission submission = tx.submissions().get(id);
              Candidate candidate =
                  tx.candidates()
                      .find(submission.candidateId())
                      .orElseThrow(
                          () -> new NotFoundException("candidate", submission.candidateId()));
              List<RecordedGrade> grades = tx.grades().of(id);
              List<HumanMark> marks = tx.reviews().marks(id);
              RecordedGrade newest = tx.grades().newest(id).orElse(null);
              HumanMark last = marks.isEmpty() ? null : marks.get(marks.size() - 1);
              return new SubmissionRecord(
                  submission,
                  candidate,
                  grades,
                  marks,
                  EffectiveMark.of(newest, last, tx.reviews().open(id).isPresent()),
                  newest == null
                      ? Set.of()
                      : Staleness.of(
                          newest.versions(),
                          tx.questions().get(submission.questionId()).revision(),
                          now));
            });
  }

  /**
   * What there is of the answers of a screening, in the order in which they came in.
   *
   * @param after cursor of the page before; 0 to begin
   * @param limit from 1 to {@link Page#MOST}
   * @throws NotFoundException when there is no such screening
   */
  public Page<Standing> standings(String screeningId, long after, int limit) {
    Page.requireLimit(limit);
    return parts
        .store()
        .read(
            tx -> {
              tx.screenings().get(screeningId);
              return Page.of(
                  tx.submissions().standings(screeningId, after, limit + 1),
                  limit,
                  Standing::sequence);
            });
  }

  /** All grades of an answer, the first one first. */
  public List<RecordedGrade> grades(String submissionId) {
    return parts.store().read(tx -> tx.grades().of(tx.submissions().get(submissionId).id()));
  }

  /** The marks that people gave an answer, the first one first. */
  public List<HumanMark> marks(String submissionId) {
    return parts.store().read(tx -> tx.reviews().marks(tx.submissions().get(submissionId).id()));
  }

  /** A grade as it was given; empty when its text was removed. */
  public Optional<Grade> grade(String gradeId) {
    RecordedGrade recorded =
        parts
            .store()
            .read(tx -> tx.grades().find(gradeId))
            .orElseThrow(() -> new NotFoundException("grade", gradeId));
    return Optional.ofNullable(recorded.json()).map(parts.grades()::read);
  }
}

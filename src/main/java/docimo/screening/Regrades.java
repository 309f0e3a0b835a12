package docimo.screening;

import docimo.grading.Answer;
import docimo.grading.Grade;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Marks answers again whose grades are stale. Shows first what would change; new grades stand
 * beside the old. Thread-safe.
 */
public final class Regrades {

  private final ScreeningParts parts;
  private final Intake intake;

  Regrades(ScreeningParts parts, Intake intake) {
    this.parts = parts;
    this.intake = intake;
  }

  /**
   * A page of what would change, answer by answer; those that are fresh are left out, so that a
   * page may have fewer items than asked for, or none, and there still may be a next. Nothing is
   * kept.
   *
   * @param after cursor of the page before; 0 to begin
   * @param limit how many answers to look at, from 1 to {@link Page#MOST}
   * @throws NotFoundException when there is no such screening
   */
  public Page<GradeChange> preview(String screeningId, long after, int limit) {
    Page.requireLimit(limit);
    Page<Standing> page =
        parts
            .store()
            .read(
                tx -> {
                  tx.screenings().get(screeningId);
                  return Page.of(
                      tx.submissions().standings(screeningId, after, limit + 1),
                      limit,
                      Standing::sequence);
                });
    List<GradeChange> changes =
        mark(screeningId, page.items()).stream().map(Marked::change).toList();
    return new Page<>(changes, page.next());
  }

  /** An answer that was marked again; the grade is not kept yet. */
  record Marked(Standing standing, @Nullable Grade grade, GradeChange change) {}

  /** Marks those of some answers again that have a text and no fresh grade. */
  List<Marked> mark(String screeningId, List<Standing> standings) {
    Map<String, QuestionRevision> questions = new HashMap<>();
    Map<String, Submission> submissions = new HashMap<>();
    Map<String, String> refs = new HashMap<>();
    Screening screening =
        parts
            .store()
            .read(
                tx -> {
                  for (Standing standing : standings) {
                    questions.computeIfAbsent(standing.questionId(), tx.questions()::get);
                    if (standing.hasText()
                        && isDue(standing, questions.get(standing.questionId()))) {
                      submissions.put(
                          standing.submissionId(), tx.submissions().get(standing.submissionId()));
                      refs.computeIfAbsent(
                          standing.candidateId(),
                          id -> tx.candidates().find(id).map(Candidate::ref).orElse(""));
                    }
                  }
                  return tx.screenings().get(screeningId);
                });
    List<Marked> marked = new ArrayList<>();
    for (Standing standing : standings) {
      Submission submission = submissions.get(standing.submissionId());
      QuestionRevision question = questions.get(standing.questionId());
      if (submission != null && question != null && submission.content() != null) {
        Answer answer =
            new Answer(
                submission.content().text(),
                refs.get(standing.candidateId()),
                screening.plan().purpose());
        Grade grade = mark(question, answer, screening);
        marked.add(new Marked(standing, grade, change(standing, question, grade)));
      }
    }
    return marked;
  }

  private @Nullable Grade mark(QuestionRevision question, Answer answer, Screening screening) {
    try {
      return parts.marking().mark(question.question(), answer, screening.plan().reviewPolicy());
    } catch (RuntimeException | StackOverflowError e) {
      return null; // the old grade stays; the change says that there is no new one
    }
  }

  /**
   * Keeps a new grade beside the old ones.
   *
   * @return whether it was kept: not when the machine failed, the text was removed, or somebody
   *     else has marked the answer again meanwhile
   */
  boolean keep(Transaction tx, Marked marked, String actor) {
    Grade grade = marked.grade();
    Optional<Submission> submission = tx.submissions().find(marked.standing().submissionId());
    RecordedGrade seen = marked.standing().grade();
    String newest =
        tx.grades().newest(marked.standing().submissionId()).map(RecordedGrade::id).orElse(null);
    String old = seen == null ? null : seen.id();
    if (grade == null
        || submission.isEmpty()
        || submission.get().content() == null
        || (newest == null ? old != null : !newest.equals(old))) {
      return false;
    }
    intake.record(tx, submission.get(), grade, actor);
    return true;
  }

  private boolean isDue(Standing standing, @Nullable QuestionRevision newest) {
    return newest != null && (standing.grade() == null || !stale(standing, newest).isEmpty());
  }

  private Set<Staleness> stale(Standing standing, QuestionRevision newest) {
    RecordedGrade grade = standing.grade();
    return grade == null
        ? Set.of()
        : Staleness.of(grade.versions(), newest.revision(), parts.marking().versions());
  }

  private GradeChange change(Standing standing, QuestionRevision newest, @Nullable Grade grade) {
    RecordedGrade old = standing.grade();
    HumanMark human = standing.human();
    return new GradeChange(
        standing.submissionId(),
        standing.sequence(),
        standing.questionId(),
        stale(standing, newest),
        old == null ? null : old.id(),
        old == null ? null : old.status(),
        old == null ? null : old.score(),
        grade == null ? null : grade.status(),
        grade == null || grade.score() == null ? null : Intake.share(grade.score()),
        human == null ? null : human.mark());
  }
}

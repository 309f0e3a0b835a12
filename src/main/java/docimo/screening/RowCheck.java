package docimo.screening;

import docimo.screening.AuditReport.Problem;
import docimo.screening.audit.AuditEvent;
import docimo.screening.audit.Chain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares rows with what their events say of them: answers, grades and marks of people. Where a
 * text was removed, its hash is compared. For one thread.
 */
final class RowCheck {

  private long rows;
  private long grades;
  private long marks;

  /** How many rows were compared. */
  long rows() {
    return rows;
  }

  /** How many grades had an event. */
  long grades() {
    return grades;
  }

  /** How many marks of people had an event. */
  long marks() {
    return marks;
  }

  /** What does not fit to an event. */
  List<Problem> problems(Transaction tx, AuditEvent event) {
    return switch (event.kind()) {
      case ANSWER_SUBMITTED -> submission(tx, event);
      case GRADE_RECORDED -> grade(tx, event);
      case HUMAN_MARK_GIVEN -> mark(tx, event);
      default -> List.of();
    };
  }

  private List<Problem> submission(Transaction tx, AuditEvent event) {
    rows++;
    String id = fact(event, Facts.SUBMISSION);
    Optional<Submission> row = tx.submissions().find(id);
    if (row.isEmpty()) {
      return missing(event, "submission", id);
    }
    Submission submission = row.get();
    Submission.Content content = submission.content();
    return compare(
        event,
        "submission '" + id + "'",
        submission.sequence(),
        Facts.of(submission),
        content == null ? null : Chain.saltedHash(content.salt(), content.text()),
        submission.textHash());
  }

  private List<Problem> grade(Transaction tx, AuditEvent event) {
    rows++;
    grades++;
    String id = fact(event, Facts.GRADE);
    Optional<RecordedGrade> row = tx.grades().find(id);
    if (row.isEmpty()) {
      return missing(event, "grade", id);
    }
    RecordedGrade grade = row.get();
    Submission.Content content =
        tx.submissions().find(grade.submissionId()).map(Submission::content).orElse(null);
    return compare(
        event,
        "grade '" + id + "'",
        grade.sequence(),
        Facts.of(grade),
        content == null || grade.json() == null
            ? null
            : Chain.saltedHash(content.salt(), grade.json()),
        grade.jsonHash());
  }

  private List<Problem> mark(Transaction tx, AuditEvent event) {
    rows++;
    marks++;
    String id = fact(event, Facts.MARK_ID);
    Optional<HumanMark> row = tx.reviews().findMark(id);
    if (row.isEmpty()) {
      return missing(event, "mark", id);
    }
    HumanMark mark = row.get();
    Submission.Content content =
        tx.submissions().find(mark.submissionId()).map(Submission::content).orElse(null);
    List<Problem> problems =
        new ArrayList<>(
            compare(
                event,
                "mark '" + id + "'",
                mark.sequence(),
                Facts.of(mark, content == null ? null : content.salt()),
                null,
                ""));
    if (!mark.actor().equals(event.actor())) {
      problems.add(changed(event, "mark '" + id + "'", "actor"));
    }
    return problems;
  }

  private static List<Problem> compare(
      AuditEvent event,
      String what,
      long sequence,
      Map<String, String> row,
      @Nullable String hashNow,
      String hashThen) {
    List<Problem> problems = new ArrayList<>();
    if (sequence != event.sequence()) {
      problems.add(changed(event, what, "sequence"));
    }
    row.forEach(
        (name, value) -> {
          if (!value.equals(event.facts().get(name))) {
            problems.add(changed(event, what, name));
          }
        });
    if (hashNow != null && !hashNow.equals(hashThen)) {
      problems.add(changed(event, what, "text"));
    }
    return problems;
  }

  private static Problem changed(AuditEvent event, String what, String name) {
    return new Problem(
        event.sequence(), what + " was changed after it was written: its " + name + " differs");
  }

  private static List<Problem> missing(AuditEvent event, String what, String id) {
    return List.of(new Problem(event.sequence(), what + " '" + id + "' is missing"));
  }

  private static String fact(AuditEvent event, String name) {
    return event.facts().getOrDefault(name, "");
  }
}

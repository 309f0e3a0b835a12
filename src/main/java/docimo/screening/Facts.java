package docimo.screening;

import docimo.grading.Grade;
import docimo.screening.audit.AuditDraft;
import docimo.screening.audit.AuditKind;
import docimo.screening.audit.Chain;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the audit log says of rows: everything that may not change without being noticed, and hashes
 * in the place of texts. Pure functions.
 */
final class Facts {

  static final String SUBMISSION = "submission";
  static final String SCREENING = "screening";
  static final String CANDIDATE = "candidate";
  static final String QUESTION = "question";
  static final String GRADE = "grade";
  static final String MARK_ID = "mark_id";

  private Facts() {}

  /** That an answer came in. */
  static AuditDraft submitted(Submission submission, String actor) {
    return AuditDraft.of(AuditKind.ANSWER_SUBMITTED, actor).withAll(of(submission));
  }

  /** That the machine marked an answer. */
  static AuditDraft graded(RecordedGrade recorded, Grade grade, String actor) {
    return AuditDraft.of(AuditKind.GRADE_RECORDED, actor)
        .withAll(of(recorded))
        .with(
            "components",
            grade.components().stream()
                .map(c -> c.name() + "=" + c.value() + "*" + c.weight() + "=" + c.contribution())
                .collect(Collectors.joining(" ")))
        .with(
            "flags",
            grade.flags().stream()
                .map(flag -> lower(flag.code()) + "=" + flag.value())
                .collect(Collectors.joining(" ")))
        .with("reason", grade.reason() == null ? null : lower(grade.reason().code()));
  }

  /** That a person marked an answer. */
  static AuditDraft marked(HumanMark mark, @Nullable String salt) {
    return AuditDraft.of(AuditKind.HUMAN_MARK_GIVEN, mark.actor()).withAll(of(mark, salt));
  }

  /** What the log has of an answer. */
  static Map<String, String> of(Submission submission) {
    Map<String, String> facts = new TreeMap<>();
    facts.put(SUBMISSION, submission.id());
    facts.put(SCREENING, submission.screeningId());
    facts.put(CANDIDATE, submission.candidateId());
    facts.put(QUESTION, submission.questionId());
    facts.put("text_hash", submission.textHash());
    return facts;
  }

  /** What the log has of a grade. */
  static Map<String, String> of(RecordedGrade grade) {
    Map<String, String> facts = new TreeMap<>();
    facts.put(GRADE, grade.id());
    facts.put(SUBMISSION, grade.submissionId());
    facts.put(QUESTION, grade.questionId());
    facts.put("revision", grade.versions().question());
    facts.put("service", grade.versions().service());
    facts.put("scorer", grade.versions().scorer());
    put(facts, "encoder", grade.versions().encoder());
    facts.put("review_policy", grade.versions().reviewPolicy());
    facts.put("status", lower(grade.status()));
    put(facts, "score", grade.score());
    put(facts, "low", grade.low());
    put(facts, "high", grade.high());
    put(facts, "doubt", grade.doubt());
    facts.put("grade_hash", grade.jsonHash());
    return facts;
  }

  /**
   * What the log has of a person's mark.
   *
   * @param salt of the answer; null when it was removed, and then the reason was, too
   */
  static Map<String, String> of(HumanMark mark, @Nullable String salt) {
    Map<String, String> facts = new TreeMap<>();
    facts.put(MARK_ID, mark.id());
    facts.put(SUBMISSION, mark.submissionId());
    put(facts, GRADE, mark.gradeId());
    facts.put("occasion", lower(mark.kind()));
    facts.put("mark", Double.toString(mark.mark()));
    put(facts, "blind_mark", mark.blindMark());
    if (salt != null && mark.reason() != null) {
      facts.put("reason_hash", Chain.saltedHash(salt, mark.reason()));
    }
    return facts;
  }

  static String lower(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }

  private static void put(Map<String, String> facts, String name, @Nullable Object value) {
    if (value != null) {
      facts.put(name, value.toString());
    }
  }
}

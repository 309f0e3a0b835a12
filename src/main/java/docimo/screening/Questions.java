package docimo.screening;

import docimo.question.Question;
import docimo.question.QuestionBank;
import docimo.screening.audit.AuditDraft;
import docimo.screening.audit.AuditKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The questions of the store, as a bank of their newest revisions. Each change makes another
 * revision; what is already there makes none. Thread-safe.
 */
public final class Questions implements QuestionBank {

  private static final int CHUNK = 500;

  private final ScreeningParts parts;

  Questions(ScreeningParts parts) {
    this.parts = parts;
  }

  /**
   * What an import did.
   *
   * @param added questions that were not there before
   * @param revised questions that were there with another content
   * @param unchanged questions that were there just so
   */
  public record Imported(int added, int revised, int unchanged) {}

  /**
   * Keeps a question.
   *
   * @param expected number of the revision that the caller had read, 0 for a new question; null to
   *     revise whatever is there
   * @throws VersionConflictException when somebody else changed it since
   */
  public QuestionRevision save(Question question, @Nullable Integer expected, String actor) {
    Texts.requireId("actor", actor);
    Texts.requireId("id", question.id());
    return parts
        .store()
        .write(
            tx -> {
              int number = tx.questions().newest(question.id()).map(q -> q.number()).orElse(0);
              if (expected != null && expected != number) {
                throw new VersionConflictException("question", question.id(), expected, number);
              }
              return save(tx, question, actor);
            });
  }

  /** Keeps the questions of a bank: all, or none when it throws. */
  public Imported importAll(List<Question> questions, String actor) {
    Texts.requireId("actor", actor);
    questions.forEach(question -> Texts.requireId("id", question.id()));
    return parts
        .store()
        .write(
            tx -> {
              int added = 0;
              int revised = 0;
              for (Question question : questions) {
                int before = tx.questions().newest(question.id()).map(q -> q.number()).orElse(0);
                int after = save(tx, question, actor).number();
                added += before == 0 ? 1 : 0;
                revised += before > 0 && after > before ? 1 : 0;
              }
              return new Imported(added, revised, questions.size() - added - revised);
            });
  }

  /**
   * Keeps those of a bank that are not there yet; what is there stays as it is.
   *
   * @param ids which; those that the bank does not know are left out
   */
  public void addMissing(List<String> ids, QuestionBank bank, String actor) {
    Texts.requireId("actor", actor);
    List<String> missing =
        parts
            .store()
            .read(tx -> ids.stream().filter(id -> tx.questions().newest(id).isEmpty()).toList());
    List<Question> known = missing.stream().flatMap(id -> bank.find(id).stream()).toList();
    if (!known.isEmpty()) {
      parts.store().write(tx -> known.stream().filter(q -> addMissing(tx, q, actor)).count());
    }
  }

  private boolean addMissing(Transaction tx, Question question, String actor) {
    boolean missing = tx.questions().newest(question.id()).isEmpty();
    if (missing) {
      append(tx, question, null, actor);
    }
    return missing;
  }

  /** Appends a revision where the content is another one, and says so in the log. */
  QuestionRevision save(Transaction tx, Question question, String actor) {
    Optional<QuestionRevision> before = tx.questions().newest(question.id());
    if (before.isPresent() && before.get().question().equals(question)) {
      return before.get();
    }
    return append(tx, question, before.orElse(null), actor);
  }

  /**
   * Appends a revision, and says so in the log.
   *
   * @param before the newest; null when there is none
   */
  QuestionRevision append(
      Transaction tx, Question question, @Nullable QuestionRevision before, String actor) {
    QuestionRevision revision =
        new QuestionRevision(
            question,
            question.revision(),
            before == null ? 1 : before.number() + 1,
            parts.now(),
            actor,
            false);
    tx.questions().append(revision);
    tx.audit()
        .append(
            revision.createdAt(),
            AuditDraft.of(AuditKind.QUESTION_REVISED, actor)
                .with(Facts.QUESTION, question.id())
                .with("number", revision.number())
                .with("revision", revision.revision())
                .with("previous", before == null ? null : before.revision()));
    return revision;
  }

  @Override
  public Optional<Question> find(String id) {
    return newest(id).map(QuestionRevision::question);
  }

  /** The newest revision of a question; empty when there is none. */
  public Optional<QuestionRevision> newest(String id) {
    return parts.store().read(tx -> tx.questions().newest(id));
  }

  /** The latest revision of a question with this content; empty when there is none. */
  public Optional<QuestionRevision> find(String id, String revision) {
    return parts.store().read(tx -> tx.questions().find(id, revision));
  }

  /**
   * All revisions of a question, the first one first.
   *
   * @throws NotFoundException when there is no such question
   */
  public List<QuestionRevision> history(String id) {
    List<QuestionRevision> history = parts.store().read(tx -> tx.questions().history(id));
    if (history.isEmpty()) {
      throw new NotFoundException("question", id);
    }
    return history;
  }

  @Override
  public List<Question> all() {
    return parts
        .store()
        .read(
            tx -> {
              List<Question> all = new ArrayList<>();
              List<QuestionRevision> chunk;
              do {
                chunk = tx.questions().newest(all.size(), CHUNK);
                chunk.forEach(revision -> all.add(revision.question()));
              } while (chunk.size() == CHUNK);
              return all;
            });
  }
}

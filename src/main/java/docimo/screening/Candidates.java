package docimo.screening;

import docimo.screening.CandidateRecord.AnswerRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives out and removes what is kept of a candidate. Thread-safe. */
public final class Candidates {

  static final String ERASED_PREFIX = "erased:";

  private final ScreeningParts parts;
  private final Forgetting forgetting;

  Candidates(ScreeningParts parts, Forgetting forgetting) {
    this.parts = parts;
    this.forgetting = forgetting;
  }

  /**
   * The candidate whom callers name so.
   *
   * @throws NotFoundException when there is none, or no more
   */
  public Candidate get(String ref) {
    return parts.store().read(tx -> find(tx, ref));
  }

  /**
   * All that is kept of a candidate, of all screenings.
   *
   * @throws NotFoundException when there is none, or no more
   */
  public CandidateRecord export(String ref) {
    return parts
        .store()
        .read(
            tx -> {
              Candidate candidate = find(tx, ref);
              List<AnswerRecord> answers = new ArrayList<>();
              for (Submission submission : tx.submissions().ofCandidate(candidate.id())) {
                answers.add(
                    new AnswerRecord(
                        submission,
                        tx.grades().of(submission.id()),
                        tx.reviews().marks(submission.id())));
              }
              return new CandidateRecord(candidate, answers);
            });
  }

  /**
   * Removes texts, names, grades in words and reasons of a candidate, at once and of all screenings
   * and jobs of grades. Hashes, numbers and versions stay; the reference may be used for somebody
   * new.
   *
   * @return the candidate as they are now
   * @throws NotFoundException when there is none, or no more
   */
  public Candidate erase(String ref, String actor) {
    Texts.requireId("actor", actor);
    return parts
        .store()
        .write(tx -> eraseAll(tx, ref, actor))
        .orElseThrow(() -> new NotFoundException("candidate", ref));
  }

  /** Replies that were kept may quote answers of somebody of whom nothing else is kept. */
  private Optional<Candidate> eraseAll(Transaction tx, String ref, String actor) {
    tx.replies().forgetReplies();
    int rows = tx.gradings().forget(GradingRow.hash(ref));
    Optional<Candidate> known =
        tx.candidates().findByRef(ref).filter(candidate -> !candidate.isErased());
    if (known.isEmpty() && rows > 0) {
      known = Optional.of(ofRows(tx));
    }
    return known.map(
        candidate -> {
          int texts = 0;
          for (Submission submission : tx.submissions().ofCandidate(candidate.id())) {
            texts += submission.content() == null ? 0 : 1;
            forgetting.forget(tx, submission, actor);
          }
          return forgetting.forget(tx, candidate, texts, actor);
        });
  }

  /** Somebody whom only rows of jobs of grades named: the log has to call them something. */
  private Candidate ofRows(Transaction tx) {
    String id = parts.ids().get();
    Candidate candidate = new Candidate(id, ERASED_PREFIX + id, null, parts.now(), null);
    tx.candidates().insert(candidate);
    return candidate;
  }

  private static Candidate find(Transaction tx, String ref) {
    return tx.candidates()
        .findByRef(ref)
        .filter(candidate -> !candidate.isErased())
        .orElseThrow(() -> new NotFoundException("candidate", ref));
  }
}

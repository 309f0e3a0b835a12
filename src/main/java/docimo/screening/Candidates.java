package docimo.screening;

import docimo.screening.CandidateRecord.AnswerRecord;
import java.util.ArrayList;
import java.util.List;

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
   * Removes texts, names, grades in words and reasons of a candidate, at once and of all
   * screenings. Hashes, numbers and versions stay; the reference may be used for somebody new.
   *
   * @return the candidate as they are now
   * @throws NotFoundException when there is none, or no more
   */
  public Candidate erase(String ref, String actor) {
    Texts.requireId("actor", actor);
    return parts
        .store()
        .write(
            tx -> {
              Candidate candidate = find(tx, ref);
              int texts = 0;
              for (Submission submission : tx.submissions().ofCandidate(candidate.id())) {
                texts += submission.content() == null ? 0 : 1;
                forgetting.forget(tx, submission, actor);
              }
              return forgetting.forget(tx, candidate, texts, actor);
            });
  }

  private static Candidate find(Transaction tx, String ref) {
    return tx.candidates()
        .findByRef(ref)
        .filter(candidate -> !candidate.isErased())
        .orElseThrow(() -> new NotFoundException("candidate", ref));
  }
}

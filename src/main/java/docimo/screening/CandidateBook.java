package docimo.screening;

import java.util.List;
import java.util.Optional;

/** Candidates, in a transaction (port). */
public interface CandidateBook {

  /** Keeps a new candidate. */
  void insert(Candidate candidate);

  /** Changes ref, label and erasure of a candidate. */
  void update(Candidate candidate);

  /** The candidate with this id. */
  Optional<Candidate> find(String id);

  /** The candidate whom callers name so. */
  Optional<Candidate> findByRef(String ref);

  /** Those who answered in a screening. */
  List<Candidate> of(String screeningId);
}

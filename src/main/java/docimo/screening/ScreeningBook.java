package docimo.screening;

import java.util.List;
import java.util.Optional;

/** Screenings, in a transaction (port). */
public interface ScreeningBook {

  /** Keeps a new screening. */
  void insert(Screening screening);

  /**
   * Keeps the next version of a screening.
   *
   * @throws VersionConflictException when the one in the store is not the version before
   */
  void update(Screening screening);

  /** The screening with this id. */
  Optional<Screening> find(String id);

  /**
   * Screenings in the order in which they were opened.
   *
   * @param after sequence to go on after; 0 to begin
   */
  List<Screening> list(long after, int limit);

  /**
   * The screening with this id.
   *
   * @throws NotFoundException when there is none
   */
  default Screening get(String id) {
    return find(id).orElseThrow(() -> new NotFoundException("screening", id));
  }
}

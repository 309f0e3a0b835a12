package docimo.screening;

import docimo.grading.Grade;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/** Why a grade is not what would be given now. */
public enum Staleness {
  /** The question was changed since. */
  QUESTION,
  /** Another scoring model marks now. */
  SCORER,
  /** Another encoder reads now, or none. */
  ENCODER;

  /**
   * What speaks against a grade; empty when it is fresh.
   *
   * @param revision newest revision of the question
   * @param now what would make a grade
   */
  public static Set<Staleness> of(Grade.Versions made, String revision, Grade.Versions now) {
    Set<Staleness> reasons = EnumSet.noneOf(Staleness.class);
    if (!made.question().equals(revision)) {
      reasons.add(QUESTION);
    }
    if (!made.scorer().equals(now.scorer())) {
      reasons.add(SCORER);
    }
    if (!Objects.equals(made.encoder(), now.encoder())) {
      reasons.add(ENCODER);
    }
    return reasons;
  }
}

package docimo.grading;

import docimo.grading.Grade.Flag;
import java.util.List;
import java.util.Locale;

/**
 * The most that an answer can be given for what was found in it, whatever its signals say.
 *
 * @param most the highest score, in [0, 1]; 1 limits nothing
 * @param reason why, a code as flags have; empty when nothing is limited
 */
record Limit(double most, String reason) {

  /** Limits nothing. */
  static final Limit NONE = new Limit(1, "");

  /** The reason of a limit by key points that the answer contradicts. */
  static final String CONTRADICTED = "contradicted_key_points";

  /**
   * What an answer that is no prose can be given at most: it shows that the words are known, and
   * says nothing with them. Under a half, so that nobody passes by it.
   */
  private static final double NOT_PROSE = 0.4;

  /** The limit that the flags of an answer set. */
  static Limit of(List<Flag> flags) {
    return flags.stream()
        .map(Flag::code)
        .filter(FlagCode::isNotProse)
        .findFirst()
        .map(code -> new Limit(NOT_PROSE, code.name().toLowerCase(Locale.ROOT)))
        .orElse(NONE);
  }

  /** The tighter of both; this one where they are equal. */
  Limit and(Limit other) {
    return other.most < most ? other : this;
  }
}

package docimo.evaluation.attack;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;

/**
 * What is tried.
 *
 * @param kinds which kinds, each once, in the order of {@link AttackKind}; not empty
 * @param seed chooses among equally good attacks; the same seed gives the same answers
 * @param passMark from which score on an answer passes, above 0 and at most 1
 */
public record AttackPlan(List<AttackKind> kinds, long seed, double passMark) {

  /** The seed that is used where nobody names another. */
  public static final long DEFAULT_SEED = 1;

  /** The mark that is used where nobody names another. */
  public static final double DEFAULT_PASS_MARK = 0.5;

  /** Every kind, with the usual seed and mark. */
  public static final AttackPlan DEFAULT =
      new AttackPlan(List.of(AttackKind.values()), DEFAULT_SEED, DEFAULT_PASS_MARK);

  /** The kinds that take no knowledge, with the usual seed and mark. */
  public static final AttackPlan FOR_NOTHING =
      new AttackPlan(
          Arrays.stream(AttackKind.values()).filter(AttackKind::isForNothing).toList(),
          DEFAULT_SEED,
          DEFAULT_PASS_MARK);

  /**
   * @throws IllegalArgumentException when there is no kind or the pass mark is outside its range
   */
  public AttackPlan {
    if (kinds.isEmpty()) {
      throw new IllegalArgumentException("a plan needs a kind of attack");
    }
    if (!isPassMark(passMark)) {
      throw new IllegalArgumentException("a pass mark is above 0 and at most 1, not " + passMark);
    }
    kinds = List.copyOf(EnumSet.copyOf(kinds));
  }

  /** A plan with these kinds; with all of them when none is named. */
  public static AttackPlan of(Collection<AttackKind> kinds, long seed, double passMark) {
    return new AttackPlan(kinds.isEmpty() ? DEFAULT.kinds() : List.copyOf(kinds), seed, passMark);
  }

  /** Whether a number can be a pass mark. */
  public static boolean isPassMark(double number) {
    return number > 0 && number <= 1;
  }
}

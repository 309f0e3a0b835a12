package docimo.question;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a full answer says.
 *
 * @param label the point in the author's words, not blank; itself an accepted phrasing
 * @param phrasings other accepted ways to say it, never null, possibly empty
 * @param weight how much the point is worth relative to the others of its question, from {@value
 *     Limits#LEAST_WEIGHT} to {@value Limits#MOST_WEIGHT}; 1 is usual
 * @param group name of the group of alternatives that the point belongs to, for a {@link Rule} such
 *     as "any 3 of types"; null when the point stands alone
 */
public record KeyPoint(
    String label, List<String> phrasings, double weight, @Nullable String group) {

  /**
   * @throws IllegalArgumentException when the label or a phrasing is blank, the group is blank, or
   *     the weight is outside its range
   */
  public KeyPoint {
    if (label.isBlank()) {
      throw new IllegalArgumentException("a key point needs a label that is not blank");
    }
    phrasings = List.copyOf(phrasings);
    if (phrasings.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("key point '" + label + "' has a blank phrasing");
    }
    if (!Limits.isWeight(weight)) {
      throw new IllegalArgumentException(
          "key point '" + label + "' needs a weight from 0.001 to 1000, not " + weight);
    }
    if (group != null && group.isBlank()) {
      throw new IllegalArgumentException("key point '" + label + "' has a blank group name");
    }
  }

  /** A point of weight 1 with no other phrasings and no group. */
  public static KeyPoint of(String label) {
    return new KeyPoint(label, List.of(), 1, null);
  }
}

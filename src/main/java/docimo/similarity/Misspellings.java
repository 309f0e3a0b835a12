package docimo.similarity;

import java.util.Locale;
import java.util.Set;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/**
 * Decides whether a word is a slip of the pen for another: one edit in words of five letters or
 * more, two in words of nine or more, where an edit is a letter too many, too few, wrong, or
 * swapped with its neighbour (Damerau 1964). The first letter must be right, digits must not occur,
 * and words that differ by a prefix that changes the meaning are never the same. Stateless and
 * thread-safe.
 */
public final class Misspellings {

  private static final int SHORTEST = 5;
  private static final int TWO_EDITS_FROM = 9;
  private static final int LONGEST = 40;

  private static final Set<String> PREFIXES =
      Set.of(
          "un", "non", "in", "im", "ir", "il", "dis", "mis", "anti", "counter", "de", "re", "over",
          "under", "pre", "post", "sub", "super", "up", "down", "hyper", "hypo", "inter", "intra",
          "intro", "extra", "macro", "micro", "multi", "mono", "uni", "bi", "homo", "hetero", "en",
          "ex", "semi", "pro", "con", "a", "endo", "exo", "ab", "ad");

  private Misspellings() {}

  /**
   * Whether {@code written} is likely a misspelling of {@code meant}; equal words are not.
   *
   * @param written a word as the candidate wrote it, any letter case
   * @param meant a word of the reference, any letter case
   */
  public static boolean isMisspelling(String written, String meant) {
    String left = written.toLowerCase(Locale.ROOT);
    String right = meant.toLowerCase(Locale.ROOT);
    int shorter = Math.min(left.length(), right.length());
    int longer = Math.max(left.length(), right.length());
    if (shorter < SHORTEST || longer > LONGEST || left.equals(right)) {
      return false;
    }
    if (left.charAt(0) != right.charAt(0) || hasDigit(left) || hasDigit(right)) {
      return false;
    }
    if (differByPrefix(left, right)) {
      return false;
    }
    int allowed = shorter >= TWO_EDITS_FROM ? 2 : 1;
    return new DamerauLevenshteinDistance(allowed).apply(left, right) >= 0;
  }

  /**
   * Whether one word is the other with a prefix added or exchanged: undo/redo, linear/nonlinear.
   */
  static boolean differByPrefix(String left, String right) {
    int common = 0;
    int most = Math.min(left.length(), right.length());
    while (common < most
        && left.charAt(left.length() - 1 - common) == right.charAt(right.length() - 1 - common)) {
      common++;
    }
    // the common ending may reach into the prefixes ("encode"/"decode" share "code" after
    // "en"/"de")
    for (int rest = common; rest >= 3; rest--) {
      String leftPrefix = left.substring(0, left.length() - rest);
      String rightPrefix = right.substring(0, right.length() - rest);
      boolean leftChanges = PREFIXES.contains(leftPrefix);
      boolean rightChanges = PREFIXES.contains(rightPrefix);
      if ((leftChanges || leftPrefix.isEmpty()) && (rightChanges || rightPrefix.isEmpty())) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasDigit(String word) {
    return word.chars().anyMatch(Character::isDigit);
  }
}

package docimo.grading;

import docimo.text.Token;
import java.util.List;

/**
 * That an answer says the opposite of a key point.
 *
 * @param likelihood how likely a fair examiner would say so, in [0, 1]
 * @param signs what it was told by, the strongest first; never empty
 * @param evidence the words of the answer that say it, in order
 */
record Contradiction(double likelihood, List<ContradictionSign> signs, List<Token> evidence) {

  Contradiction {
    signs = List.copyOf(signs);
    evidence = List.copyOf(evidence);
  }
}

package docimo.grading;

import docimo.text.Token;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was found of a phrasing in the best place of an answer.
 *
 * @param coverage how much of it, in [0, 1]
 * @param evidence the words of the answer that counted
 */
record Finding(double coverage, List<Token> evidence) {

  static final Finding NOTHING = new Finding(0, List.of());

  /** More of the same phrasing: the greater coverage, and the evidence of both. */
  Finding with(double other, List<Token> more) {
    return new Finding(
        Math.max(coverage, other),
        Stream.concat(evidence.stream(), more.stream()).distinct().toList());
  }
}

package docimo.question;

/**
 * An answer that people have marked: it shows how kindly a question is marked, and what its markers
 * look for. Immutable.
 *
 * @param answer the text as the candidate wrote it, not blank; nobody but authors and recruiters
 *     may see it
 * @param score the mark that people gave, as a share of a full mark, in [0, 1]
 */
public record MarkedExample(String answer, double score) {

  /**
   * @throws IllegalArgumentException when the answer is blank or the score is not in [0, 1]
   */
  public MarkedExample {
    if (answer.isBlank()) {
      throw new IllegalArgumentException("a marked answer needs a text that is not blank");
    }
    if (!isScore(score)) {
      throw new IllegalArgumentException(
          "a marked answer needs a score from 0 to 1, not " + score + "; divide by the full mark");
    }
    score += 0.0; // -0 is 0, also in the revision of a question
  }

  /** Whether a marked answer may have this score. */
  public static boolean isScore(double score) {
    return score >= 0 && score <= 1;
  }
}

package docimo.question;

import docimo.question.LimitException.Part;
import java.util.List;

/**
 * How large a question may be. The time that marking takes grows with the question; within these
 * limits it stays in seconds, and questions that people write are far below them. They hold for
 * what authors write: points that are derived from a reference are bounded by the reference.
 */
public final class Limits {

  /** The most characters that a prompt may have. */
  public static final int PROMPT_CHARACTERS = 20_000;

  /** The most characters that all references of a question may have together. */
  public static final int REFERENCE_CHARACTERS = 50_000;

  /** The most key points that a question may have. */
  public static final int KEY_POINTS = 200;

  /** The most phrasings that a key point may have beside its label. */
  public static final int PHRASINGS = 50;

  /** The most characters that a label or a phrasing may have. */
  public static final int PHRASING_CHARACTERS = 2_000;

  /** The most characters that all labels and phrasings of a question may have together. */
  public static final int KEY_POINT_CHARACTERS = 50_000;

  /** The most marked answers that a question may have. */
  public static final int MARKED_ANSWERS = 100;

  /** The most characters that all marked answers of a question may have together. */
  public static final int MARKED_ANSWER_CHARACTERS = 100_000;

  /** The least that a key point may weigh. */
  public static final double LEAST_WEIGHT = 0.001;

  /** The most that a key point may weigh: sums and products of weights stay finite. */
  public static final double MOST_WEIGHT = 1_000;

  private Limits() {}

  /**
   * @throws LimitException when the texts are too long together
   */
  public static void requireReferences(List<String> references) {
    long characters = references.stream().mapToLong(String::length).sum();
    if (characters > REFERENCE_CHARACTERS) {
      throw tooLong(Part.REFERENCES, 0, 0, characters, REFERENCE_CHARACTERS);
    }
  }

  /**
   * @throws LimitException when there are too many
   */
  public static void requireKeyPoints(int count) {
    requireCount(Part.KEY_POINTS, 0, count, KEY_POINTS);
  }

  /**
   * @throws LimitException when there are too many
   */
  public static void requireMarkedAnswers(int count) {
    requireCount(Part.MARKED_ANSWERS, 0, count, MARKED_ANSWERS);
  }

  static void requireMarkedAnswers(List<MarkedExample> answers) {
    requireMarkedAnswers(answers.size());
    long characters = answers.stream().mapToLong(marked -> marked.answer().length()).sum();
    if (characters > MARKED_ANSWER_CHARACTERS) {
      throw tooLong(Part.MARKED_ANSWERS, 0, 0, characters, MARKED_ANSWER_CHARACTERS);
    }
  }

  static void require(String prompt, List<String> references, List<KeyPoint> points) {
    requireText(Part.PROMPT, 0, 0, prompt, PROMPT_CHARACTERS);
    requireReferences(references);
    requireKeyPoints(points.size());
    long characters = points.stream().mapToLong(Limits::characters).sum();
    if (characters > KEY_POINT_CHARACTERS) {
      throw tooLong(Part.KEY_POINTS, 0, 0, characters, KEY_POINT_CHARACTERS);
    }
    for (int i = 0; i < points.size(); i++) {
      requireText(Part.LABEL, i, 0, points.get(i).label(), PHRASING_CHARACTERS);
      List<String> phrasings = points.get(i).phrasings();
      requireCount(Part.PHRASINGS, i, phrasings.size(), PHRASINGS);
      for (int j = 0; j < phrasings.size(); j++) {
        requireText(Part.PHRASING, i, j, phrasings.get(j), PHRASING_CHARACTERS);
      }
    }
  }

  /** Whether a key point may weigh so much. */
  public static boolean isWeight(double weight) {
    return weight >= LEAST_WEIGHT && weight <= MOST_WEIGHT;
  }

  private static long characters(KeyPoint point) {
    return point.label().length() + point.phrasings().stream().mapToLong(String::length).sum();
  }

  private static void requireText(Part part, int point, int phrasing, String text, int limit) {
    if (text.length() > limit) {
      throw tooLong(part, point, phrasing, text.length(), limit);
    }
  }

  private static void requireCount(Part part, int point, int count, int limit) {
    if (count > limit) {
      throw new LimitException(
          part, point, 0, "must have " + limit + " entries at most, not " + count);
    }
  }

  private static LimitException tooLong(
      Part part, int point, int phrasing, long characters, int limit) {
    return new LimitException(
        part, point, phrasing, "must have " + limit + " characters at most, not " + characters);
  }
}

package docimo.grading;

import docimo.question.KeyPoint;
import docimo.question.Question;
import docimo.question.Rule;
import docimo.text.TextAnalyzer;
import java.util.List;

/**
 * The key points that a question is marked by.
 *
 * @param points the points; empty when the question has neither written points nor a reference
 * @param rule how many of them are needed
 * @param derived whether they were derived from the reference rather than written by the author
 */
public record KeyPoints(List<KeyPoint> points, Rule rule, boolean derived) {

  public KeyPoints {
    points = List.copyOf(points);
  }

  /** The author's points where there are any, otherwise those the first reference yields. */
  public static KeyPoints of(Question question, TextAnalyzer analyzer) {
    return of(question, 0, analyzer);
  }

  /** The author's points where there are any, otherwise those one of the references yields. */
  static KeyPoints of(Question question, int reference, TextAnalyzer analyzer) {
    if (!question.keyPoints().isEmpty()) {
      return new KeyPoints(question.keyPoints(), question.rule(), false);
    }
    if (question.references().isEmpty()) {
      return new KeyPoints(List.of(), Rule.ALL, true);
    }
    return new KeyPointDeriver(analyzer).derive(question, question.references().get(reference));
  }
}

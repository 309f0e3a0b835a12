package docimo.api;

import docimo.grading.KeyPoints;
import docimo.question.KeyPoint;
import docimo.question.Question;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question on the wire. For authors and recruiters: it holds the key.
 *
 * @param id names it in the bank
 * @param revision identifies its content
 * @param topic heading it stands under; null when there is none
 * @param prompt what the candidate is asked
 * @param references full answers
 * @param keyPoints what answers are marked by
 * @param rule how many of the key points are needed
 * @param keyPointsDerived whether the key points were derived from the first reference
 * @param markedAnswers how many answers people have marked; what candidates wrote is not shown
 */
record QuestionView(
    String id,
    String revision,
    @Nullable String topic,
    String prompt,
    List<String> references,
    List<KeyPoint> keyPoints,
    String rule,
    boolean keyPointsDerived,
    int markedAnswers) {

  /** A question in a list: what may be shown to anybody. */
  record Summary(String id, String revision, @Nullable String topic, String prompt) {

    static Summary of(Question question) {
      return new Summary(question.id(), question.revision(), question.topic(), question.prompt());
    }
  }

  static QuestionView of(Question question, KeyPoints keyPoints) {
    return new QuestionView(
        question.id(),
        question.revision(),
        question.topic(),
        question.prompt(),
        question.references(),
        keyPoints.points(),
        keyPoints.rule().toString(),
        keyPoints.derived(),
        question.markedAnswers().size());
  }
}

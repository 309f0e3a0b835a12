package docimo.exchange;

import docimo.evaluation.Label;
import docimo.evaluation.MarkedAnswer;
import docimo.question.Question;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads answers with human marks, a JSON object a line: {@code dataset}, {@code split} ("all" when
 * absent), {@code question_id}, {@code question} (may be empty), {@code references}, {@code
 * answer_id}, {@code answer}, {@code score} in [0, 1], and perhaps {@code asag2024_score}, {@code
 * label2} and {@code label3}. Other fields are not looked at. Holds one line at a time, and the
 * questions: answers to the same question share it. Used by one thread.
 */
public final class MarkedAnswerReader implements Closeable {

  private final ObjectLines lines;
  private final Map<List<Object>, Question> questions = new HashMap<>();

  /**
   * @param source names the file in messages
   * @param in read through a buffer of its own; closed with this
   */
  public MarkedAnswerReader(String source, InputStream in) {
    this.lines = new ObjectLines(source, in);
  }

  /**
   * The next answer; null after the last one.
   *
   * @throws DataFormatException when a line cannot be understood
   * @throws IOException when the file cannot be read on
   */
  public @Nullable MarkedAnswer next() throws IOException {
    return lines.next(this::answer);
  }

  private MarkedAnswer answer(JsonFields fields) {
    String prompt = fields.text("question").orElse("");
    String questionId = required(fields, "question_id");
    return new MarkedAnswer(
        required(fields, "dataset"),
        fields.text("split").orElse("all"),
        prompt.isBlank() ? questionId : prompt,
        question(prompt, fields),
        required(fields, "answer_id"),
        present(fields.text("answer"), fields, "answer"),
        present(share(fields, "score"), fields, "score"),
        share(fields, "asag2024_score").orElse(null),
        twoWay(fields),
        label(fields, "label3"));
  }

  private Question question(String prompt, JsonFields fields) {
    if (fields.has("key_points") || fields.has("rule")) {
      return InlineQuestion.readWithoutMarkedAnswers("question", fields);
    }
    // thousands of answers share a question, and reading its references takes longest
    List<Object> content = List.of(prompt, fields.texts("references"), fields.text("reference"));
    return questions.computeIfAbsent(
        content, key -> InlineQuestion.readWithoutMarkedAnswers("question", fields));
  }

  private static String required(JsonFields fields, String name) {
    String text = present(fields.text(name), fields, name);
    if (text.isBlank()) {
      throw new InvalidFieldException(fields.pointer(name), "must not be blank");
    }
    return text;
  }

  private static <T> T present(Optional<T> value, JsonFields fields, String name) {
    return value.orElseThrow(
        () -> new InvalidFieldException(fields.pointer(name), "is missing; every row needs it"));
  }

  /** A mark in [0, 1]. */
  static Optional<Double> share(JsonFields fields, String name) {
    Optional<Double> mark = fields.number(name);
    if (mark.isPresent() && !(mark.get() >= 0 && mark.get() <= 1)) {
      throw new InvalidFieldException(fields.pointer(name), "must be from 0 to 1");
    }
    return mark;
  }

  private static @Nullable Label twoWay(JsonFields fields) {
    Label label = label(fields, "label2");
    if (label == Label.CONTRADICTORY) {
      throw new InvalidFieldException(fields.pointer("label2"), "must be correct or incorrect");
    }
    return label;
  }

  private static @Nullable Label label(JsonFields fields, String name) {
    return fields.has(name) ? fields.choice(name, Label.INCORRECT) : null;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}

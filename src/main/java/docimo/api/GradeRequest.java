package docimo.api;

import com.fasterxml.jackson.databind.JsonNode;
import docimo.exchange.InlineQuestion;
import docimo.exchange.InvalidFieldException;
import docimo.exchange.JsonFields;
import docimo.grading.Answer;
import docimo.question.Question;
import docimo.question.QuestionBank;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /v1/grades}, read.
 *
 * @param question of the bank, or inline
 * @param answer what to mark
 */
record GradeRequest(Question question, Answer answer) {

  private static final List<String> FIELDS =
      List.of("question_id", "question", "answer", "candidate_ref", "purpose");
  private static final int LONGEST_REFERENCE_OF_CANDIDATE = 200;

  /**
   * @throws InvalidFieldException when a field is missing, unknown or not what it must be
   * @throws docimo.question.QuestionNotFoundException when the bank does not have the question
   */
  static GradeRequest read(JsonNode body, QuestionBank bank, Limits limits) {
    JsonFields fields = JsonFields.of(body, "").allow(FIELDS);
    String text = Values.answer(fields, limits);
    Answer.Purpose purpose = fields.choice("purpose", Answer.Purpose.PRACTICE);
    Question question = question(fields, bank, limits);
    return new GradeRequest(question, new Answer(text, candidate(fields), purpose));
  }

  private static Question question(JsonFields fields, QuestionBank bank, Limits limits) {
    boolean byId = fields.has("question_id");
    if (byId == fields.has("question")) {
      throw new InvalidFieldException(
          byId ? "/question" : "/question_id",
          byId
              ? "cannot stand beside question_id; send one of them"
              : "is missing; send question_id, or question with prompt and references");
    }
    if (byId) {
      return bank.get(fields.text("question_id").orElse(""));
    }
    JsonFields inline = fields.object("question").orElseThrow().allow(InlineQuestion.NESTED_FIELDS);
    limits.answers().requireFewMarkedAnswers(inline);
    return InlineQuestion.read("prompt", inline);
  }

  private static @Nullable String candidate(JsonFields fields) {
    String reference = fields.text("candidate_ref").orElse(null);
    if (reference != null && reference.length() > LONGEST_REFERENCE_OF_CANDIDATE) {
      throw new InvalidFieldException(
          "/candidate_ref",
          "is longer than " + LONGEST_REFERENCE_OF_CANDIDATE + " characters; send an opaque id");
    }
    return reference;
  }
}

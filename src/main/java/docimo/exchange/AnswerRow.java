package docimo.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import docimo.batch.BatchRow;
import docimo.grading.Answer;
import docimo.question.Question;
import docimo.question.QuestionBank;
import docimo.question.QuestionNotFoundException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a row of a batch: {@code answer}, {@code answer_id} or {@code id}, and either
 * {@code references} or {@code reference} with {@code question}, or {@code question_id}. All other
 * fields are carried through.
 */
final class AnswerRow {

  private static final Set<String> READ =
      Set.of(
          "answer_id",
          "id",
          "answer",
          "question",
          "references",
          "reference",
          "key_points",
          "rule",
          "candidate_ref",
          "purpose");

  /** Names that a result has of its own: a carried field must not hide them. */
  private static final Set<String> OF_THE_RESULT =
      Set.of(
          "row",
          "status",
          "score",
          "maximum",
          "band",
          "interval",
          "reason",
          "components",
          "keywords",
          "feedback",
          "flags",
          "review",
          "versions",
          "answer_sha256",
          "stats",
          "decision_support_only");

  private AnswerRow() {}

  /** Whether a row's field of this name is looked at. */
  static boolean isRead(String name) {
    return READ.contains(name) || name.equals("question_id");
  }

  static BatchRow read(long number, ObjectNode object, QuestionBank bank) {
    JsonFields fields = JsonFields.of(object, "");
    Map<String, Object> carried = carried(object);
    String id = id(object);
    try {
      if (!object.has("answer")) {
        return new BatchRow.Broken(
            number,
            id,
            sent(fields),
            "answer_missing",
            "the row has no 'answer'; add it, if need be empty",
            carried);
      }
      return new BatchRow.Markable(
          number,
          id,
          question(fields, bank),
          new Answer(
              fields.text("answer").orElse(""),
              fields.text("candidate_ref").orElse(null),
              fields.choice("purpose", Answer.Purpose.PRACTICE)),
          carried);
    } catch (InvalidFieldException e) {
      String message = "'" + e.pointer() + "' " + e.getMessage();
      return new BatchRow.Broken(number, id, sent(fields), "invalid_field", message, carried);
    } catch (QuestionNotFoundException e) {
      String message = e.getMessage() + " in the bank; give the row a 'reference' or mend the id";
      return new BatchRow.Broken(number, id, sent(fields), "question_not_found", message, carried);
    }
  }

  /** Each part by itself: one that is not what it must be does not hide the others. */
  private static BatchRow.Sent sent(JsonFields fields) {
    return new BatchRow.Sent(
        readable(() -> fields.text("answer").orElse(null)),
        readable(() -> fields.text("candidate_ref").orElse(null)),
        readable(() -> fields.choice("purpose", Answer.Purpose.PRACTICE)));
  }

  private static <T> @Nullable T readable(Supplier<@Nullable T> field) {
    try {
      return field.get();
    } catch (InvalidFieldException e) {
      return null;
    }
  }

  private static Question question(JsonFields fields, QuestionBank bank) {
    if (fields.has("references") || fields.has("reference") || !fields.has("question_id")) {
      return InlineQuestion.read("question", fields);
    }
    return bank.get(fields.text("question_id").orElse(""));
  }

  private static @Nullable String id(ObjectNode object) {
    return idField(object).map(name -> object.get(name).asText()).orElse(null);
  }

  private static Optional<String> idField(ObjectNode object) {
    return Stream.of("answer_id", "id").filter(name -> isScalar(object.get(name))).findFirst();
  }

  private static boolean isScalar(@Nullable JsonNode value) {
    return value != null && value.isValueNode() && !value.isNull();
  }

  private static Map<String, Object> carried(ObjectNode object) {
    boolean idIsSpare = idField(object).filter("answer_id"::equals).isPresent();
    Map<String, Object> carried = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String name = field.getKey();
      if (!READ.contains(name) || (idIsSpare && name.equals("id"))) {
        carried.put(free(name, object), field.getValue());
      }
    }
    return carried;
  }

  /** The name under which a field is carried: its own, unless a result has one of that name. */
  private static String free(String name, ObjectNode object) {
    String free = name;
    while (OF_THE_RESULT.contains(free) || (!free.equals(name) && object.has(free))) {
      free = "input_" + free;
    }
    return free;
  }
}

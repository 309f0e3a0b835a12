package docimo.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import docimo.batch.BatchRow;
import docimo.grading.Answer;
import docimo.question.Question;
import docimo.question.QuestionBank;
import docimo.question.QuestionNotFoundException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a row of a batch: {@code answer}, {@code answer_id} or {@code id}, and either
 * {@code references} or {@code reference} with {@code question}, or {@code question} as an object
 * that has them, or {@code question_id}. All other fields are carried through.
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
          "marked_answers",
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
          "calibration",
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

  /** Names that say what the answer is marked against. */
  private static final Set<String> QUESTION =
      Set.of("question_id", "question", "references", "reference");

  private AnswerRow() {}

  /** Whether a row's field of this name is looked at. */
  static boolean isRead(String name) {
    return READ.contains(name) || name.equals("question_id");
  }

  /**
   * Reads a row.
   *
   * @param names the fields that any row of the batch may have, as far as that is known; at least
   *     those of this one
   * @param limits beyond which a row cannot be marked
   */
  static BatchRow read(
      RowPlace place,
      ObjectNode object,
      Collection<String> names,
      QuestionBank bank,
      AnswerLimits limits) {
    JsonFields fields = JsonFields.of(object, "");
    Map<String, Object> carried = carried(object, names);
    String id = id(object);
    try {
      if (!object.has("answer")) {
        return place.broken(
            id,
            sent(fields),
            "answer_missing",
            "the row has no 'answer'; add it, if need be empty",
            carried);
      }
      if (QUESTION.stream().noneMatch(fields::has)) {
        return place.broken(
            id,
            sent(fields),
            "question_missing",
            "the row has neither 'question_id' nor 'question' with 'references'; add one of them",
            carried);
      }
      return new BatchRow.Markable(
          place.number(),
          id,
          question(fields, bank, limits),
          new Answer(
              limits.requireShort("/answer", fields.text("answer").orElse("")),
              fields.text("candidate_ref").orElse(null),
              fields.choice("purpose", Answer.Purpose.PRACTICE)),
          carried);
    } catch (InvalidFieldException e) {
      String message = "'" + e.pointer() + "' " + e.getMessage();
      return place.broken(id, sent(fields), "invalid_field", message, carried);
    } catch (QuestionNotFoundException e) {
      String message = e.getMessage() + " in the bank; give the row a 'reference' or mend the id";
      return place.broken(id, sent(fields), "question_not_found", message, carried);
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

  private static Question question(JsonFields fields, QuestionBank bank, AnswerLimits limits) {
    if (fields.value("question").isObject()) {
      return nested(fields, limits);
    }
    if (fields.has("references") || fields.has("reference") || !fields.has("question_id")) {
      limits.requireFewMarkedAnswers(fields);
      return InlineQuestion.read("question", fields);
    }
    return bank.get(fields.text("question_id").orElse(""));
  }

  /** A question as {@code POST /v1/grades} takes it. */
  private static Question nested(JsonFields fields, AnswerLimits limits) {
    for (String name : List.of("question_id", "references", "reference", "key_points", "rule")) {
      if (fields.has(name)) {
        throw new InvalidFieldException(
            fields.pointer(name), "cannot stand beside a question with fields of its own");
      }
    }
    JsonFields question = fields.object("question").orElseThrow();
    JsonFields known = question.allow(InlineQuestion.NESTED_FIELDS);
    limits.requireFewMarkedAnswers(known);
    return InlineQuestion.read("prompt", known);
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

  private static Map<String, Object> carried(ObjectNode object, Collection<String> names) {
    boolean idIsSpare = idField(object).filter("answer_id"::equals).isPresent();
    Map<String, Object> carried = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String name = field.getKey();
      if (isCarried(name, idIsSpare)) {
        carried.put(free(name, names), field.getValue());
      }
    }
    return carried;
  }

  /** The names under which rows with these fields carry what is not read. */
  static List<String> carriedNames(Collection<String> names) {
    return names.stream()
        .filter(name -> isCarried(name, names.contains("answer_id")))
        .map(name -> free(name, names))
        .toList();
  }

  private static boolean isCarried(String name, boolean idIsSpare) {
    return !READ.contains(name) || (idIsSpare && name.equals("id"));
  }

  /** The name under which a field is carried: its own, unless a result has one of that name. */
  private static String free(String name, Collection<String> names) {
    String free = name;
    while (OF_THE_RESULT.contains(free) || (!free.equals(name) && names.contains(free))) {
      free = "input_" + free;
    }
    return free;
  }
}

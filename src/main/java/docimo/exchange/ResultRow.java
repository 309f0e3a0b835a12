package docimo.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import docimo.batch.BatchResult;
import docimo.grading.Grade;
import java.util.Map;
import java.util.Set;

/**
 * A result of a batch as a flat JSON object: the answer's id, status and score first, then the rest
 * of the grade, then what was carried through. The grade's own id and time are left out, so that
 * the same input gives the same bytes.
 */
final class ResultRow {

  private static final Set<String> OF_ONE_GRADE = Set.of("id", "created_at");

  private ResultRow() {}

  static ObjectNode of(BatchResult result) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.put("row", result.row().number());
    row.put("answer_id", result.row().answerId());
    if (result instanceof BatchResult.Marked marked) {
      addGrade(row, marked.grade());
    } else if (result instanceof BatchResult.Failed failed) {
      row.put("status", "failed");
      row.putNull("score");
      row.set("reason", Json.tree(failed.failure()));
    }
    for (Map.Entry<String, Object> field : result.row().carried().entrySet()) {
      if (!row.has(field.getKey()) && field.getValue() instanceof JsonNode value) {
        row.set(field.getKey(), value);
      }
    }
    return row;
  }

  private static void addGrade(ObjectNode row, Grade grade) {
    ObjectNode tree = Json.tree(grade);
    row.set("status", tree.get("status"));
    JsonNode score = tree.get("score");
    row.set("score", share(score));
    row.set("band", score.path("band").isMissingNode() ? row.nullNode() : score.get("band"));
    row.set(
        "interval",
        score.path("interval").isMissingNode() ? row.nullNode() : score.get("interval"));
    for (Map.Entry<String, JsonNode> field : tree.properties()) {
      if (!OF_ONE_GRADE.contains(field.getKey()) && !row.has(field.getKey())) {
        row.set(field.getKey(), field.getValue());
      }
    }
  }

  /** The score as a share of the maximum, in [0, 1]; null when there is none. */
  private static JsonNode share(JsonNode score) {
    return score.isNull()
        ? score
        : JsonNodeFactory.instance.numberNode(
            score.get("given").asDouble() / score.get("maximum").asDouble());
  }
}

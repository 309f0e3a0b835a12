package docimo.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import docimo.batch.BatchResult;
import docimo.batch.BatchRow;
import docimo.grading.Answer;
import docimo.grading.Grade;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A result of a batch as a flat JSON object: the answer's id, status and score first, then the rest
 * of the grade, a hash of the answer to know it by, and what was carried through. The grade's own
 * id and time are left out, so that the same input gives the same bytes.
 */
final class ResultRow {

  private static final Set<String> OF_ONE_GRADE = Set.of("id", "created_at");

  private static final List<String> PARTS_OF_A_SCORE =
      List.of("band", "interval", "calibration", "limit");

  private ResultRow() {}

  static ObjectNode of(BatchResult result) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    BatchRow.Sent sent = result.row().sent();
    row.put("row", result.row().number());
    row.put("answer_id", result.row().answerId());
    if (result instanceof BatchResult.Marked marked) {
      addGrade(row, marked.grade());
    } else if (result instanceof BatchResult.Failed failed) {
      row.put("status", "failed");
      row.putNull("score");
      row.set("reason", Json.tree(failed.failure()));
      row.put("candidate_ref", sent.candidateRef());
      row.put("purpose", nameOf(sent.purpose()));
    }
    row.put("answer_sha256", sha256(sent.answer()));
    for (Map.Entry<String, Object> field : result.row().carried().entrySet()) {
      if (!row.has(field.getKey()) && field.getValue() instanceof JsonNode value) {
        row.set(field.getKey(), value);
      }
    }
    return row;
  }

  /** How a row begins, whatever became of it. */
  static String start(long number) {
    return "{\"row\":" + number + ",\"answer_id\":";
  }

  /** A purpose as results have it. */
  static @Nullable String nameOf(Answer.@Nullable Purpose purpose) {
    return purpose == null ? null : purpose.name().toLowerCase(Locale.ROOT);
  }

  /** SHA-256 of the answer as sent, in UTF-8, as 64 hexadecimal digits; null for no answer. */
  static @Nullable String sha256(@Nullable String answer) {
    if (answer == null) {
      return null;
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(Json.wellFormed(answer).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static void addGrade(ObjectNode row, Grade grade) {
    ObjectNode tree = Json.tree(grade);
    row.set("status", tree.get("status"));
    JsonNode score = tree.get("score");
    row.set("score", share(score));
    for (String part : PARTS_OF_A_SCORE) {
      row.set(part, score.has(part) ? score.get(part) : row.nullNode());
    }
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

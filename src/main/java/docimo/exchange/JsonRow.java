package docimo.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import docimo.batch.BatchRow;
import docimo.question.QuestionBank;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a batch as its input has it.
 *
 * @param place where it stands
 * @param text the row as JSON; null when it could not be read
 * @param problem why it could not be read; null when it could
 */
record JsonRow(RowPlace place, @Nullable String text, @Nullable String problem) {

  /** Reads what is in it. */
  BatchRow read(QuestionBank bank) {
    return read(bank, AnswerLimits.NONE);
  }

  /** Reads what is in it; beyond the limits it cannot be marked. */
  BatchRow read(QuestionBank bank, AnswerLimits limits) {
    if (text == null) {
      return place.broken(null, "unreadable_row", String.valueOf(problem));
    }
    try {
      JsonNode value = Json.read(text);
      if (!(value instanceof ObjectNode object)) {
        return place.broken(
            null, "invalid_json", "the row is JSON but no object; write {\"answer\": …}");
      }
      List<String> names = object.properties().stream().map(Map.Entry::getKey).toList();
      return AnswerRow.read(place, object, names, bank, limits);
    } catch (MalformedJsonException e) {
      return place.broken(
          null, "invalid_json", "the row is not valid JSON at column " + e.column());
    }
  }
}

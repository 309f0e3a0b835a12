package docimo.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import docimo.batch.BatchInput;
import docimo.batch.BatchRow;
import docimo.question.QuestionBank;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A batch with a JSON object a line; blank lines are no rows. */
final class JsonLinesInput implements BatchInput {

  private static final int LONGEST_LINE = 16 * 1024 * 1024;

  private final BoundedLines lines;
  private final QuestionBank bank;
  private long number;

  JsonLinesInput(InputStream in, QuestionBank bank) {
    this.lines = new BoundedLines(in, LONGEST_LINE);
    this.bank = bank;
  }

  @Override
  public @Nullable BatchRow next() throws IOException {
    for (BoundedLines.Line line = lines.next(); line != null; line = lines.next()) {
      String text = line.text();
      if (text == null) {
        return broken(line, "unreadable_row", String.valueOf(line.problem()));
      }
      if (!text.isBlank()) {
        return read(line, text);
      }
    }
    return null;
  }

  private BatchRow read(BoundedLines.Line line, String text) {
    try {
      JsonNode value = Json.read(text);
      if (!(value instanceof ObjectNode object)) {
        return broken(line, "invalid_json", "the row is JSON but no object; write {\"answer\": …}");
      }
      List<String> names = object.properties().stream().map(Map.Entry::getKey).toList();
      return AnswerRow.read(placeOf(line), object, names, bank);
    } catch (MalformedJsonException e) {
      return broken(line, "invalid_json", "the row is not valid JSON at column " + e.column());
    }
  }

  private BatchRow broken(BoundedLines.Line line, String code, String message) {
    return placeOf(line).broken(null, code, message);
  }

  private RowPlace placeOf(BoundedLines.Line line) {
    return new RowPlace(++number, line.number());
  }

  @Override
  public long bytesRead() {
    return lines.bytesRead();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}

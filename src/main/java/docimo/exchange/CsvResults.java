package docimo.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.siegmar.fastcsv.writer.CsvWriter;
import docimo.batch.BatchOutput;
import docimo.batch.BatchResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Results of a batch as CSV: the main columns, then what rows carry. Text that a spreadsheet would
 * take for a formula is made plain by a leading apostrophe; a number is none.
 */
final class CsvResults implements BatchOutput {

  private static final List<String> COLUMNS =
      List.of(
          "row",
          "answer_id",
          "status",
          "score",
          "band",
          "reason",
          "message",
          "question_id",
          "feedback",
          "doubt",
          "review",
          "flags");

  private final CsvWriter csv;

  /** Names that are carried, by the column that has them. */
  private final Map<String, String> carriedBy = new LinkedHashMap<>();

  CsvResults(Writer out, char separator, List<String> carried) throws IOException {
    this.csv = CsvWriter.builder().fieldSeparator(separator).bufferSize(0).build(out);
    for (String name : carried) {
      if (!name.equals("question_id")) { // which every result has
        carriedBy.put(columnOf(name, carried), name);
      }
    }
    List<String> header = new ArrayList<>(COLUMNS);
    carriedBy.keySet().forEach(column -> header.add(PlainCell.of(column)));
    write(header);
  }

  private static String columnOf(String name, List<String> carried) {
    String column = name;
    while (COLUMNS.contains(column) || (!column.equals(name) && carried.contains(column))) {
      column = "input_" + column;
    }
    return column;
  }

  @Override
  public void write(BatchResult result) throws IOException {
    JsonNode row = ResultRow.of(result);
    Map<String, Object> carried = result.row().carried();
    List<String> cells = new ArrayList<>();
    COLUMNS.forEach(column -> cells.add(text(cell(row, column))));
    for (String name : carriedBy.values()) {
      cells.add(carried.get(name) instanceof JsonNode value ? text(value) : "");
    }
    write(cells);
  }

  private void write(List<String> cells) throws IOException {
    try {
      csv.writeRecord(cells);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static JsonNode cell(JsonNode row, String column) {
    return switch (column) {
      case "reason" -> row.path("reason").path("code");
      case "message" -> row.path("reason").path("message");
      case "feedback" -> row.path("feedback").path("summary");
      case "doubt" -> row.path("review").path("doubt");
      case "review" -> codes(row.path("review").path("reasons"));
      case "flags" -> codes(row.path("flags"));
      case "question_id" ->
          row.has("question_id") ? row.get("question_id") : row.path("question").path("id");
      default -> row.path(column);
    };
  }

  /** The codes of reasons for a review or of flags, separated by blanks; nothing without any. */
  private static JsonNode codes(JsonNode coded) {
    StringJoiner codes = new StringJoiner(" ");
    coded.forEach(one -> codes.add(one.path("code").asText()));
    return JsonNodeFactory.instance.textNode(codes.toString());
  }

  private static String text(JsonNode value) {
    if (value.isTextual()) {
      return PlainCell.of(value.textValue());
    }
    return value.isNull() ? "" : value.asText();
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}

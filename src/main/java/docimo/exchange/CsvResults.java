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
import java.util.regex.Pattern;

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

  /** Also in full width, as spreadsheets take them too. */
  private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(?:[.,]\\d+)?");

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
    carriedBy.keySet().forEach(column -> header.add(plain(column)));
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
      return plain(value.textValue());
    }
    return value.isNull() ? "" : value.asText();
  }

  private static String plain(String text) {
    boolean isFormula =
        !text.isEmpty()
            && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
            && !NUMBER.matcher(text).matches();
    return isFormula ? "'" + text : text;
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}

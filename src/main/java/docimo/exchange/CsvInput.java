package docimo.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import docimo.batch.BatchInput;
import docimo.batch.BatchRow;
import docimo.question.QuestionBank;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A batch with a CSV row for each answer, under a header that names the fields as in JSON, in any
 * letter case and with spaces for underscores. A cell of references holds one; several key points
 * in one cell are separated by {@code |} or line ends. Values may be separated by commas,
 * semicolons or tabs.
 */
final class CsvInput implements BatchInput {

  private static final int LONGEST_FIELD = 16 * 1024 * 1024;
  private static final Set<String> IDS = Set.of("answer_id", "id", "question_id");
  private static final Pattern SPACED_SEPARATOR = Pattern.compile("\\s+\\|\\s+|\\R");
  private static final Pattern SEPARATOR = Pattern.compile("\\|");
  private static final String NO_CSV =
      "from the row after this on the file is not valid CSV; mend its quotation marks";

  private final CountingStream bytes;
  private final CsvReader<CsvRecord> csv;
  private final Iterator<CsvRecord> records;
  private final QuestionBank bank;
  private List<String> header = List.of();
  private @Nullable String headerProblem;
  private long number;
  private long line = 1;
  private boolean ended;

  /**
   * @param separator stands between values unless the header shows another one
   */
  CsvInput(InputStream in, char separator, QuestionBank bank) throws IOException {
    this.bytes = new CountingStream(in);
    BufferedReader text = CsvText.reader(new BufferedInputStream(bytes));
    this.csv =
        CsvReader.builder()
            .fieldSeparator(CsvText.separator(text, separator))
            .skipEmptyLines(true)
            .maxBufferSize(LONGEST_FIELD)
            .allowUnclosedQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text);
    this.records = csv.iterator();
    this.bank = bank;
    readHeader();
  }

  private void readHeader() {
    try {
      if (records.hasNext()) {
        CsvRecord first = records.next();
        line = first.getStartingLineNumber();
        header = first.getFields().stream().map(CsvInput::fieldOf).toList();
      }
    } catch (CsvParseException e) {
      headerProblem = "the header is not valid CSV; mend its quotation marks";
    }
    Set<String> seen = new HashSet<>();
    for (String name : header) {
      if (!name.isEmpty() && !seen.add(name)) {
        headerProblem = "the header has the same name twice; rename one of the columns";
      }
    }
  }

  /** What docimo reads goes by its own name, everything else by the name it was given. */
  private static String fieldOf(String column) {
    String name = column.strip();
    String field = name.toLowerCase(Locale.ROOT).replace(' ', '_');
    return AnswerRow.isRead(field) ? field : name;
  }

  @Override
  public @Nullable BatchRow next() throws IOException {
    if (ended) {
      return null;
    }
    if (headerProblem != null) {
      ended = true;
      return broken(null, "invalid_csv", headerProblem);
    }
    try {
      return records.hasNext() ? read(records.next()) : null;
    } catch (CsvParseException e) {
      // where one row stops being CSV nobody can tell where the next begins
      ended = true;
      return broken(null, "invalid_csv", NO_CSV);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private BatchRow read(CsvRecord row) {
    line = row.getStartingLineNumber();
    if (row.getFields().stream().anyMatch(CsvInput::isNoText)) {
      return broken(
          idOf(row), "unreadable_row", "the row is not UTF-8 text; save the file as UTF-8");
    }
    if (row.getFieldCount() != header.size()) {
      return broken(
          idOf(row),
          "invalid_csv",
          "the row has " + row.getFieldCount() + " fields, the header " + header.size());
    }
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < header.size(); i++) {
      put(object, header.get(i), row.getField(i));
    }
    return AnswerRow.read(place(), object, header, bank, AnswerLimits.NONE);
  }

  private static boolean isNoText(String cell) {
    return cell.indexOf(CsvText.NO_TEXT) >= 0;
  }

  /** The id in a row whose cells may have slipped: only ids, which never do, stand before it. */
  private @Nullable String idOf(CsvRecord row) {
    for (int i = 0; i < Math.min(header.size(), row.getFieldCount()); i++) {
      String name = header.get(i);
      String cell = row.getField(i);
      if (!IDS.contains(name) || isNoText(cell)) {
        return null;
      }
      boolean isTheId = name.equals("answer_id") || !header.contains("answer_id");
      if (isTheId && !name.equals("question_id") && !cell.isEmpty()) {
        return cell;
      }
    }
    return null;
  }

  private static void put(ObjectNode object, String name, String value) {
    if (name.equals("answer")) {
      object.put(name, value);
    } else if (name.isEmpty() || value.isEmpty()) {
      return;
    } else if (name.equals("key_points")) {
      Pattern separator = SPACED_SEPARATOR.matcher(value).find() ? SPACED_SEPARATOR : SEPARATOR;
      separator
          .splitAsStream(value)
          .filter(point -> !point.isBlank())
          .forEach(point -> object.withArray(name).add(point.strip()));
    } else if (name.equals("marked_answers")) {
      object.set(name, jsonOr(value));
    } else if (name.equals("references")) {
      object.putArray(name).add(value);
    } else {
      object.put(name, value);
    }
  }

  /** What JSON a cell holds; its text where it holds none, which is then refused as a field. */
  private static JsonNode jsonOr(String cell) {
    try {
      return Json.read(cell);
    } catch (MalformedJsonException e) {
      return TextNode.valueOf(cell);
    }
  }

  private BatchRow broken(@Nullable String answerId, String code, String message) {
    return place().broken(answerId, code, message);
  }

  private RowPlace place() {
    return new RowPlace(++number, line);
  }

  @Override
  public List<String> carriedNames() {
    return AnswerRow.carriedNames(header.stream().filter(name -> !name.isEmpty()).toList());
  }

  @Override
  public long bytesRead() {
    return bytes.count;
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }

  /** Counts the bytes that pass through. */
  private static final class CountingStream extends FilterInputStream {

    private long count;

    CountingStream(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int c = super.read();
      count += c < 0 ? 0 : 1;
      return c;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count += Math.max(0, read);
      return read;
    }
  }
}

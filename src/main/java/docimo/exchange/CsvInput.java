package docimo.exchange;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import docimo.batch.BatchInput;
import docimo.batch.BatchRow;
import docimo.question.QuestionBank;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A batch with a CSV row for each answer, under a header that names the fields as in JSON; several
 * key points in one cell are separated by {@code |}.
 */
final class CsvInput implements BatchInput {

  private static final int LONGEST_FIELD = 16 * 1024 * 1024;

  private final CountingStream bytes;
  private final CsvReader<CsvRecord> csv;
  private final Iterator<CsvRecord> records;
  private final QuestionBank bank;
  private List<String> header = List.of();
  private long number;
  private boolean ended;

  CsvInput(InputStream in, char separator, QuestionBank bank) throws IOException {
    this.bytes = new CountingStream(in);
    this.csv =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(true)
            .detectBomHeader(true)
            .maxBufferSize(LONGEST_FIELD)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(bytes);
    this.records = csv.iterator();
    this.bank = bank;
    if (records.hasNext()) {
      header = records.next().getFields().stream().map(String::strip).toList();
    }
  }

  @Override
  public @Nullable BatchRow next() throws IOException {
    if (ended) {
      return null;
    }
    try {
      return records.hasNext() ? read(records.next()) : null;
    } catch (CsvParseException | UncheckedIOException e) {
      // where one row stops being CSV nobody can tell where the next begins
      ended = true;
      return broken("from here on the file is not valid CSV; mend its quotation marks");
    }
  }

  private BatchRow read(CsvRecord row) {
    if (row.getFieldCount() != header.size()) {
      return broken("the row has " + row.getFieldCount() + " fields, the header " + header.size());
    }
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < header.size(); i++) {
      String value = row.getField(i);
      if (header.get(i).equals("key_points")) {
        List<String> points = new ArrayList<>();
        for (String point : value.split("\\|")) {
          if (!point.isBlank()) {
            points.add(point.strip());
          }
        }
        points.forEach(object.withArray("key_points")::add);
      } else if (!value.isEmpty() || header.get(i).equals("answer")) {
        object.put(header.get(i), value);
      }
    }
    return AnswerRow.read(++number, object, bank);
  }

  private BatchRow broken(String message) {
    return new BatchRow.Broken(++number, null, "invalid_csv", message, Map.of());
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

package docimo.exchange;

import docimo.batch.BatchInput;
import docimo.batch.BatchRow;
import docimo.question.QuestionBank;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A batch with a JSON object a line; blank lines are no rows. */
final class JsonLinesInput implements BatchInput {

  private final JsonRows rows;
  private final QuestionBank bank;

  JsonLinesInput(InputStream in, QuestionBank bank) {
    this.rows = new JsonLineRows(in);
    this.bank = bank;
  }

  @Override
  public @Nullable BatchRow next() throws IOException {
    JsonRow row = rows.next();
    return row == null ? null : row.read(bank);
  }

  @Override
  public long bytesRead() {
    return rows.bytesRead();
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}

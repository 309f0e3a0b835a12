package docimo.exchange;

import docimo.batch.BatchInput;
import docimo.batch.BatchRow;
import docimo.exchange.BrokenBodyException.Reason;
import docimo.question.QuestionBank;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Rows to mark that somebody sends, read while they come: the rows of {@code docimo batch}, as JSON
 * lines or as the items of an array. Used by one thread.
 */
public final class SentRows implements Closeable {

  private static final int BUFFER = 1 << 16;

  /** How rows are written. */
  public enum Format {
    /** A JSON object a line. */
    LINES,
    /** The items of one array. */
    ARRAY
  }

  /**
   * How much is taken at once.
   *
   * @param rows how many rows, at least 1
   * @param bytes how many bytes, at least 1
   * @param answers how much of each answer
   */
  public record Most(int rows, long bytes, AnswerLimits answers) {}

  private final JsonRows rows;
  private final QuestionBank bank;
  private final Most most;
  private long number;
  private boolean ended;

  private SentRows(JsonRows rows, QuestionBank bank, Most most) {
    this.rows = rows;
    this.bank = bank;
    this.most = most;
  }

  /**
   * Begins to read.
   *
   * @param in closed with the rows
   * @param bank has the questions that rows name by id
   */
  public static SentRows open(Format format, InputStream in, QuestionBank bank, Most most) {
    CountedStream counted = new CountedStream(in, most.bytes());
    return new SentRows(
        format == Format.ARRAY
            ? new JsonArrayRows(counted)
            : new JsonLineRows(new BufferedInputStream(counted, BUFFER)),
        bank,
        most);
  }

  /** A row as it was sent, and what was read in it. */
  record Sent(JsonRow sent, BatchRow row) {}

  /**
   * The next row; null after the last one, however often it is asked for.
   *
   * @throws BrokenBodyException when the rows cannot be read on
   * @throws InvalidFieldException when there are no rows but another document
   */
  @Nullable Sent next() {
    JsonRow row = ended ? null : nextRow();
    if (row == null) {
      ended = true;
      return null;
    }
    if (++number > most.rows()) {
      throw broken(
          Reason.TOO_MANY_ROWS,
          "a batch may have " + most.rows() + " rows at most; send the others in another one");
    }
    return new Sent(row, row.read(bank, most.answers()));
  }

  private @Nullable JsonRow nextRow() {
    try {
      return rows.next();
    } catch (MalformedJsonException e) {
      throw broken(Reason.MALFORMED_JSON, "the body is " + e.getMessage() + "; mend it there");
    } catch (CountedStream.TooLargeException e) {
      throw broken(
          Reason.BODY_TOO_LARGE,
          e.isRow()
              ? "a row may have " + JsonLineRows.LONGEST_LINE + " bytes at most; shorten it"
              : "a batch may have "
                  + most.bytes()
                  + " bytes at most; send the other rows in another one");
    } catch (IOException e) {
      throw broken(
          Reason.INCOMPLETE_BODY,
          "the body ended before all of it had come; send the other rows again");
    }
  }

  private static BrokenBodyException broken(Reason reason, String message) {
    return new BrokenBodyException(reason, message);
  }

  /**
   * The rows as a batch that can be broken off in the middle: a last row that failed then says why.
   * Where nothing could be read at all, {@link BatchInput#next} throws {@link BrokenBodyException}
   * instead.
   *
   * @param stopping says whether to take no more rows
   */
  public BatchInput asBatch(BooleanSupplier stopping) {
    return new Streamed(stopping);
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }

  private final class Streamed implements BatchInput {

    private final BooleanSupplier stopping;
    private boolean over;

    private Streamed(BooleanSupplier stopping) {
      this.stopping = stopping;
    }

    @Override
    public @Nullable BatchRow next() {
      if (over) {
        return null;
      }
      try {
        if (stopping.getAsBoolean()) {
          throw broken(
              Reason.SERVICE_STOPPING, "the service stops; send the other rows again later");
        }
        Sent sent = SentRows.this.next();
        return sent == null ? null : sent.row();
      } catch (BrokenBodyException e) {
        if (number == 0) {
          throw e;
        }
        over = true;
        return last(e);
      }
    }

    private BatchRow last(BrokenBodyException e) {
      return new BatchRow.Broken(
          e.reason() == Reason.TOO_MANY_ROWS ? number : number + 1,
          null,
          BatchRow.Sent.NOTHING,
          e.reason().name().toLowerCase(Locale.ROOT),
          String.valueOf(e.getMessage()),
          Map.of());
    }

    @Override
    public boolean isReady() throws IOException {
      return over || rows.isReady();
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
}

package docimo.api;

import docimo.batch.BatchInput;
import docimo.batch.BatchRow;
import docimo.exchange.BatchFiles;
import docimo.question.Question;
import docimo.question.QuestionBank;
import docimo.question.Rule;
import docimo.screening.InvalidValueException;
import docimo.screening.NewAnswer;
import docimo.screening.RowProblem;
import docimo.screening.UploadRow;
import io.javalin.http.Context;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of an upload while they come, a few hundred at a time: {@code candidate_ref},
 * {@code question_id}, {@code answer}, perhaps {@code attempt} and {@code label}. A row that cannot
 * be read is passed on as a problem. Used by one thread.
 */
final class UploadBody implements Closeable {

  private static final int ROWS = 500;
  private static final long CHARACTERS = 4L << 20;
  private static final int LONGEST_ANSWER = 1 << 20;
  private static final Pattern CHARSET =
      Pattern.compile(".*;\\s*charset\\s*=\\s*\"?utf-8\"?.*", Pattern.CASE_INSENSITIVE);

  /** Which questions a screening asks is for the job to say. */
  private static final QuestionBank ANY =
      new QuestionBank() {
        @Override
        public Optional<Question> find(String id) {
          return id.isBlank()
              ? Optional.empty()
              : Optional.of(new Question(id, "", List.of(), List.of(), Rule.ALL, "by id"));
        }

        @Override
        public List<Question> all() {
          return List.of();
        }
      };

  private final BatchInput input;
  private long number;

  private UploadBody(BatchInput input) {
    this.input = input;
  }

  /**
   * Checks that the body has rows, before anything is kept.
   *
   * @throws RequestException when the media type is another one
   */
  static void requireRows(Context ctx) {
    String type = mediaType(ctx);
    String charset = ctx.header("Content-Type");
    boolean utf8 =
        charset == null
            || !charset.toLowerCase(Locale.ROOT).contains("charset")
            || CHARSET.matcher(charset).matches();
    if (!isCsv(type) && !isJsonLines(type)) {
      throw unsupported("An upload has the Content-Type text/csv or application/x-ndjson");
    }
    if (!utf8) {
      throw unsupported("An upload is sent in UTF-8; the request has another charset");
    }
  }

  /**
   * Begins to read.
   *
   * @throws IOException when the beginning cannot be read
   */
  static UploadBody open(Context ctx) throws IOException {
    String name = isCsv(mediaType(ctx)) ? "upload.csv" : "upload.jsonl";
    return new UploadBody(BatchFiles.open(name, ctx.req().getInputStream(), ANY));
  }

  /** Passes over rows that are kept already. */
  void skip(long rows) throws IOException {
    while (number < rows && input.next() != null) {
      number++;
    }
  }

  /** The next rows; none after the last. */
  List<UploadRow> next() throws IOException {
    List<UploadRow> rows = new ArrayList<>();
    long characters = 0;
    while (rows.size() < ROWS && characters < CHARACTERS) {
      BatchRow read = input.next();
      if (read == null) {
        return rows;
      }
      UploadRow row = row(number++, read);
      NewAnswer answer = row.answer();
      characters += answer == null ? 0 : answer.text().length();
      rows.add(row);
    }
    return rows;
  }

  @Override
  public void close() throws IOException {
    input.close();
  }

  private static UploadRow row(long number, BatchRow read) {
    if (read instanceof BatchRow.Broken broken) {
      return problem(number, broken.code(), broken.message());
    }
    BatchRow.Markable row = (BatchRow.Markable) read;
    String candidate = row.answer().candidateRef();
    if (row.question().topic() == null) {
      return problem(number, "question_id_missing", "the row has no 'question_id'; add it");
    }
    if (candidate == null) {
      return problem(number, "candidate_ref_missing", "the row has no 'candidate_ref'; add it");
    }
    if (row.answer().text().length() > LONGEST_ANSWER) {
      return problem(
          number,
          "answer_too_long",
          "the answer is longer than " + LONGEST_ANSWER + " characters; shorten it");
    }
    try {
      return new UploadRow(
          number,
          new NewAnswer(
              candidate,
              carried(row, "label"),
              row.question().id(),
              carried(row, "attempt"),
              row.answer().text()),
          null);
    } catch (InvalidValueException e) {
      return problem(number, "invalid_field", String.valueOf(e.getMessage()));
    }
  }

  private static @Nullable String carried(BatchRow.Markable row, String name) {
    Object value = row.carried().get(name);
    if (value instanceof com.fasterxml.jackson.databind.JsonNode node) {
      String text = node.asText();
      return node.isNull() || text.isBlank() ? null : text;
    }
    return value == null ? null : value.toString();
  }

  private static UploadRow problem(long number, String code, String message) {
    return new UploadRow(number, null, new RowProblem(number, code, message));
  }

  private static String mediaType(Context ctx) {
    String type = ctx.header("Content-Type");
    return type == null ? "" : type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
  }

  private static boolean isCsv(String type) {
    return type.equals("text/csv");
  }

  private static boolean isJsonLines(String type) {
    return type.equals("application/x-ndjson") || type.equals("application/jsonl");
  }

  private static RequestException unsupported(String detail) {
    return new RequestException(
        Problem.of(415, "unsupported-media-type", "Send CSV or JSON lines", detail));
  }
}

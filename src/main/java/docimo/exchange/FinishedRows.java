package docimo.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import docimo.batch.BatchInput;
import docimo.batch.BatchRow;
import docimo.grading.Grade;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The results that an interrupted batch left behind. */
final class FinishedRows {

  private static final String REMEDY = "; give the input they were made from, or another --output";

  private final Path results;
  private final BatchInput rows;
  private final Grade.Versions current;
  private long count;
  private long end;

  private FinishedRows(Path results, BatchInput rows, Grade.Versions current) {
    this.results = results;
    this.rows = rows;
    this.current = current;
  }

  /**
   * Passes over the rows of an input that have a result, and cuts a half-written last result off.
   *
   * @return how many rows have a result
   * @param current what makes marks now
   * @throws ResumeException when the results are not those of this input, were made by another
   *     version of docimo, or are no results at all; the file stays as it is
   */
  static long skip(Path results, BatchInput rows, Grade.Versions current) throws IOException {
    if (!Files.exists(results)) {
      return 0;
    }
    FinishedRows finished = new FinishedRows(results, rows, current);
    finished.passOver();
    try (FileChannel file = FileChannel.open(results, StandardOpenOption.WRITE)) {
      file.truncate(finished.end);
    }
    return finished.count;
  }

  private void passOver() throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(results))) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      long at = 0;
      for (int c = in.read(); c >= 0; c = in.read()) {
        at++;
        if (c == '\n') {
          require(line.toString(StandardCharsets.UTF_8));
          line.reset();
          end = at;
        } else {
          line.write(c);
          if (line.size() == ResultRow.start(count + 1).length()) {
            requireStart(line);
          }
        }
      }
      requireStart(line);
    }
  }

  /** Whoever named a file that is something else wants it back whole. */
  private void requireStart(ByteArrayOutputStream line) {
    String start = ResultRow.start(count + 1);
    if (!start.startsWith(line.toString(StandardCharsets.ISO_8859_1))
        && line.size() <= start.length()) {
      throw noResults();
    }
  }

  private ResumeException noResults() {
    return new ResumeException(results + " does not hold results of a batch" + REMEDY);
  }

  /** Refuses a result that is not the next row's. */
  private void require(String line) throws IOException {
    JsonNode result = parse(line);
    count++;
    BatchRow row = rows.next();
    if (row == null) {
      throw new ResumeException(
          results + " has more results than the input has rows, " + (count - 1) + REMEDY);
    }
    if (!isOf(row, result)) {
      throw new ResumeException(
          "result " + count + " of " + results + " is not that of row " + count + REMEDY);
    }
    requireCurrent(result.path("versions"));
  }

  /** Marks of two versions in one file could not be compared. */
  private void requireCurrent(JsonNode versions) {
    if (versions.isMissingNode()) {
      return; // not marked
    }
    String service = versions.path("service").asText();
    String scorer = versions.path("scorer").asText();
    if (!service.equals(current.service()) || !scorer.equals(current.scorer())) {
      throw new ResumeException(
          "result %d of %s was made by docimo %s with scorer %s, and this is %s with %s"
                  .formatted(count, results, service, scorer, current.service(), current.scorer())
              + "; mark all rows again without --resume, or go on with that version");
    }
    String policy = versions.path("review_policy").asText();
    if (!policy.equals(current.reviewPolicy())) {
      throw new ResumeException(
          "result %d of %s was made with the review policy %s, and this is %s"
                  .formatted(count, results, policy, current.reviewPolicy())
              + "; mark all rows again without --resume, or give the same --review-policy");
    }
  }

  private JsonNode parse(String line) {
    try {
      return Json.read(line);
    } catch (MalformedJsonException e) {
      throw noResults();
    }
  }

  private boolean isOf(BatchRow row, JsonNode result) {
    return result.path("row").asLong() == count
        && Objects.equals(asWritten(row.answerId()), result.path("answer_id").textValue())
        && isOf(row.sent(), result)
        && becameOf(row, result);
  }

  private static boolean isOf(BatchRow.Sent sent, JsonNode result) {
    return Objects.equals(ResultRow.sha256(sent.answer()), result.path("answer_sha256").textValue())
        && Objects.equals(asWritten(sent.candidateRef()), result.path("candidate_ref").textValue())
        && Objects.equals(ResultRow.nameOf(sent.purpose()), result.path("purpose").textValue());
  }

  /** A question that was changed in between would make marks of two kinds in one file. */
  private static boolean becameOf(BatchRow row, JsonNode result) {
    String code = result.path("reason").path("code").textValue();
    if (row instanceof BatchRow.Broken broken) {
      return broken.code().equals(code);
    }
    JsonNode question = result.path("question");
    return question.isMissingNode()
        ? "internal_error".equals(code)
        : row instanceof BatchRow.Markable markable
            && markable.question().revision().equals(question.path("revision").textValue());
  }

  private static @Nullable String asWritten(@Nullable String text) {
    return text == null ? null : Json.wellFormed(text);
  }
}

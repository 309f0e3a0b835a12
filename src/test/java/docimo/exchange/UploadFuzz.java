package docimo.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import docimo.screening.UploadRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

/** Any bytes as an upload: each row is an answer or a problem, and rows count from 0. */
final class UploadFuzz {

  private static final List<String> NAMES = List.of("upload.csv", "upload.tsv", "upload.jsonl");

  @FuzzTest(maxDuration = "3m")
  void everyRowIsAnAnswerOrAProblem(byte[] file) throws IOException {
    for (String name : NAMES) {
      long number = 0;
      try (UploadRows rows = UploadRows.open(name, new ByteArrayInputStream(file))) {
        for (List<UploadRow> next = rows.next(); !next.isEmpty(); next = rows.next()) {
          for (UploadRow row : next) {
            assertThat(row.number()).isEqualTo(number++);
            assertThat((row.answer() == null) != (row.problem() == null)).isTrue();
          }
        }
      }
    }
  }
}

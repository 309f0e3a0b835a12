package docimo.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import docimo.batch.BatchInput;
import docimo.grading.Grade;
import docimo.question.InMemoryQuestionBank;
import docimo.question.Question;
import docimo.question.QuestionBank;
import docimo.question.Rule;
import docimo.testing.TestApplication;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResumeTest {

  /** Rows of each kind: marked, not markable, broken, without an id, with letters of many bytes. */
  private static final String INPUT =
      """
      {"answer_id":"a","question_id":"cache","answer":"It keeps copies of slow data close by."}
      {"answer_id":"b","question_id":"cache","answer":""}
      {"answer_id":"c","question_id":"nothing","answer":"It keeps copies."}
      no JSON at all

      {"question_id":"cache","answer":"Caf\u00E9 data \uD83D\uDE00 is copied into fast memory.","n":[1]}
      {"answer_id":"\\ud800","reference":"Bread is baked.","answer":"Somebody bakes the bread."}
      {"id":7,"question":"Why bake?","reference":"Bread is baked to keep.","answer":"To keep."}
      """;

  private static final Grade.Versions CURRENT = TestApplication.shared().versions();

  @TempDir private Path folder = Path.of("");

  @Test
  void runThatWasCutAnywhereEndsWithTheSameBytes() throws IOException {
    byte[] input = INPUT.getBytes(StandardCharsets.UTF_8);
    String whole = BatchRows.results("in.jsonl", input);
    byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
    assertThat(whole.lines()).hasSize(7);

    for (int cut : cuts(bytes)) {
      Path file = Files.write(folder.resolve("out.jsonl"), Arrays.copyOf(bytes, cut));
      resume(file, input, BatchRows.BANK);

      assertThat(Files.readString(file)).as("cut at byte " + cut).isEqualTo(whole);
    }
  }

  /** All around the ends of rows, and at steps in between. */
  private static Set<Integer> cuts(byte[] bytes) {
    Set<Integer> cuts = new TreeSet<>(List.of(0, bytes.length));
    for (int at = 0; at < bytes.length; at++) {
      if (bytes[at] == '\n') {
        cuts.addAll(List.of(at - 1, at, at + 1, Math.min(at + 2, bytes.length)));
      }
      if (at % 257 == 0 || bytes[at] < 0) {
        cuts.add(at);
      }
    }
    return cuts;
  }

  @Test
  void csvInputIsGoneOnWithToo() throws IOException {
    byte[] input =
        "id,question_id,answer\n1,cache,\"copies\nof data\"\n2,cache\n3,cache,fast memory\n"
            .getBytes(StandardCharsets.UTF_8);
    String whole = BatchRows.results("in.csv", input);
    Path file = write(whole.substring(0, whole.indexOf('\n') + 5));

    try (BatchInput rows = BatchFiles.open("in.csv", stream(input), BatchRows.BANK)) {
      assertThat(BatchFiles.skipFinished(file, rows, CURRENT)).isEqualTo(1);
      append(file, rows);
    }

    assertThat(Files.readString(file)).isEqualTo(whole);
  }

  @Test
  void withoutResultsEverythingIsStillToDo() throws IOException {
    Path file = folder.resolve("none.jsonl");

    resume(file, INPUT.getBytes(StandardCharsets.UTF_8), BatchRows.BANK);

    assertThat(Files.readString(file))
        .isEqualTo(BatchRows.results("in.jsonl", INPUT.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void resultsOfAnotherInputAreRefused() throws IOException {
    assertRefused(
        INPUT.replace("\"answer_id\":\"b\"", "\"answer_id\":\"z\""),
        "result 2 of ",
        " is not that of row 2");
  }

  @Test
  void resultsOfTheSameRowsInAnotherOrderAreRefused() throws IOException {
    List<String> lines = INPUT.lines().toList();

    assertRefused(
        String.join("\n", lines.get(1), lines.get(0), lines.get(2)), "is not that of row 1");
  }

  @Test
  void resultsOfALongerInputAreRefused() throws IOException {
    assertRefused(
        INPUT.lines().findFirst().orElseThrow(), " has more results than the input has rows, 1");
  }

  @Test
  void resultsForAChangedReferenceAreRefused() throws IOException {
    assertRefused(
        INPUT.replace("Bread is baked to keep.", "Bread is baked for taste."),
        "is not that of row 7");
  }

  @Test
  void resultsForAChangedAnswerAreRefused() throws IOException {
    assertRefused(INPUT.replace("slow data close by", "slow data"), "is not that of row 1");
    assertRefused(INPUT.replace("It keeps copies.", "It keeps."), "is not that of row 3");
  }

  @Test
  void resultsForAnotherPurposeOrCandidateAreRefused() throws IOException {
    String answer = "\"answer\":\"It keeps copies of slow";
    assertRefused(
        INPUT.replace(answer, "\"purpose\":\"screening\"," + answer), "is not that of row 1");
    assertRefused(
        INPUT.replace(answer, "\"candidate_ref\":\"c\"," + answer), "is not that of row 1");
  }

  @Test
  void resultsOfAnotherVersionAreRefused() throws IOException {
    byte[] input = INPUT.getBytes(StandardCharsets.UTF_8);
    String results = BatchRows.results("in.jsonl", input);
    for (String field : List.of("service", "scorer")) {
      String other =
          results.replaceFirst("\"" + field + "\":\"[^\"]*\"", "\"" + field + "\":\"other-1\"");
      Path file = write(other);

      assertThatThrownBy(() -> resume(file, input, BatchRows.BANK))
          .as(field)
          .isInstanceOf(ResumeException.class)
          .hasMessageContainingAll("result 1 of ", "other-1", CURRENT.service(), CURRENT.scorer())
          .hasMessageContaining("without --resume");
      assertThat(file).hasContent(other);
    }
  }

  @Test
  void resultsOfAnotherReviewPolicyAreRefused() throws IOException {
    byte[] input = INPUT.getBytes(StandardCharsets.UTF_8);
    String other =
        BatchRows.results("in.jsonl", input)
            .replaceFirst("\"review_policy\":\"[^\"]*\"", "\"review_policy\":\"other-1\"");
    Path file = write(other);

    assertThatThrownBy(() -> resume(file, input, BatchRows.BANK))
        .isInstanceOf(ResumeException.class)
        .hasMessageContainingAll("result 1 of ", "other-1", CURRENT.reviewPolicy())
        .hasMessageContaining("give the same --review-policy");
    assertThat(file).hasContent(other);
  }

  @Test
  void resultsForAChangedBankAreRefused() throws IOException {
    QuestionBank changed =
        new InMemoryQuestionBank(
            List.of(
                new Question(
                    "cache",
                    "What does a cache do?",
                    List.of("A cache remembers what was computed."),
                    List.of(),
                    Rule.ALL,
                    null)));

    assertRefused(INPUT, changed, "is not that of row 1");
  }

  @Test
  void resultsFromBeforeAQuestionWasAddedToTheBankAreRefused() throws IOException {
    List<Question> questions = new ArrayList<>(BatchRows.BANK.all());
    questions.add(
        new Question("nothing", "What?", List.of("That one."), List.of(), Rule.ALL, null));

    assertRefused(INPUT, new InMemoryQuestionBank(questions), "is not that of row 3");
  }

  @Test
  void rowThatMadeDocimoFailKeepsItsResult() throws IOException {
    String first = INPUT.lines().findFirst().orElseThrow();
    String failed =
        "{\"row\":1,\"answer_id\":\"a\",\"status\":\"failed\",\"score\":null,"
            + "\"reason\":{\"code\":\"internal_error\",\"message\":\"\"},"
            + "\"purpose\":\"practice\",\"answer_sha256\":\""
            + "5d83802f659c3f0eb431e4bf1b8634a90efcce2a803d277842906c7217e16f15\"}\n";
    Path file = write(failed);

    resume(file, first.getBytes(StandardCharsets.UTF_8), BatchRows.BANK);

    assertThat(Files.readString(file)).isEqualTo(failed);
  }

  @Test
  void fileThatHoldsNoResultsIsRefusedAndStaysAsItIs() throws IOException {
    String first =
        BatchRows.results("in.jsonl", INPUT.getBytes(StandardCharsets.UTF_8))
            .lines()
            .findFirst()
            .orElseThrow();
    List<String> others =
        List.of(
            "my notes\n",
            "\n",
            "[]\n",
            "{}\n",
            "{\"row\":\"x\"}\n",
            "my notes",
            "[",
            "{}",
            "{\"row\":\"x\"}",
            "{\"row\":2,\"answer_id\":\"b\"",
            "\u20AC".repeat(20),
            first + "\nmy notes");
    for (String other : others) {
      Path file = write(other);

      assertThatThrownBy(() -> resume(file, INPUT.getBytes(StandardCharsets.UTF_8), BatchRows.BANK))
          .as(other)
          .isInstanceOf(ResumeException.class)
          .hasMessageContaining("out.jsonl");
      assertThat(Files.readString(file)).isEqualTo(other);
    }
  }

  private void assertRefused(String input, String... problem) throws IOException {
    assertRefused(input, BatchRows.BANK, problem);
  }

  private void assertRefused(String input, QuestionBank bank, String... problem)
      throws IOException {
    // with a half-written last row, which must not be cut off either
    String results =
        BatchRows.results("in.jsonl", INPUT.getBytes(StandardCharsets.UTF_8)) + "{\"row\":";
    Path file = write(results);

    assertThatThrownBy(() -> resume(file, input.getBytes(StandardCharsets.UTF_8), bank))
        .isInstanceOf(ResumeException.class)
        .hasMessageContainingAll(problem)
        .hasMessageEndingWith("; give the input they were made from, or another --output");
    assertThat(Files.readString(file)).isEqualTo(results);
  }

  private static void resume(Path results, byte[] input, QuestionBank bank) throws IOException {
    try (BatchInput rows = BatchFiles.open("in.jsonl", stream(input), bank)) {
      BatchFiles.skipFinished(results, rows, CURRENT);
      append(results, rows);
    }
  }

  private static void append(Path results, BatchInput rows) throws IOException {
    try (Writer writer =
        Files.newBufferedWriter(results, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      BatchRows.mark(rows, BatchFiles.jsonLines(writer));
    }
  }

  private Path write(String content) throws IOException {
    return Files.writeString(folder.resolve("out.jsonl"), content);
  }

  private static ByteArrayInputStream stream(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }
}

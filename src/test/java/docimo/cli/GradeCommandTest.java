package docimo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import docimo.exchange.Json;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class GradeCommandTest {

  private static final String ANSWER = "Yeast makes gas.";

  @TempDir private Path folder = Path.of("");
  private String bank = "";

  @BeforeEach
  void writeBank() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("bread.md"),
            """
            ## What makes bread rise?

            <!-- id: rising -->

            Yeast makes gas from sugar. The gluten of the dough holds the gas.

            ### Key points

            - yeast makes gas
            - gluten holds the gas
            """);
    bank = file.toString();
  }

  @Test
  void markIsForPeopleToRead() {
    String out = grade(ANSWER).isDone().out();

    assertThat(out)
        .startsWith("What makes bread rise?\n\nMark ")
        .containsPattern("Mark \\d+\\.\\d\\d of \\d+  \\[#+\\.+\\]  \\w+")
        .containsPattern("\nMost people would give [01]\\.\\d\\d to [01]\\.\\d\\d\n")
        .containsPattern("\\[x] yeast makes gas\n      said: Yeast.*gas\n")
        .containsPattern("\\[[ ~]] gluten holds the gas");
    assertThat(out.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
  }

  @Test
  void componentsThatArePrintedAddUpToTheMark() {
    String out = grade(ANSWER).isDone().out();
    double sum =
        out.lines()
            .filter(line -> line.matches("\\w+ +\\d\\.\\d{4} x \\d\\.\\d{4} = \\d\\.\\d{4}"))
            .mapToDouble(line -> Double.parseDouble(line.replaceFirst(".*= ", "")))
            .sum();
    double mark =
        Double.parseDouble(
            out.lines()
                .filter(line -> line.startsWith("Mark "))
                .findFirst()
                .orElseThrow()
                .split(" ")[1]);

    assertThat(mark).isPositive().isCloseTo(sum, within(0.0051));
  }

  @Test
  void jsonIsOneDocumentWithTheGrade() {
    String out =
        Cli.run("grade", "--bank", bank, "--question", "rising", "--answer", ANSWER, "--json")
            .isDone()
            .out();
    JsonNode grade = Json.read(out);

    assertThat(out).endsWith("}\n").hasLineCount(1);
    assertThat(grade.get("status").asText()).isEqualTo("graded");
    assertThat(grade.get("question").get("id").asText()).isEqualTo("rising");
    assertThat(grade.get("score").get("given").asDouble()).isPositive();
    assertThat(grade.get("key_points")).hasSize(2);
    assertThat(grade.get("key_points").get(0).get("verdict").asText()).isEqualTo("covered");
    assertThat(grade.get("id").asText()).isNotBlank();
  }

  @Test
  void thePolicySaysWhoseMarksAPersonLooksAtFirst() throws IOException {
    Path strict =
        Files.writeString(
            folder.resolve("review.properties"),
            "wide_interval.width = 0.1\nwide_interval.reach = 0.01\n");

    assertThat(grade(ANSWER).isDone().out()).contains("\nNo need for a person to look first\n");
    assertThat(grade(ANSWER, "--review-policy", strict.toString()).isDone().out())
        .containsPattern(
            "(?s)\nA person should look first:\n  - People may give anything from .*\\[x]");
  }

  @Test
  void aBadPolicyIsToldInFull() throws IOException {
    Path bad =
        Files.writeString(folder.resolve("bad.properties"), "high_flag = maybe\nwidth = 1\n");

    grade(ANSWER, "--review-policy", bad.toString())
        .hasFailedSaying(
            "bad.properties: there is no key 'width'", "high_flag is 'maybe'; write on or off");
    grade(ANSWER, "--review-policy", bad + "x").hasFailedSaying("there is no file ");
  }

  @Test
  void missingPointsSayWhatTheyWouldAdd() {
    assertThat(grade(ANSWER).isDone().out())
        .containsPattern("\\[[ ~]] gluten holds the gas \\(\\+0\\.\\d\\d if said\\)\n");
  }

  @Test
  void answerThatCannotBeMarkedSaysWhy() {
    assertThat(grade("").isDone().out()).contains("No mark: ").doesNotContain("Mark 0");
  }

  @Test
  void answerComesFromStandardInput() {
    Cli call =
        Cli.runWithInput(
            (ANSWER + "\n").getBytes(StandardCharsets.UTF_8),
            "grade",
            "--bank",
            bank,
            "--question",
            "rising",
            "--answer",
            "-");

    assertThat(call.isDone().out()).contains("[x] yeast makes gas");
  }

  /** A pipe has no position and no size, and says so when it is asked. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void answerComesFromAPipe() throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Process writer =
        new ProcessBuilder("sh", "-c", "printf 'Yeast makes gas.' > \"$0\"", pipe.toString())
            .start();

    try (InputStream in = new FileInputStream(pipe.toFile())) {
      Cli call = Cli.call(in, "grade", "--bank", bank, "--question", "rising", "--answer", "-");

      assertThat(call.isDone().out()).contains("[x] yeast makes gas");
    } finally {
      writer.destroy();
    }
  }

  @Test
  void controlCharactersOfAnAnswerNeverReachTheTerminal() {
    assertThat(grade("\u001B[2JYeast makes\u0007 gas \u001B]0;title\u0007.").isDone().out())
        .doesNotContainPattern("[\\p{Cc}&&[^\\n]]");
  }

  @Test
  void screeningDoesNotGiveTheKeyAwayInItsFeedback() {
    Cli call =
        Cli.run(
            "grade",
            "--bank",
            bank,
            "--question",
            "rising",
            "--answer",
            ANSWER,
            "--purpose",
            "screening");

    assertThat(call.isDone().out().lines().filter(line -> !line.startsWith("[")))
        .noneSatisfy(line -> assertThat(line).contains("gluten"));
  }

  @Test
  void bundledBankIsTakenWithoutAnOther() {
    assertThat(
            Cli.run("grade", "--question", "autoencoders", "--answer", "It copies its input.")
                .isDone()
                .out())
        .containsIgnoringCase("autoencoder");
  }

  @Test
  void unknownQuestionSaysWhereTheIdsAre() {
    Cli.run("grade", "--bank", bank, "--question", "sinking", "--answer", ANSWER)
        .hasFailedSaying("no question with the id 'sinking'", "'docimo bank list' shows the ids");
  }

  @Test
  void bankThatIsNotThereSaysSo() {
    Cli.run("grade", "--bank", bank + "x", "--question", "rising", "--answer", ANSWER)
        .hasFailedSaying("bread.mdx: there is no such file; check the path");
  }

  private Cli grade(String answer, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of("grade", "--bank", bank, "--question", "rising", "--answer", answer));
    args.addAll(List.of(more));
    return Cli.run(args.toArray(String[]::new));
  }
}

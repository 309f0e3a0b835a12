package docimo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import docimo.exchange.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BatchCommandTest {

  private static final String ROWS =
      """
      {"answer_id":"a","question":"What makes bread rise?","reference":"Yeast makes gas.","answer":"Gas of the yeast."}
      {"answer_id":"b","question_id":"autoencoders","answer":"It is trained to copy its input."}
      {"answer_id":"c","question_id":"no-such","answer":"It rises."}
      {"answer_id":"d",
      {"answer_id":"e","question_id":"autoencoders","answer":""}
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void everyRowHasAResultInOrderAndTheSummaryCountsThem() throws IOException {
    String out = path("out.jsonl");
    Cli call = Cli.run("batch", write("in.jsonl", ROWS), "--output", out).isDone();

    assertThat(Files.readAllLines(Path.of(out)))
        .extracting(line -> Json.read(line).path("answer_id").asText(""))
        .containsExactly("a", "b", "c", "", "e");
    assertThat(Files.readAllLines(Path.of(out)))
        .extracting(line -> Json.read(line).path("status").asText(""))
        .containsExactly("graded", "needs_review", "failed", "failed", "not_gradable");
    assertThat(call.out()).isEmpty();
    assertThat(call.err())
        .isEqualTo("5 rows: 2 graded (1 for a person to look at), 1 not gradable, 2 failed\n");
  }

  @Test
  void withoutAnOutputTheResultsGoToStandardOutputAndNothingElseDoes() throws IOException {
    Cli call =
        Cli.runWithInput(ROWS.getBytes(StandardCharsets.UTF_8), "batch", "-", "--json").isDone();

    assertThat(call.lines())
        .hasSize(5)
        .allSatisfy(line -> assertThat(Json.read(line).isObject()).isTrue());
    assertThat(Json.read(call.err()))
        .isEqualTo(
            Json.read(
                "{\"rows\":5,\"graded\":2,\"for_review\":1,\"not_gradable\":1,\"failed\":2,"
                    + "\"kept\":0}"));
  }

  @Test
  void csvInGivesCsvOut() throws IOException {
    String in = write("in.csv", "id;question id;answer\n1;autoencoders;It copies; \n2;x;y\n");
    String out = path("out.csv");

    Cli.run("batch", in, "--output", out).isDone();

    assertThat(Files.readAllLines(Path.of(out))).hasSize(3);
    assertThat(Files.readAllLines(Path.of(out)).get(2))
        .startsWith("2,2,failed,,,question_not_found,line 3: no question with the id 'x'")
        .endsWith(",x,,,,");
  }

  @Test
  void resumedRunEndsLikeOneThatWasNeverInterrupted() throws IOException {
    String in = write("in.jsonl", ROWS);
    Path whole = Path.of(path("whole.jsonl"));
    Path cut = Path.of(path("cut.jsonl"));
    Cli.run("batch", in, "--output", whole.toString()).isDone();
    byte[] bytes = Files.readAllBytes(whole);
    Files.write(cut, Arrays.copyOf(bytes, bytes.length * 2 / 3));

    Cli call = Cli.run("batch", in, "--output", cut.toString(), "--resume").isDone();

    assertThat(cut).hasSameBinaryContentAs(whole);
    assertThat(call.err()).matches("\\d rows \\(after \\d kept from before\\): .*\n");
  }

  @Test
  void resultsOfAnotherInputAreNotGoneOnWith() throws IOException {
    String out = path("out.jsonl");
    Cli.run("batch", write("in.jsonl", ROWS), "--output", out).isDone();
    byte[] before = Files.readAllBytes(Path.of(out));
    String other = write("other.jsonl", ROWS.replace("\"b\"", "\"z\""));

    Cli.run("batch", other, "--output", out, "--resume")
        .hasFailedSaying("is not that of row 2", "give the input they were made from");
    assertThat(Path.of(out)).hasBinaryContent(before);
  }

  @Test
  void resultsThatAreThereAreOnlyDestroyedByLeave() throws IOException {
    String in = write("in.jsonl", "{\"id\":1}\n");
    String out = write("out.jsonl", "what was here before\n");

    Cli.run("batch", in, "--output", out)
        .isWrongUsageSaying("out.jsonl is not empty; --resume goes on with it, --overwrite");
    Cli.run("batch", in, "--output", out, "--resume", "--overwrite")
        .isWrongUsageSaying("choose one");
    assertThat(Path.of(out)).hasContent("what was here before");

    Cli call = Cli.run("batch", in, "--output", out, "--overwrite").isDone();
    assertThat(Files.readAllLines(Path.of(out))).hasSize(1);
    assertThat(call.err()).isEqualTo("1 row: 0 graded, 0 not gradable, 1 failed\n");
    Cli.run("batch", in, "--output", write("empty.jsonl", "")).isDone();
  }

  @Test
  void dashIsStandardOutputAndNoFile() throws IOException {
    Path dash = Path.of("-");
    assertThat(dash).doesNotExist();

    Cli call = Cli.run("batch", write("in.jsonl", ROWS), "--output", "-").isDone();

    assertThat(call.lines()).hasSize(5).allMatch(line -> line.startsWith("{\"row\":"));
    assertThat(dash).doesNotExist();
    Cli.run("batch", write("in.jsonl", ROWS), "--output", "-", "--resume")
        .isWrongUsageSaying("--resume needs an --output file of JSON lines");
  }

  @Test
  void inputThatCannotBeReadSaysSoAndLeavesTheOutputAlone() throws IOException {
    String out = write("out.jsonl", "kept\n");

    Cli.run("batch", path("none.jsonl"), "--output", out, "--overwrite")
        .hasFailedSaying("there is no file", "none.jsonl; check the path");
    Cli.run("batch", folder.toString(), "--output", out, "--overwrite")
        .hasFailedSaying("is a folder; give a file of answers");
    Cli.run(
            "batch",
            write("in.jsonl", ROWS),
            "--output",
            out,
            "--overwrite",
            "--bank",
            path("none.md"))
        .hasFailedSaying("none.md: there is no such file; check the path");
    assertThat(Path.of(out)).hasContent("kept");
  }

  @Test
  void outputThatCannotBeWrittenSaysSo() throws IOException {
    String in = write("in.jsonl", ROWS);

    Cli.run("batch", in, "--output", path("no-folder/out.jsonl"))
        .hasFailedSaying("cannot write", "check that the folder exists");
    Cli.run("batch", in, "--output", folder.toString()).hasFailedSaying("cannot write");
  }

  @Test
  void fullDiskIsAFailure() throws IOException {
    assumeTrue(Files.isWritable(Path.of("/dev/full")), "only Linux has a disk that is always full");
    Path full = Files.createSymbolicLink(folder.resolve("out.csv"), Path.of("/dev/full"));

    Cli.run("batch", write("in.jsonl", ROWS), "--output", full.toString())
        .hasFailedSaying("reading or writing failed: No space left on device");
    Files.delete(full);
  }

  @Test
  void outputIsNeverTheInput() throws IOException {
    String in = write("in.jsonl", ROWS);

    Cli.run("batch", in, "--output", path("../" + folder.getFileName() + "/in.jsonl"))
        .isWrongUsageSaying("--output is the input itself");
    assertThat(Path.of(in)).hasContent(ROWS);
  }

  @Test
  void questionsComeFromTheBankThatIsNamed() throws IOException {
    String bank =
        write("bank.csv", "id,question,reference\nrising,What rises?,Dough rises in the warmth.\n");
    String in = write("in.jsonl", "{\"question_id\":\"rising\",\"answer\":\"Dough rises.\"}\n");

    assertThat(
            Json.read(Cli.run("batch", in, "--bank", bank).isDone().out()).get("status").asText())
        .isEqualTo("graded");
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private String write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }
}

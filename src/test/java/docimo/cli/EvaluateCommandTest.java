package docimo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import docimo.exchange.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a user calls it, on answers in our own words. */
final class EvaluateCommandTest {

  private static final String ROWS =
      """
      {"dataset":"shop","question_id":"q1","question":"What does a cache do?","references":["It keeps results that were computed before, so that they need not be computed again."],"answer_id":"a1","answer":"It keeps computed results so that nobody has to compute them again.","score":1.0}
      {"dataset":"shop","question_id":"q1","question":"What does a cache do?","references":["It keeps results that were computed before, so that they need not be computed again."],"answer_id":"a2","answer":"It is a kind of printer for large paper.","score":0.0}
      {"dataset":"shop","question_id":"q2","question":"What is a mutex for?","references":["Only one thread at a time may hold it, which protects shared data."],"answer_id":"a3","answer":"Shared data are protected, as one thread at a time may hold it.","score":0.9}
      {"dataset":"shop","question_id":"q2","question":"What is a mutex for?","references":["Only one thread at a time may hold it, which protects shared data."],"answer_id":"a4","answer":"","score":0.0}
      """;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @SuppressWarnings("NullAway.Init")
  private String data;

  @BeforeEach
  void writeData() throws IOException {
    data = write("data.jsonl", ROWS);
  }

  @Test
  void printsATable() {
    assertThat(evaluate(data)).isZero();
    assertThat(printed())
        .startsWith("Agreement with human marks, protocol plain;")
        .containsPattern("(?m)^shop +2 +4 +1 +[01]\\.\\d{3} ")
        .containsPattern("(?m)^mean +[01]\\.\\d{3} ");
    assertThat(complaint()).isEmpty();
  }

  @Test
  void printsJsonAndTheSameEachTime() {
    assertThat(evaluate(data, "--json")).isZero();
    String first = printed();
    List<String> lines = first.lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(Json.read(lines.get(0)).path("type").asText()).isEqualTo("dataset");
    assertThat(Json.read(lines.get(0)).path("unmarked").asInt()).isEqualTo(1);
    assertThat(Json.read(lines.get(0)).path("pearson").path("value").asDouble())
        .isBetween(0.5, 1.0);
    assertThat(Json.read(lines.get(1)).path("type").asText()).isEqualTo("mean");
    out.reset();
    assertThat(evaluate(data, "--json")).isZero();
    assertThat(printed()).isEqualTo(first);
  }

  @Test
  void leavesOutWhatGetsNoMarkWhenAskedTo() throws IOException {
    assertThat(evaluate(data, "--marked-only")).isZero();
    assertThat(printed()).containsPattern("(?m)^shop +2 +3 +0 +[01]\\.\\d{3} ");
    assertThat(complaint()).isEqualTo("docimo: 1 answer without a mark left out\n");

    String empty = write("empty.jsonl", ROWS.lines().skip(3).findFirst().orElseThrow());
    assertThat(evaluate(empty, "--marked-only")).isEqualTo(1);
    assertThat(complaint()).contains("no answer gets a mark; run without --marked-only");
    assertThat(evaluate(data, "--marked-only", "--protocol", "semeval2013")).isEqualTo(2);
    assertThat(complaint()).contains("--protocol semeval2013 gives labels");
  }

  @Test
  void comparesWithItsOwnBatch() {
    String results = folder.resolve("results.jsonl").toString();
    assertThat(run("batch", data, "--output", results)).isZero();
    assertThat(evaluate(data, "--compare", results, "--json")).isZero();
    List<String> lines = printed().lines().toList();
    assertThat(lines).hasSize(4);
    assertThat(Json.read(lines.get(2)).path("answers").asInt()).isEqualTo(4);
    assertThat(Json.read(lines.get(2)).path("rmse").path("difference").asDouble()).isZero();
    out.reset();
    assertThat(evaluate(data, "--compare", results)).isZero();
    assertThat(printed()).contains("Difference of docimo", "[0.000 0.000]");
  }

  @Test
  void comparesWithNothingOnlyWithAWord() throws IOException {
    String results = write("other.jsonl", "{\"answer_id\":\"b1\",\"score\":1}\n");
    assertThat(evaluate(data, "--compare", results)).isEqualTo(1);
    assertThat(complaint()).contains("marks none of the answers");
  }

  @Test
  void saysHowAgreementGrowsWhenDoubtfulMarksAreLeftToPeople() throws IOException {
    assertThat(evaluate(data, "--risk-coverage")).isZero();
    assertThat(printed())
        .containsPattern("(?m)^shop +100 % +4 ")
        .containsPattern("(?m)^ +50 % +2 ")
        .containsPattern("(?m)^ +policy \\d+ % +[0-3] ");
    out.reset();
    String everybody =
        write("all.properties", "wide_interval.width = 0\nwide_interval.reach = 0\n");
    assertThat(evaluate(data, "--risk-coverage", "--json", "--review-policy", everybody)).isZero();
    List<String> lines = printed().lines().skip(2).toList();
    assertThat(lines).hasSize(12);
    assertThat(Json.read(lines.get(0)).path("type").asText()).isEqualTo("risk_coverage");
    assertThat(Json.read(lines.get(0)).path("answers").asInt()).isEqualTo(4);
    assertThat(Json.read(lines.get(5)).path("type").asText()).isEqualTo("review_policy");
    assertThat(Json.read(lines.get(5)).path("kept").asDouble()).isZero();
    assertThat(Json.read(lines.get(5)).path("rmse").isNull()).isTrue();
    assertThat(Json.read(lines.get(11)).path("dataset").isNull()).isTrue();
    out.reset();
    assertThat(evaluate(data, "--risk-coverage", "--protocol", "asag2024")).isEqualTo(2);
    assertThat(complaint()).contains("--risk-coverage needs --protocol plain");
  }

  @Test
  void marksForAPersonToLookAtAreMarksAllTheSame() throws IOException {
    String everybody =
        write("all.properties", "wide_interval.width = 0\nwide_interval.reach = 0\n");
    assertThat(evaluate(data, "--json")).isZero();
    String plain = printed();
    out.reset();

    assertThat(evaluate(data, "--json", "--review-policy", everybody)).isZero();

    assertThat(printed()).isEqualTo(plain);
  }

  @Test
  void takesTheFirstAnswersOnly() {
    assertThat(evaluate(data, "--limit", "3")).isZero();
    assertThat(printed()).containsPattern("(?m)^shop +2 +3 +0 ");
  }

  @Test
  void protocolsChooseTheirAnswers() throws IOException {
    assertThat(evaluate(data, "--protocol", "mohler")).isEqualTo(1);
    assertThat(complaint()).contains("the data have no answer for the protocol mohler");
    String mohler = write("mohler.jsonl", ROWS.replace("\"shop\"", "\"mohler\""));
    assertThat(evaluate(mohler, "--protocol", "mohler")).isZero();
    assertThat(printed()).contains("on the scale 0 to 5");
  }

  @Test
  void fittedProtocolsMarkEachSetByTheOthers() throws IOException {
    String first = write("first.jsonl", MarkedRows.of("first"));
    String second = write("second.jsonl", MarkedRows.of("second"));
    assertThat(evaluate(first, second, "--protocol", "asag2024")).isZero();
    assertThat(printed())
        .contains("protocol asag2024;")
        .containsPattern("(?m)^first +2 +6 +1 ")
        .containsPattern("(?m)^second +2 +6 +1 ");
    assertThat(complaint()).isEmpty();
    assertThat(evaluate(first, "--protocol", "asag2024")).isEqualTo(1);
    assertThat(complaint()).contains("no other data set to fit on when first is marked");
  }

  @Test
  void mohlerFitsOnOtherSetsOrSaysThatItDoesNot() throws IOException {
    String mohler = write("mohler.jsonl", MarkedRows.of("mohler"));
    String other = write("other.jsonl", MarkedRows.of("other"));
    assertThat(evaluate(mohler, other, "--protocol", "mohler")).isZero();
    assertThat(printed()).containsPattern("(?m)^mohler +2 +6 +1 ").doesNotContain("other");
    assertThat(complaint()).isEmpty();
    assertThat(evaluate(mohler, "--protocol", "mohler")).isZero();
    assertThat(complaint()).contains("the shipped model marks");
  }

  @Test
  void labelsAreFittedOnTheTrainingSplit() throws IOException {
    String train =
        MarkedRows.of("shop")
            .replaceAll("(\"score\":(1.0|0.9))", "$1,\"label2\":\"correct\",\"label3\":\"correct\"")
            .replaceAll(
                "(\"score\":(0.0|0.1))", "$1,\"label2\":\"incorrect\",\"label3\":\"incorrect\"");
    String file = write("labels.jsonl", train + train.replace("\"train\"", "\"test\""));
    assertThat(evaluate(file, "--protocol", "semeval2013")).isZero();
    assertThat(printed()).containsPattern("(?m)^shop +test +5 +1\\.000 +1\\.000 +- +-$");
    out.reset();
    assertThat(evaluate(file, "--protocol", "semeval2013", "--json")).isZero();
    assertThat(Json.read(printed()).path("macro_f1_two_way").asDouble()).isEqualTo(1);
  }

  @Test
  void ablationAndLearningCurveFollowTheReport() throws IOException {
    String first = write("first.jsonl", MarkedRows.of("mohler"));
    String second = write("second.jsonl", MarkedRows.of("second"));
    assertThat(evaluate(first, second, "--protocol", "asag2024", "--ablation")).isZero();
    assertThat(printed()).containsPattern("(?m)^semantic_coverage +0\\.\\d{4} +0\\.\\d{4}$");
    out.reset();
    assertThat(evaluate(first, second, "--protocol", "mohler", "--learning-curve")).isZero();
    assertThat(printed()).contains("known answers a question").containsPattern("(?m)^ *0 +6 ");
    assertThat(evaluate(first, "--ablation")).isEqualTo(2);
    assertThat(evaluate(first, "--learning-curve")).isEqualTo(2);
  }

  @Test
  void saysWhatIsWrongWithTheData() throws IOException {
    String bad = write("bad.jsonl", ROWS.replace("0.9", "9"));
    assertThat(evaluate(data, bad)).isEqualTo(1);
    assertThat(complaint()).isEqualTo("docimo: " + bad + ", line 3: 'score' must be from 0 to 1\n");
    err.reset();
    assertThat(evaluate(folder.resolve("none.jsonl").toString())).isEqualTo(1);
    assertThat(complaint()).contains("there is no file");
    err.reset();
    assertThat(evaluate(folder.toString())).isEqualTo(1);
    assertThat(complaint()).contains("is a folder");
  }

  @Test
  void wrongUsageIsTwo() {
    assertThat(evaluate()).isEqualTo(2);
    assertThat(evaluate(data, "--protocol", "guess")).isEqualTo(2);
    assertThat(evaluate(data, "--limit", "0")).isEqualTo(2);
  }

  @Test
  void helpExplainsTheFigures() {
    assertThat(evaluate("--help")).isZero();
    assertThat(printed()).contains("--protocol", "--compare", "--limit", "Pearson");
  }

  private int evaluate(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "evaluate";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return run(all);
  }

  private int run(String... arguments) {
    return Main.run(
        new Console(
            InputStream.nullInputStream(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8)),
        arguments);
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String complaint() {
    return err.toString(StandardCharsets.UTF_8);
  }
}

package docimo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import docimo.exchange.BankFiles;
import docimo.exchange.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BankCommandTest {

  private static final String BREAD =
      """
      # Baking

      ## What makes bread rise?

      <!-- id: rising -->

      Yeast makes gas from sugar. The gluten of the dough holds the gas.

      ### Key points

      - yeast makes gas
      - gluten holds the gas

      ## Why is bread brown?

      <!-- id: brown -->

      In the heat of the oven, sugar and protein form brown substances.
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void listSaysWhatThereIs() throws IOException {
    assertThat(Cli.run("bank", "list", write("bread.md", BREAD)).isDone().out())
        .contains("rising\n    What makes bread rise?\n    (2 points, all)")
        .containsPattern("brown\n    Why is bread brown\\?\n    \\(\\d points? derived, all\\)");
  }

  @Test
  void importSaysThatMarkdownHoldsNoMarkedAnswers() throws IOException {
    String bank =
        write(
            "marked.json",
            "[{\"prompt\": \"X?\", \"references\": [\"A full answer.\"],"
                + " \"marked_answers\": [{\"answer\": \"Half of it.\", \"score\": 0.5}]}]");
    String page = folder.resolve("page.md").toString();
    String table = folder.resolve("table.csv").toString();

    assertThat(Cli.run("bank", "import", bank, "--output", page).isDone().err())
        .contains("1 marked answer left out");
    assertThat(Cli.run("bank", "import", bank, "--output", table).isDone().err())
        .doesNotContain("left out");
    assertThat(Files.readString(Path.of(table))).contains("Half of it.");
    assertThat(Cli.run("bank", "list", "--json", bank).isDone().out())
        .contains("\"marked_answers\":1")
        .doesNotContain("Half of it.");
  }

  @Test
  void listAsJsonHasAQuestionALine() throws IOException {
    List<JsonNode> questions =
        Cli.run("bank", "list", "--json", write("bread.md", BREAD)).isDone().lines().stream()
            .map(Json::read)
            .toList();

    assertThat(questions)
        .extracting(question -> question.get("id").asText())
        .containsExactly("rising", "brown");
    assertThat(questions.get(0).get("prompt").asText()).isEqualTo("What makes bread rise?");
    assertThat(questions.get(0).get("references")).hasSize(1);
    assertThat(questions.get(0).get("key_points")).hasSize(2);
    assertThat(questions.get(0).get("rule").asText()).isEqualTo("all");
    assertThat(questions.get(0).get("key_points_derived").asBoolean()).isFalse();
    assertThat(questions.get(1).get("key_points")).isNotEmpty();
    assertThat(questions.get(1).get("key_points_derived").asBoolean()).isTrue();
  }

  @Test
  void withoutAFileTheBundledBankIsListed() {
    assertThat(Cli.run("bank", "list").isDone().lines()).contains("autoencoders");
  }

  @Test
  void showPrintsABankThatCanBeReadBack() throws IOException {
    String file = write("bread.md", BREAD);
    String copy = write("copy.md", Cli.run("bank", "show", file).isDone().out());

    assertThat(BankFiles.read(Path.of(copy)).questions())
        .isEqualTo(BankFiles.read(Path.of(file)).questions());
  }

  @Test
  void showPrintsOneQuestion() throws IOException {
    String file = write("bread.md", BREAD);

    assertThat(Cli.run("bank", "show", file, "--question", "brown").isDone().out())
        .contains("## Why is bread brown?")
        .doesNotContain("rise");
    assertThat(
            Json.read(Cli.run("bank", "show", file, "--question", "brown", "--json").isDone().out())
                .get("id")
                .asText())
        .isEqualTo("brown");
    Cli.run("bank", "show", file, "--question", "sour")
        .hasFailedSaying("no question with the id 'sour'", "'docimo bank list' shows the ids");
  }

  @Test
  void lintOfAGoodBankFindsNothing() throws IOException {
    Cli call = Cli.run("bank", "lint", write("bread.md", BREAD)).isDone();

    assertThat(call.out()).isEmpty();
    assertThat(call.err()).isEqualTo("2 questions, 0 findings\n");
  }

  @Test
  void lintOfTheBundledBankNamesQuestionsThatAnswersToOthersPass() {
    assertThat(Cli.run("bank", "lint", "--json").isDone().lines())
        .map(line -> Json.read(line).get("code").textValue())
        .isNotEmpty()
        .containsOnly("mark-for-nothing");
  }

  @Test
  void lintFailsForAnErrorAndNamesPlaceAndRemedy() throws IOException {
    String file = write("bread.md", "## Why bread?\n\n" + BREAD);
    Cli call = Cli.run("bank", "lint", file);

    assertThat(call.exitCode()).isEqualTo(1);
    assertThat(call.out()).startsWith("bread.md:1: error [why-bread]: ");
    assertThat(call.err()).isEqualTo("3 questions, 1 finding\n");
    JsonNode finding = Json.read(Cli.run("bank", "lint", "--json", file).out());
    assertThat(finding.get("severity").asText()).isEqualTo("error");
    assertThat(finding.get("code").asText()).isEqualTo("no-answer");
    assertThat(finding.get("question_id").asText()).isEqualTo("why-bread");
    assertThat(finding.get("line").asInt()).isEqualTo(1);
    assertThat(finding.get("remedy").asText()).isNotBlank();
  }

  @Test
  void lintRefusesARuleThatAsksForMoreThanItsGroupHas() throws IOException {
    String file =
        write("bread.md", BREAD.replace("### Key points", "### Key points: any 3 of all"));

    Cli.run("bank", "lint", file)
        .hasFailedSaying("bread.md, line 9: the rule 'any 3", "than the 2 there", "ask for fewer");
  }

  @Test
  void lintIsDoneWhenThereAreOnlyWarnings() throws IOException {
    String file = write("bread.md", BREAD + "\n## What bakes bread?\n\nOvens.\n");

    assertThat(Cli.run("bank", "lint", file).isDone().out()).contains("warning [what-bakes-bread]");
  }

  @Test
  void importWritesABankInTheFormatOfTheName() throws IOException {
    String page = write("page.md", "### 1. What is rye?\n\nA **grain** for dark bread.\n");

    for (String name : List.of("out.md", "out.csv", "out.json")) {
      Path out = folder.resolve(name);
      Cli call = Cli.run("bank", "import", page, "--output", out.toString()).isDone();

      assertThat(call.out()).isEmpty();
      assertThat(call.err()).endsWith("1 question written to " + out + "\n");
      assertThat(BankFiles.read(out).questions())
          .as(name)
          .singleElement()
          .satisfies(
              question -> {
                assertThat(question.prompt()).isEqualTo("What is rye?");
                assertThat(question.references()).containsExactly("A grain for dark bread.");
              });
    }
  }

  @Test
  void importPrintsABankWithoutAnOutput() throws IOException {
    String page = write("page.md", "### 1. What is rye?\n\nA **grain** for dark bread.\n");

    assertThat(Cli.run("bank", "import", page).isDone().out()).contains("## What is rye?");
    assertThat(Json.read(Cli.run("bank", "import", page, "--json").isDone().out()).get("prompt"))
        .hasToString("\"What is rye?\"");
  }

  @Test
  void importWritesNoFileOfAnotherKindAndNoneThatHoldsSomething() throws IOException {
    String page = write("page.md", "### 1. What is rye?\n\nA **grain** for dark bread.\n");
    String out = write("out.md", "work of a week");

    Cli.run("bank", "import", page, "--output", folder + "/out.txt")
        .isWrongUsageSaying("must end in .md, .csv or .json");
    assertThat(folder.resolve("out.txt")).doesNotExist();
    Cli.run("bank", "import", page, "--output", out)
        .isWrongUsageSaying("out.md is not empty; --overwrite writes it anew");
    assertThat(Path.of(out)).hasContent("work of a week");
    Cli.run("bank", "import", page, "--output", out, "--overwrite").isDone();
    assertThat(BankFiles.read(Path.of(out)).questions()).hasSize(1);
    assertThat(Cli.run("bank", "import", page, "--output", "-").isDone().out())
        .contains("## What is rye?");
  }

  @Test
  void importThatCannotBeWrittenSaysSo() throws IOException {
    Cli.run("bank", "import", write("bread.md", BREAD), "--output", folder + "/none/out.md")
        .hasFailedSaying("cannot write", "check that the folder exists");
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "show", "lint", "import"})
  void bankThatCannotBeReadSaysWhyAndWhatToDo(String command) throws IOException {
    Path binary = Files.write(folder.resolve("binary.md"), new byte[] {(byte) 0x89, 0, 1, 2, 3});
    String twice = BREAD.replace("id: brown", "id: rising");

    Cli.run("bank", command, folder + "/none.md")
        .hasFailedSaying("none.md: there is no such file; check the path");
    Cli.run("bank", command, write("empty.md", ""))
        .hasFailedSaying("empty.md: the file is empty; write a question into it.");
    Cli.run("bank", command, binary.toString())
        .hasFailedSaying("binary.md: the file is not text; save it as UTF-8 text.");
    Cli.run("bank", command, write("notes.md", "Buy flour and yeast.\n"))
        .hasFailedSaying("notes.md: no question was found; write each question as a heading");
    Cli.run("bank", command, write("twice.md", twice))
        .hasFailedSaying("twice.md, line 14: two questions have the id 'rising'", "another id.");
    Cli.run("bank", command, write("broken.json", "[{\"prompt\":"))
        .hasFailedSaying("broken.json, line 1: this is not valid JSON", "mend it");
  }

  private String write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }
}

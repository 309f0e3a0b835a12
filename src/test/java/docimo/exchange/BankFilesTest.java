package docimo.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import docimo.question.Question;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BankFilesTest {

  private static final String BANK = "# T\n\n## What is x?\n\n<!-- id: x -->\n\nIt is a letter.\n";

  @TempDir private Path folder = Path.of("");

  @Test
  void formatFollowsFromTheName() throws IOException {
    assertThat(ids(write("a.md", BANK))).containsExactly("x");
    assertThat(ids(write("a.TXT", BANK))).containsExactly("x");
    assertThat(ids(write("a.csv", "id,question,answer\ny,What?,That one.\n"))).containsExactly("y");
    assertThat(ids(write("a.tsv", "id\tquestion\ty\nz\tWhat?\t\n".replace("\ty\n", "\tanswer\n"))))
        .containsExactly("z");
    assertThat(
            ids(
                write(
                    "a.jsonl",
                    "{\"id\":\"p\",\"prompt\":\"P?\"}\n{\"id\":\"q\",\"prompt\":\"Q?\"}")))
        .containsExactly("p", "q");
  }

  @Test
  void formatFollowsFromTheContentWhenTheNameSaysNothing() throws IOException {
    assertThat(ids(write("one.bank", BANK))).containsExactly("x");
    assertThat(ids(write("two", "[{\"id\":\"p\",\"prompt\":\"P?\"}]"))).containsExactly("p");
    assertThat(ids(write("three", "question;reference\nWhat is y?;A letter too.\n")))
        .containsExactly("what-is-y");
  }

  @Test
  void folderIsOneBankInTheOrderOfItsNames() throws IOException {
    write("b.md", BANK);
    write("a.csv", "question,reference\nWhat is x?,A letter it is.\n");
    write("notes.pdf", "no bank");

    assertThat(ids(folder)).containsExactly("what-is-x", "x");
  }

  @Test
  void byteOrderMarksAndUtf16AreRead() throws IOException {
    assertThat(ids(write("a.md", ("\uFEFF" + BANK).getBytes(StandardCharsets.UTF_8))))
        .containsExactly("x");
    assertThat(ids(write("b.md", ("\uFEFF" + BANK).getBytes(StandardCharsets.UTF_16LE))))
        .containsExactly("x");
    assertThat(
            ids(
                write(
                    "c.md",
                    ("\uFEFF" + BANK.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_16BE))))
        .containsExactly("x");
  }

  @Test
  void twoQuestionsWithOneIdAreNamedWithTheirLines() throws IOException {
    Path file =
        write(
            "bank.md", "# T\n\n## A?\n\n<!-- id: x -->\n\na b\n\n## B?\n\n<!-- id: x -->\n\nc d\n");

    assertThatThrownBy(() -> BankFiles.read(file))
        .isInstanceOf(BankFormatException.class)
        .hasMessage(
            "bank.md, line 9: two questions have the id 'x' (first at line 3); give one of them another id.");
  }

  @Test
  void twoFilesWithOneIdAreNamed() throws IOException {
    write("a.md", BANK);
    write("b.md", BANK);

    assertThatThrownBy(() -> BankFiles.read(folder))
        .hasMessageStartingWith(
            "b.md, line 3: two questions have the id 'x' (first at a.md, line 3)");
  }

  @Test
  void idsThatAreMadeKeepClearOfThoseThatAreGiven() throws IOException {
    Path file =
        write(
            "bank.md",
            "# T\n\n## Is it x?\n\nyes it is\n\n## Is it?\n\n<!-- id: is-it-x -->\n\nno\n");

    assertThat(ids(file)).containsExactly("is-it-x-2", "is-it-x");
  }

  @Test
  void filesThatHoldNoBankSayWhatToDo() throws IOException {
    assertProblem(write("a.md", ""), 0, "the file is empty");
    assertProblem(write("a.md", " \n\n"), 0, "the file is empty");
    assertProblem(write("b.md", new byte[] {'#', ' ', 0, 1, 2}), 0, "the file is not text");
    assertProblem(
        write("c.md", new byte[] {'#', ' ', (byte) 0xC3, 'x'}), 0, "the file is not text");
    assertProblem(write("d.md", "Just a few words.\n"), 0, "no question was found");
    assertProblem(write("e.json", "[]"), 0, "no question was found");
    assertProblem(write("f.csv", "question,answer\n"), 0, "no question was found");
    assertProblem(folder.resolve("none.md"), 0, "there is no such file");
    assertProblem(
        Files.createDirectory(folder.resolve("empty")), 0, "the folder holds no question bank");
  }

  @Test
  void unreadableFileIsRefused() throws IOException {
    Path file = write("a.md", BANK);
    assumeFalse(
        file.toFile().setReadable(false) && Files.isReadable(file), "this user reads all files");

    assertProblem(file, 0, "the file cannot be read");
  }

  @Test
  void hugeFileIsRefused() throws IOException {
    Path file = write("a.md", new byte[33 * 1024 * 1024]);

    assertThat(problem(file).problem()).contains("more than");
  }

  @Test
  void whatNeverEndsIsReported() throws IOException {
    ImportedBank fence = BankFiles.read(write("a.md", BANK + "\n```\ncode\n\n## Next?\n"));
    ImportedBank comment = BankFiles.read(write("b.md", BANK + "\n<!-- note\n\n## Next?\n"));
    ImportedBank matter = BankFiles.read(write("c.md", "---\ntitle: x\n\n" + BANK));

    assertThat(fence.findings())
        .extracting(Finding::code, Finding::line)
        .contains(org.assertj.core.groups.Tuple.tuple("unclosed-code", 9));
    assertThat(comment.findings()).extracting(Finding::code).contains("unclosed-comment");
    assertThat(matter.questions()).extracting(Question::id).containsExactly("x");
  }

  @Test
  void rulesThatCannotBeMetAreRefusedWithTheirLine() throws IOException {
    assertProblem(
        write("a.md", BANK + "\n### Key points: any 3\n\n- one\n- two\n"),
        9,
        "asks for more key points");
    assertProblem(
        write("b.md", BANK + "\n### Key points: any 0\n\n- one\n"), 9, "asks for nothing");
    assertProblem(write("c.md", BANK + "\n### Key points\n\nSome prose.\n"), 11, "only list items");
    assertProblem(
        write("d.md", BANK + "\n### Key points\n\n- one *(weight many)*\n"), 11, "is no weight");
    assertProblem(write("e.md", BANK + "\n<!-- rule: some -->\n"), 9, "is not a rule");
    assertProblem(write("f.md", BANK + "\n<!-- id: y -->\n"), 9, "two ids");
  }

  @Test
  void questionsThatAreTooLargeAreRefusedInEachFormat() throws IOException {
    String points = "\n### Key points\n\n- one\n";
    assertProblem(
        write("a.md", BANK + points + "    - other\n".repeat(51)), 3, "phrasings of key point 1");
    assertProblem(write("b.md", BANK + points + "- two\n".repeat(200)), 3, "at most, not 201");
    assertProblem(
        write("c.md", BANK + "\n### Key points\n\n- one *(weight 1e308)*\n"), 11, "no weight");
    assertProblem(
        write("d.csv", "question,key_points\nWhat?," + "p | ".repeat(201)), 2, "at most, not 201");
    assertProblem(
        write("e.json", "[{\"prompt\":\"a\",\"reference\":\"" + "r".repeat(200_001) + "\"}]"),
        1,
        "the references together must have");
    assertProblem(
        write("f.json", "[{\"prompt\":\"a\",\"key_points\":[{\"label\":\"b\",\"weight\":1e4}]}]"),
        1,
        "needs a weight from 0.001 to 1000");
  }

  @Test
  void questionsWithoutAnAnswerAreKeptAndReported() throws IOException {
    ImportedBank bank =
        BankFiles.read(write("a.md", "## What is x?\n\n## What is y?\n\nA letter.\n"));

    assertThat(bank.questions()).extracting(q -> q.references().size()).containsExactly(0, 1);
    assertThat(bank.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("no-answer");
              assertThat(finding.questionId()).isEqualTo("what-is-x");
              assertThat(finding.line()).isEqualTo(1);
            });
  }

  private List<String> ids(Path path) {
    return BankFiles.read(path).questions().stream().map(Question::id).toList();
  }

  private static void assertProblem(Path path, int line, String problem) {
    BankFormatException refused = problem(path);
    assertThat(refused.problem()).contains(problem);
    assertThat(refused.line()).as(problem).isEqualTo(line);
    assertThat(refused.remedy()).isNotBlank();
    assertThat(refused.source()).isEqualTo(path.getFileName().toString());
  }

  private static BankFormatException problem(Path path) {
    return catchThrowableOfType(BankFormatException.class, () -> BankFiles.read(path));
  }

  private Path write(String name, String text) throws IOException {
    return write(name, text.getBytes(Charset.forName("UTF-8")));
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }
}

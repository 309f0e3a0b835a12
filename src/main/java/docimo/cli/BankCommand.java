package docimo.cli;

import docimo.app.Application;
import docimo.app.Banks;
import docimo.app.Models;
import docimo.exchange.AttackLint;
import docimo.exchange.BankFiles;
import docimo.exchange.BankFiles.Format;
import docimo.exchange.BankLint;
import docimo.exchange.Finding;
import docimo.exchange.ImportedBank;
import docimo.exchange.Json;
import docimo.grading.Grader;
import docimo.grading.KeyPoints;
import docimo.question.InMemoryQuestionBank;
import docimo.question.KeyPoint;
import docimo.question.Question;
import docimo.question.Rule;
import docimo.text.TextAnalyzer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads question banks. */
@Command(
    name = "bank",
    description = "Reads a question bank: a Markdown, CSV or JSON file, or a folder of them.",
    subcommands = {
      BankCommand.ListQuestions.class,
      BankCommand.Show.class,
      BankCommand.Lint.class,
      BankImportCommand.class
    })
final class BankCommand extends ConsoleCommand {

  BankCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    throw wrongUsage("say what to do with the bank: list, show, lint or import");
  }

  /** What the subcommands have in common. */
  private abstract static class OnBank extends ConsoleCommand {

    @Parameters(
        paramLabel = "FILE",
        arity = "0..1",
        description = "Bank file or folder (default: the bank that comes with docimo).")
    private @Nullable Path file;

    @Option(names = "--json", description = "Print JSON, one object a line.")
    boolean json;

    OnBank(Console console) {
      super(console);
    }

    ImportedBank bank() {
      return Banks.read(file);
    }

    /** Tells what was noticed while reading, where it does not mix with the results. */
    void report(List<Finding> findings) {
      findings.forEach(finding -> console.err().println(finding));
    }

    void print(Object value) {
      console.out().println(value);
    }
  }

  /**
   * A question as {@code --json} prints it.
   *
   * @param keyPointsDerived whether the key points come from the reference, not from the author
   * @param markedAnswers how many answers people have marked
   */
  private record Listed(
      String id,
      @Nullable String topic,
      String prompt,
      List<String> references,
      List<KeyPoint> keyPoints,
      Rule rule,
      boolean keyPointsDerived,
      int markedAnswers) {

    static Listed of(Question question, TextAnalyzer analyzer) {
      KeyPoints points = KeyPoints.of(question, analyzer);
      return new Listed(
          question.id(),
          question.topic(),
          question.prompt(),
          question.references(),
          points.points(),
          points.rule(),
          points.derived(),
          question.markedAnswers().size());
    }
  }

  /** Lists the questions. */
  @Command(name = "list", description = "Lists the questions of a bank.")
  static final class ListQuestions extends OnBank {

    ListQuestions(Console console) {
      super(console);
    }

    @Override
    public Integer call() {
      ImportedBank bank = bank();
      TextAnalyzer analyzer = Application.textAnalyzer(new Models());
      for (Question question : bank.questions()) {
        print(json ? Json.write(Listed.of(question, analyzer)) : line(question, analyzer));
      }
      if (!json) {
        report(bank.findings());
      }
      return DONE;
    }

    private static String line(Question question, TextAnalyzer analyzer) {
      KeyPoints points = KeyPoints.of(question, analyzer);
      String what =
          question.references().isEmpty()
              ? "no reference answer"
              : points.points().size()
                  + (points.derived() ? " points derived, " : " points, ")
                  + points.rule();
      return question.id() + "\n    " + question.prompt() + "\n    (" + what + ")";
    }
  }

  /** Shows questions in full. */
  @Command(name = "show", description = "Shows a bank, or one question of it, in full.")
  static final class Show extends OnBank {

    @Option(names = "--question", paramLabel = "ID", description = "Only this question.")
    private @Nullable String id;

    Show(Console console) {
      super(console);
    }

    @Override
    public Integer call() {
      List<Question> questions = bank().questions();
      if (id != null) {
        questions = List.of(new InMemoryQuestionBank(questions).get(id));
      }
      if (json) {
        TextAnalyzer analyzer = Application.textAnalyzer(new Models());
        questions.forEach(question -> print(Json.write(Listed.of(question, analyzer))));
      } else {
        console.out().print(BankFiles.write(questions, Format.MARKDOWN));
      }
      return DONE;
    }
  }

  /** Names what an author should mend. */
  @Command(
      name = "lint",
      description =
          "Names what the author of a bank should mend; exit code 1 when there is an error.")
  static final class Lint extends OnBank {

    Lint(Console console) {
      super(console);
    }

    @Override
    public Integer call() {
      TextAnalyzer analyzer = Application.textAnalyzer(new Models());
      ImportedBank bank = bank();
      Once<Grader> grader = new Once<>(() -> Application.start().grader());
      List<Finding> findings = new ArrayList<>(BankLint.check(bank, analyzer, grader));
      findings.addAll(AttackLint.check(bank.questions(), grader));
      findings.forEach(finding -> print(json ? Json.write(finding) : finding));
      if (!json) {
        console
            .err()
            .println(
                count(bank.questions().size(), "question")
                    + ", "
                    + count(findings.size(), "finding"));
      }
      boolean errors = findings.stream().anyMatch(f -> f.severity() == Finding.Severity.ERROR);
      return errors ? FAILED : DONE;
    }
  }
}

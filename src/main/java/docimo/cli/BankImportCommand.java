package docimo.cli;

import docimo.app.Banks;
import docimo.exchange.BankFiles;
import docimo.exchange.BankFiles.Format;
import docimo.exchange.ImportedBank;
import docimo.exchange.Json;
import docimo.question.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Turns a page of questions into a bank. */
@Command(
    name = "import",
    description = "Reads a page of questions and writes it as a bank to be edited further.")
final class BankImportCommand extends ConsoleCommand {

  private static final Map<String, Format> FORMATS =
      Map.of(".md", Format.MARKDOWN, ".csv", Format.CSV, ".json", Format.JSON);

  @Parameters(paramLabel = "FILE", description = "Page or bank file, or a folder of them.")
  private Path file = Path.of("");

  @Option(
      names = "--output",
      paramLabel = "OUT",
      description = {
        "File to write: .md, .csv or .json",
        "(default, and -: Markdown to standard output)."
      })
  private @Nullable Path output;

  @Option(names = "--overwrite", description = "Write OUT anew if there is something in it.")
  private boolean overwrite;

  @Option(
      names = "--json",
      description = "Print JSON to standard output, one object a line, instead of Markdown.")
  private boolean json;

  BankImportCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() throws IOException {
    if (output == null || OutputFile.isStandard(output)) {
      print(read().questions());
    } else {
      Format format = formatOf(output);
      if (!overwrite && OutputFile.holdsSomething(output)) {
        throw wrongUsage(output + " is not empty; --overwrite writes it anew");
      }
      write(read().questions(), output, format);
    }
    return DONE;
  }

  private Format formatOf(Path to) {
    String name = to.toString().toLowerCase(Locale.ROOT);
    return FORMATS.entrySet().stream()
        .filter(format -> name.endsWith(format.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> wrongUsage("--output must end in .md, .csv or .json, not as " + to));
  }

  /** Tells what was noticed while reading where it does not mix with the results. */
  private ImportedBank read() {
    ImportedBank bank = Banks.read(file);
    bank.findings().forEach(finding -> console.err().println(finding));
    return bank;
  }

  private void print(List<Question> questions) {
    if (json) {
      questions.forEach(question -> console.out().println(Json.write(question)));
    } else {
      console.out().print(BankFiles.write(questions, Format.MARKDOWN));
      tellWhatMarkdownLeavesOut(questions);
    }
  }

  private void write(List<Question> questions, Path to, Format format) {
    try {
      Files.writeString(to, BankFiles.write(questions, format));
    } catch (IOException e) {
      throw CommandFailedException.cannotWrite(to);
    }
    console.err().println(count(questions.size(), "question") + " written to " + to);
    if (formatOf(to) == Format.MARKDOWN) {
      tellWhatMarkdownLeavesOut(questions);
    }
  }

  private void tellWhatMarkdownLeavesOut(List<Question> questions) {
    int marked = questions.stream().mapToInt(question -> question.markedAnswers().size()).sum();
    if (marked > 0) {
      console
          .err()
          .println(
              "docimo: "
                  + count(marked, "marked answer")
                  + " left out, which Markdown does not hold; write .json or .csv to keep them");
    }
  }
}

package docimo.cli;

import docimo.app.Banks;
import docimo.question.InMemoryQuestionBank;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that chooses a question bank. */
final class BankOption {

  @Option(
      names = "--bank",
      paramLabel = "FILE",
      description = "Bank file or folder (default: the bank that comes with docimo).")
  private @Nullable Path file;

  /** Reads the bank that was chosen. */
  InMemoryQuestionBank read() {
    return new InMemoryQuestionBank(Banks.read(file).questions());
  }
}

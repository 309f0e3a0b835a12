package docimo.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** A command that reads and writes. Returns its exit code. */
abstract class ConsoleCommand implements Callable<Integer> {

  static final int DONE = 0;
  static final int FAILED = 1;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // the parser reads it
  private boolean help;

  final Console console;

  ConsoleCommand(Console console) {
    this.console = console;
  }
}

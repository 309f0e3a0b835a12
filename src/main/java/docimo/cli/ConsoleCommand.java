package docimo.cli;

import docimo.app.Settings;
import docimo.app.SettingsException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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

  @Spec private CommandSpec spec;

  /** The parser sets the rest before it calls the command. */
  @SuppressWarnings("NullAway.Init")
  ConsoleCommand(Console console) {
    this.console = console;
  }

  /** A number of things: "1 row", "2 rows". */
  static String count(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  /** Reads settings with the environment of the console; wrong ones are wrong usage. */
  final Settings settings(Function<Map<String, String>, Settings> options) {
    try {
      return options.apply(console.environment());
    } catch (SettingsException e) {
      throw wrongUsage(String.valueOf(e.getMessage()));
    }
  }

  /** The command was called in a way that it does not have: exit code 2 and its usage. */
  final ParameterException wrongUsage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}

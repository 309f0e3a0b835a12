package docimo.cli;

import java.io.BufferedInputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * Where a command reads from and writes to.
 *
 * @param in standard input
 * @param out results, in UTF-8
 * @param err everything else
 * @param environment variables of the process
 */
record Console(InputStream in, PrintStream out, PrintStream err, Map<String, String> environment) {

  /** Buffers the input: a bare file stream asks for its position, which a pipe does not have. */
  Console {
    in = new BufferedInputStream(in);
    environment = Map.copyOf(environment);
  }

  /** With the environment of this process. */
  Console(InputStream in, PrintStream out, PrintStream err) {
    this(in, out, err, System.getenv());
  }

  /** Whether a person watches: then progress is worth showing. */
  @SuppressWarnings("SystemConsoleNull") // asked for both: null before Java 22, no terminal since
  boolean isWatched() {
    java.io.Console terminal = System.console();
    if (terminal == null) {
      return false;
    }
    try {
      // from Java 22 on there is a console without a terminal, and this method to tell
      return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(terminal);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}

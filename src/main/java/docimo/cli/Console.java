package docimo.cli;

import java.io.BufferedInputStream;
import java.io.InputStream;
import java.io.PrintStream;

/**
 * Where a command reads from and writes to.
 *
 * @param in standard input
 * @param out results, in UTF-8
 * @param err everything else
 */
record Console(InputStream in, PrintStream out, PrintStream err) {

  /** Buffers the input: a bare file stream asks for its position, which a pipe does not have. */
  Console {
    in = new BufferedInputStream(in);
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

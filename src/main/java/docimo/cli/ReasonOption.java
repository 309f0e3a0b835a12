package docimo.cli;

import picocli.CommandLine.Option;

/** The option that says why. */
final class ReasonOption {

  @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why.")
  private String text = "";

  /** Why, in the words of who does it. */
  String text() {
    return text;
  }
}

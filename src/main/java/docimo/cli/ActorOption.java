package docimo.cli;

import picocli.CommandLine.Option;

/** The option that says who does something. */
final class ActorOption {

  @Option(
      names = "--actor",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description = "Who does this, for the audit log (default: the user name).")
  private String name = "";

  /** Who. */
  String name() {
    return name;
  }
}

package docimo.cli;

import picocli.CommandLine.Command;

/** Lets people look at marks. */
@Command(
    name = "review",
    description = "Lets people look at answers and give the marks that count.",
    subcommands = {
      ReviewListCommand.class,
      ReviewClaimCommand.class,
      ReviewMarkCommand.class,
      ReviewDecideCommand.class,
      ReviewOverrideCommand.class,
      ReviewAppealCommand.class,
      ReviewReleaseCommand.class,
      ReviewKeepCommand.class,
      ReviewAgreementCommand.class
    })
final class ReviewCommand extends ConsoleCommand {

  ReviewCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    throw wrongUsage(
        "say what to do: list, claim, mark, decide, override, appeal, release, keep or"
            + " agreement");
  }
}

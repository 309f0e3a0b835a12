package docimo.cli;

import picocli.CommandLine.Mixin;

/** A command on a database that somebody answers for. */
abstract class ActingCommand extends OfficeCommand {

  @Mixin private ActorOption actor = new ActorOption();

  ActingCommand(Console console) {
    super(console);
  }

  /** Who does it. */
  final String actor() {
    return actor.name();
  }
}

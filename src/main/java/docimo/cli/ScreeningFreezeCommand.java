package docimo.cli;

import docimo.app.Workplace;
import docimo.screening.FrozenPercentiles;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Fixes percentiles. */
@Command(
    name = "freeze",
    description = "Fixes the percentiles of all candidates who can be compared now.")
final class ScreeningFreezeCommand extends ScreeningTargetCommand {

  /** That percentiles were fixed, as {@code --json} prints it. */
  private record Frozen(String id, String screeningId, Instant at, int candidates) {}

  @Mixin private ActorOption actor = new ActorOption();

  ScreeningFreezeCommand(Console console) {
    super(console);
  }

  @Override
  Integer run(Workplace place) {
    FrozenPercentiles f = place.office().results().freeze(id, actor.name());
    print(
        new Frozen(f.id(), f.screeningId(), f.at(), f.byCandidate().size()),
        () -> "percentiles of " + count(f.byCandidate().size(), "candidate") + ", " + f.at());
    return DONE;
  }
}
